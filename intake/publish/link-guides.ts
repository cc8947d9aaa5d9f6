import type { TransactionSql } from '../../db/client.ts';
import { CURRENT } from '../../db/version.ts';

/** Schemes whose codes tell items apart only within one place; codes of all others name the office as well. */
export const REGIONAL: readonly string[] = ['LOCAL', 'CN_12', 'GBT_39046_BASIC'];

/**
 * Guides made in this release, and those whose code or name is borne by an item that this release changed, as it
 * was or as it is: nothing else can alter which item a guide belongs to.
 */
const collectLoose = async (sql: TransactionSql, catalogIds: readonly string[], release: number) => {
  await sql`
    create temporary table loose on commit drop as
    with ids as (
      select guide_id from guide.guide g
      where g.catalog_id = any(${[...catalogIds]}) and g.to_release = ${CURRENT} and g.from_release = ${release}
      union
      select g.guide_id from guide.guide g where g.to_release = ${CURRENT} and g.item_code_key is not null
        and g.item_code_key in (select code_key from changed_item union select basic_key from changed_item)
      union
      select g.guide_id from guide.guide g where g.to_release = ${CURRENT} and g.item_name_key is not null
        and (g.item_name_key, g.item_region_code) in (select name_key, region_code from changed_item)
    )
    select g.guide_id, g.from_release, g.item_id as old_id, g.item_code_key as code_key,
      g.item_name_key as name_key, g.item_region_code as region_code,
      split_part(g.item_code_key, ':', 1) as scheme
    from ids join guide.guide g using (guide_id)
    where g.to_release = ${CURRENT} and (g.item_code_key is not null or g.item_name_key is not null)`;
  await sql`analyze loose`;
};

/**
 * Items of a guide's code in its own region or one above it, the nearest region first. Joined on code and region
 * together: the same basic code stands in every county, and so do its guides.
 */
const collectNear = async (sql: TransactionSql) => {
  await sql`
    create temporary table near_item on commit drop as
    with places as (
      select l.guide_id, l.code_key, l.name_key, p.region_code collate "C" as region_code, min(p.steps) as steps
      from loose l
      cross join lateral (values (l.region_code, 0), (rpad(left(l.region_code, 9), 12, '0'), 1),
        (rpad(left(l.region_code, 6), 12, '0'), 2), (rpad(left(l.region_code, 4), 12, '0'), 3),
        (rpad(left(l.region_code, 2), 12, '0'), 4), ('000000000000', 5)) as p (region_code, steps)
      where l.code_key is not null
      group by 1, 2, 3, 4
    ), found as (
      select p.guide_id, p.steps, p.name_key, i.item_id, i.name_key as item_name, i.implementation_code
      from places p join matching.item i
        on i.code_key = p.code_key and i.region_code = p.region_code and i.to_release = ${CURRENT}
      union
      select p.guide_id, p.steps, p.name_key, i.item_id, i.name_key, i.implementation_code
      from places p join matching.item i
        on i.basic_key = p.code_key and i.region_code = p.region_code and i.to_release = ${CURRENT}
    ), ranked as (
      select f.*, f.item_name = f.name_key as same_name,
        rank() over (partition by guide_id order by steps, implementation_code is null) as place
      from found f
    )
    select guide_id, count(*) as all_count, count(*) filter (where same_name) as name_count,
      min(item_id) as any_id, min(item_id) filter (where same_name) as named_id
    from ranked where place = 1 group by guide_id`;
  await sql`analyze near_item`;
};

/** Items anywhere of the codes that no nearby item bears; counted per code, for villages share their county's. */
const collectFar = async (sql: TransactionSql) => {
  await sql`
    create temporary table far_item on commit drop as
    with wanted_code as (
      select distinct l.code_key from loose l
      where l.code_key is not null and l.scheme <> all (${[...REGIONAL]})
        and not exists (select 1 from near_item n where n.guide_id = l.guide_id)
    )
    select i.code_key, i.name_key, count(*) as name_count, min(i.item_id) as named_id,
      sum(count(*)) over (partition by i.code_key) as all_count
    from wanted_code w join matching.item i on i.code_key = w.code_key and i.to_release = ${CURRENT}
    group by i.code_key, i.name_key`;
};

const collectFound = async (sql: TransactionSql) => {
  await sql`
    create temporary table found_guide on commit drop as
    with by_code as (
      select n.guide_id, case when n.name_count = 1 then n.named_id
        when n.name_count = 0 and n.all_count = 1 and l.scheme <> 'LOCAL' then n.any_id end as item_id
      from near_item n join loose l using (guide_id)
      union all
      select l.guide_id, min(f.named_id) from loose l join far_item f on f.code_key = l.code_key
      where l.scheme <> all (${[...REGIONAL]}) and not exists (select 1 from near_item n where n.guide_id = l.guide_id)
        and f.name_count = 1 and (f.name_key = l.name_key or f.all_count = 1)
      group by l.guide_id
    ), by_name as (
      select guide_id, min(item_id) as item_id from (
        select l.guide_id, i.item_id, rank() over (
          partition by l.guide_id order by (i.implementation_code is null)) as place
        from loose l join matching.item i on i.name_key = l.name_key and i.region_code = l.region_code
          and i.to_release = ${CURRENT}
      ) named where place = 1 group by guide_id having count(*) = 1
    )
    select l.guide_id, l.from_release, coalesce(c.item_id, n.item_id) as item_id
    from loose l left join by_code c using (guide_id) left join by_name n using (guide_id)
    where coalesce(c.item_id, n.item_id) is distinct from l.old_id`;
};

/**
 * Finds the item of every guide that this release may concern: by code among the items of the guide's region or of
 * one above it (a code that names its office: also elsewhere), among several of one code by name, and else by a name
 * that only one item of the guide's region bears (an item with an implementation code before one without, for a
 * directory and an implementation list repeat each other's names). A local code counts only where the name agrees.
 * A guide version made in this release is filled in place; an older one is closed by a new version, so that earlier
 * releases stay as they were. Reads `changed_item`, which `linkItems` makes.
 */
export const linkGuides = async (
  sql: TransactionSql,
  catalogIds: readonly string[],
  release: number,
): Promise<void> => {
  await collectLoose(sql, catalogIds, release);
  await collectNear(sql);
  await collectFar(sql);
  await collectFound(sql);
  await sql`
    insert into guide.guide
    select (jsonb_populate_record(g, jsonb_build_object('item_id', f.item_id, 'from_release', ${release}::int,
      'version', g.version + 1))).*
    from found_guide f join guide.guide g on g.guide_id = f.guide_id and g.from_release = f.from_release
    where f.from_release < ${release}`;
  await sql`
    update guide.guide g set to_release = ${release} from found_guide f
    where g.guide_id = f.guide_id and g.from_release = f.from_release and f.from_release < ${release}`;
  await sql`
    update guide.guide g set item_id = f.item_id from found_guide f
    where g.guide_id = f.guide_id and g.from_release = f.from_release and f.from_release = ${release}`;
};
