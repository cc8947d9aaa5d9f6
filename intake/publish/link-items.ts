import type { TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';

type Fragment = ReturnType<TransactionSql>;

/** How far a kind of link reaches: which items stand left and right, and which pairs of them may be linked. */
interface EdgeRule {
  readonly kind: 'REFERENCE' | 'SOURCE' | 'COUNTERPART';
  readonly left: Fragment;
  readonly scope: Fragment;
  readonly byDeclaration: boolean;
}

/** How much an equal code still says under a name that contradicts it. */
const CONTRADICTED = 0.5;

const edgeRules = (sql: TransactionSql): readonly EdgeRule[] => [
  {
    // A local item may answer an item of its own province's catalog or of a national one.
    kind: 'REFERENCE',
    left: sql`l.kind <> 'REFERENCE' and l.level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')`,
    scope: sql`r.kind = 'REFERENCE' and r.region_code in ('000000000000', l.province_code)`,
    byDeclaration: false,
  },
  {
    // 乡镇延伸事项: the source stands in a list of the same county, and of the same kind unless it is declared.
    kind: 'SOURCE',
    left: sql`l.level in ('TOWNSHIP', 'VILLAGE')`,
    scope: sql`r.level = 'COUNTY' and r.region_code = l.county_code`,
    byDeclaration: true,
  },
  {
    // 武陵源, 镇坪: the same service on the power list and the service lists of one place.
    kind: 'COUNTERPART',
    left: sql`l.kind in ('POWER', 'PUBLIC_SERVICE') and l.level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')`,
    scope: sql`r.region_code = l.region_code and r.kind <> l.kind
      and r.kind in ('PUBLIC_SERVICE', 'GOVERNMENT_SERVICE')`,
    byDeclaration: false,
  },
];

/**
 * The keys whose bearers this release changed, the items those changes may concern, and the items whose links have to
 * be looked at again because they say something else now than what a run or a person judged them by.
 */
const collectAffected = async (
  sql: TransactionSql,
  catalogIds: readonly string[],
  release: number,
): Promise<void> => {
  await sql`
    create temporary table changed_item on commit drop as
    select item_id, basic_key, name_key, code_key, region_code, fingerprint, from_release, to_release from matching.item
    where catalog_id = any(${[...catalogIds]}) and (from_release = ${release} or to_release = ${release})`;
  await sql`
    create temporary table moved on commit drop as
    select item_id from changed_item group by item_id
    having count(distinct (fingerprint, region_code)) > 1 or bool_and(to_release = ${release}) or min(from_release) = ${release}`;
  await sql`
    create temporary table affected on commit drop as
    select item_id from changed_item
    union select i.item_id from matching.item i where i.to_release = ${CURRENT}
      and i.basic_key in (select basic_key from changed_item)
    union select i.item_id from matching.item i where i.to_release = ${CURRENT}
      and i.name_key in (select name_key from changed_item)
    union select i.item_id from matching.item i where i.to_release = ${CURRENT}
      and i.source_item_key in (select code_key from changed_item)
    union select m.left_id from matching.match m where m.to_release = ${CURRENT}
      and m.right_id in (select item_id from moved)
    union select d.left_id from matching.decision d where d.right_id in (select item_id from moved)`;
  await sql`create index on moved (item_id)`;
  await sql`analyze changed_item`;
  await sql`analyze moved`;
  await sql`analyze affected`;
  await sql`
    create temporary table wanted (match_id text, kind text, left_id text, right_id text, rivalry text, method text,
      confidence float8, status text, left_level text, left_region_code text) on commit drop`;
};

/**
 * The links of one kind, in the order in which evidence counts: what the source declares, then equal codes, then
 * an equal normalised name that stands once on either side. Several right items of one catalog with the same code
 * (57 codes of a real provincial library carry 2 to 8 handling items) are told apart by name or not linked at all;
 * a declared source that a county lists twice is its first row. An item has one source but may answer items of
 * several catalogs; of a directory and an implementation list the latter, which has implementation codes, is the source.
 * An equal code under names that have not even a pair of characters in common is a conflict, not a link.
 */
const collectWanted = async (sql: TransactionSql, rule: EdgeRule): Promise<void> => {
  const declared = rule.byDeclaration
    ? sql`select l.item_id, r.item_id, r.catalog_id, r.implementation_code is null, r.ordinal, 'DECLARED_SOURCE', 0, l.name_key = r.name_key
        from lefts l join matching.item r on r.code_key = l.source_item_key and r.to_release = ${CURRENT}
        where ${rule.scope} union all`
    : sql``;
  await sql`
    insert into wanted
    with lefts as materialized (
      select l.*, rpad(left(l.region_code, 2), 12, '0') collate "C" as province_code,
        rpad(left(l.region_code, 6), 12, '0') collate "C" as county_code
      from matching.item l join affected a using (item_id)
      where l.to_release = ${CURRENT} and ${rule.left}
    ), candidates (left_id, right_id, catalog_id, bare, ordinal, method, preference, same_name) as (
      ${declared}
      select l.item_id, r.item_id, r.catalog_id, r.implementation_code is null, r.ordinal, 'CODE', 1, l.name_key = r.name_key
      from lefts l join matching.item r on r.basic_key = l.basic_key and r.to_release = ${CURRENT}
      where ${rule.scope} and (${rule.kind} <> 'SOURCE' or r.kind = l.kind)
      union all
      select l.item_id, r.item_id, r.catalog_id, r.implementation_code is null, r.ordinal, 'UNIQUE_NAME', 2, true
      from lefts l join matching.item r on r.name_key = l.name_key and r.to_release = ${CURRENT}
      where ${rule.scope} and (${rule.kind} <> 'SOURCE' or r.kind = l.kind) and not exists (
        select 1 from matching.item o where o.name_key = l.name_key and o.region_code = l.region_code
          and o.catalog_id = l.catalog_id and o.item_id <> l.item_id and o.to_release = ${CURRENT})
    ), counted as (
      select c.*, case when ${rule.kind} = 'SOURCE' then '' else catalog_id end as rival,
        count(*) over method_of_pair as all_count,
        count(*) filter (where same_name) over method_of_pair as name_count
      from candidates c
      window method_of_pair as (partition by left_id, catalog_id, method)
    ), sure as (
      select distinct on (left_id, rival) * from counted
      where (same_name and name_count = 1) or all_count = 1 or method = 'DECLARED_SOURCE'
      order by left_id, rival, preference, same_name desc, bare, ordinal, right_id
    )
    select matching.match_id_of(${rule.kind}, s.left_id, s.right_id), ${rule.kind}, s.left_id, s.right_id, s.rival, s.method,
      case when s.method = 'DECLARED_SOURCE' or s.same_name and s.method = 'CODE' then 1
        when contradicts then ${CONTRADICTED} else 0.95 end,
      case when contradicts then 'CONFLICT' else 'ACCEPTED' end, l.level, l.region_code
    from sure s join lefts l on l.item_id = s.left_id
    join matching.item r on r.item_id = s.right_id and r.to_release = ${CURRENT}
    cross join lateral (select s.method = 'CODE' and not s.same_name and not exists (
      select 1 from matching.name ln join matching.name rn on rn.name_key = r.name_key
      cross join unnest(ln.grams) as gram
      where ln.name_key = l.name_key and gram = any(rn.grams) and (length(gram) = 2
        or length(ln.normalized_name) = 1 or length(rn.normalized_name) = 1)) as contradicts) names`;
};

/**
 * Closes what no longer holds: sure links that are not wanted or say something else now, and what a run found between
 * items that have changed since or that have a sure link. What a run has made of a code under another name stands as
 * long as both its ends do. Links that only a person knows of are for `settle`.
 */
const closeLinks = async (sql: TransactionSql, release: number): Promise<void> => {
  await sql`
    update matching.match m set to_release = ${release}
    from affected a
    where m.left_id = a.item_id and m.to_release = ${CURRENT} and (m.machine_method is not null or m.decision_id is null)
      and not exists (
        select 1 from wanted w where w.match_id = m.match_id and w.method = m.machine_method
          and w.left_region_code = m.left_region_code
          and (w.confidence = m.machine_confidence or w.method = 'CODE' and w.confidence < 1 and m.run_id is not null
            and not exists (select 1 from moved where item_id in (m.left_id, m.right_id))))
      and (coalesce(m.machine_method, m.method) <> 'MODEL'
        or exists (select 1 from moved where item_id in (m.left_id, m.right_id))
        or exists (select 1 from wanted w where w.match_id = m.match_id)
        or exists (select 1 from wanted w join matching.item r on r.item_id = m.right_id and r.to_release = ${CURRENT}
          where w.left_id = m.left_id and w.kind = m.kind and w.rivalry in ('', r.catalog_id) and (
            w.method <> 'CODE' or w.confidence = 1)))`;
  await sql`
    update matching.match m set to_release = ${release} from wanted w
    where m.match_id = w.match_id and m.to_release = ${CURRENT} and m.machine_method is null and m.decision_id is not null`;
};

const openLinks = async (sql: TransactionSql, release: number): Promise<void> => {
  await sql`
    insert into matching.match (match_id, from_release, version, digest, kind, relation, status, method, confidence,
      left_id, right_id, left_level, left_region_code, machine_method, machine_relation, machine_confidence, machine_status)
    select w.match_id, ${release},
      1 + coalesce((select max(version) from matching.match o where o.match_id = w.match_id), 0),
      '', w.kind, 'EQUIVALENT', w.status, w.method, w.confidence, w.left_id, w.right_id, w.left_level,
      w.left_region_code, w.method, 'EQUIVALENT', w.confidence, w.status
    from wanted w
    where not exists (
      select 1 from matching.match m where m.match_id = w.match_id and m.to_release = ${CURRENT})`;
};

/** Lets people's decisions rule what has just been linked, where there are any, and tells claims on one partner apart. */
const settleLinks = async (sql: TransactionSql, release: number, day: string): Promise<void> => {
  await sql`
    with touched as (
      select left_id, right_id, kind, left_region_code, coalesce(machine_method, method) as method
      from affected join matching.match on left_id = item_id where from_release = ${release} or to_release = ${release}
    )
    select matching.settle(array(
      select left_id from matching.decision where left_id in (select item_id from affected)
      union select left_id from touched where method in ('MODEL', 'PERSON')
      union select m.left_id from touched t join matching.match m on m.right_id = t.right_id and m.kind = t.kind
        and m.left_region_code = t.left_region_code and m.machine_method = 'MODEL' and m.to_release = ${CURRENT}
      where exists (select 1 from matching.run)), ${release}, ${day})`;
};

/**
 * Brings the links to the state the release's items call for. Only items whose code, name or declared source was
 * touched are looked at; the result is the same as linking everything anew. What a run of the engine found and what
 * people decided stays, as long as it can.
 */
export const linkItems = async (
  sql: TransactionSql,
  catalogIds: readonly string[],
  release: number,
  day: string,
): Promise<void> => {
  await collectAffected(sql, catalogIds, release);
  for (const rule of edgeRules(sql)) await collectWanted(sql, rule);
  // Some conditions below can only be looked up row by row.
  await sql`create index on wanted (match_id)`;
  await sql`create index on wanted (left_id, kind)`;
  await sql`analyze wanted`;
  await closeLinks(sql, release);
  await openLinks(sql, release);
  await settleLinks(sql, release, day);
};
