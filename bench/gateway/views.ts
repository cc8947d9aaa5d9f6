import type { Sql } from '../../db/client.ts';
import { SETTLED_STATUSES } from '../../db/matching.ts';

/** A time limit with the three parts that are asked for, null where there is none. */
const limit = (path: string): string => `case when jsonb_typeof(${path}) = 'object' then
  jsonb_build_object('amount', ${path} -> 'amount', 'unit', ${path} -> 'unit', 'raw', ${path} -> 'raw') end`;

/** A list of a guide, each entry with the parts that are asked for. */
const list = (name: string, parts: readonly string[]): string => `
  case when jsonb_typeof(elements -> '${name}') = 'array' then (
    select coalesce(jsonb_agg(jsonb_build_object(${parts.map((part) => `'${part}', entry -> '${part}'`).join(', ')}) order by place), '[]')
    from jsonb_array_elements(elements -> '${name}') with ordinality as entries(entry, place)) end`;

const SETTLED = SETTLED_STATUSES.map((status) => `'${status}'`).join(', ');

/** What a person confirmed goes before what the machine accepted, and that before what waits for a person. */
const PREFERENCE = `array_position(array['CONFIRMED', 'STALE_EVIDENCE', 'ACCEPTED', 'REVIEW', 'CONFLICT', 'DEFERRED'], m.status)`;

const linkedItems = (kind: string, valid: (alias: string) => string): string => `
  select m.right_id as owner, m.left_level, m.left_region_code, i.item_id as id, i.task_name as name, i.region_code
  from matching.match m join matching.item i on i.item_id = m.left_id and ${valid('i')}
  where m.kind = '${kind}' and m.status in (${SETTLED}) and ${valid('m')}`;

const views = (release: number): Readonly<Record<string, string>> => {
  const valid = (alias: string) => `${alias}.from_release <= ${release} and ${alias}.to_release > ${release}`;
  return {
    reference_item: `
      select item_id as id, task_name as name, catalog_id, ordinal, code_key, basic_key, basic_code,
        ${limit(`(elements -> 'statutoryLimit')`)} as statutory_limit
      from reference.item i where ${valid('i')}`,
    county_item: `
      select item_id as id, task_name as name, catalog_id, ordinal, level, item_type, region_code, code_key,
        implementation_code, basic_code
      from county.item i where ${valid('i')}`,
    item: `
      select item_id as id, task_name as name, catalog_id, ordinal, level, region_code, implementation_code
      from matching.item i where ${valid('i')}`,
    guide: `
      select guide_id as id, item_id, precedence, guide_name as name,
        jsonb_build_object('address', elements -> 'address', 'hours', elements -> 'hours',
          'consultationPhone', elements -> 'consultationPhone') as place,
        ${list('materials', ['name', 'necessity', 'originals', 'copies'])} as materials,
        ${list('windows', ['name', 'address', 'phone', 'hours'])} as windows,
        case when jsonb_typeof(elements -> 'itemElements') = 'object' then jsonb_build_object(
          'promisedLimit', ${limit(`(elements #> '{itemElements,promisedLimit}')`)},
          'statutoryLimit', ${limit(`(elements #> '{itemElements,statutoryLimit}')`)}) end as limits
      from guide.guide g where ${valid('g')}`,
    reference_link: `
      select m.match_id as id, m.left_id, m.right_id, m.relation, m.status, m.confidence,
        ${PREFERENCE} as preference, m.relation = 'RELATED' as related
      from matching.match m where m.kind = 'REFERENCE' and m.status <> 'REJECTED' and ${valid('m')}`,
    local_item: linkedItems('REFERENCE', valid),
    township_item: linkedItems('SOURCE', valid),
  };
};

/** Relations between the views, as PostGraphile's smart tags tell them: `[view, column, other view, field there]`. */
const RELATIONS = [
  ['reference_link', 'left_id', 'county_item', 'referenceLinks'],
  ['reference_link', 'left_id', 'item', 'itemReferenceLinks'],
  ['reference_link', 'right_id', 'reference_item', 'referenceItemLinks'],
  ['guide', 'item_id', 'county_item', 'guides'],
  ['guide', 'item_id', 'item', 'itemGuides'],
  ['guide', 'item_id', 'local_item', 'localGuides'],
  ['guide', 'item_id', 'township_item', 'townshipGuides'],
  ['local_item', 'owner', 'reference_item', 'localItems'],
  ['township_item', 'owner', 'local_item', 'townshipItems'],
] as const;

const tagsOf = (view: string): string =>
  [
    '@primaryKey id',
    ...RELATIONS.filter(([from]) => from === view).map(
      ([, column, other, field]) =>
        `@foreignKey (${column}) references bench.${other} (id)|@fieldName ${other}_of_${column}|@foreignFieldName ${field}|@foreignSimpleFieldName ${field}`,
    ),
  ].join('\n');

/** The search of the hub as a function: names first, then each name's items. */
const SEARCH = `
  create function bench.search_items(whole text, terms text[], grams text[], first_region text, last_region text)
  returns setof bench.item language sql stable set plan_cache_mode = force_custom_plan as $$
    select found.* from (
      select n.name_key, n.normalized_name as text, char_length(n.normalized_name) as length,
        case when n.normalized_name = whole then 0 when starts_with(n.normalized_name, terms[1]) then 1 else 2 end as rank
      from matching.name n
      where n.grams @> search_items.grams
        and (select bool_and(position(term in n.normalized_name) > 0) from unnest(terms) as term)
      order by rank, length, text
    ) n
    cross join lateral (
      select i.item_id as id, i.task_name as name, i.catalog_id, i.ordinal, i.level, i.region_code, i.implementation_code
      from matching.item i
      where i.name_key = n.name_key and VALID
        and (first_region is null or i.region_code between first_region and last_region)
      order by i.region_code, i.item_id limit 20
    ) found
    order by n.rank, n.length, n.text, found.region_code, found.id limit 20
  $$`;

/** Makes the schema `bench` anew: one release as views on the hub's own tables, for those who cannot ask the hub. */
export const createBenchViews = async (sql: Sql, release: number): Promise<void> => {
  const valid = `i.from_release <= ${release} and i.to_release > ${release}`;
  await sql.begin(async (transaction) => {
    await transaction.unsafe('drop schema if exists bench cascade; create schema bench');
    for (const [name, text] of Object.entries(views(release))) {
      await transaction.unsafe(`create view bench.${name} as ${text}`);
      await transaction.unsafe(`comment on view bench.${name} is '${tagsOf(name)}'`);
    }
    await transaction.unsafe(SEARCH.replace('VALID', valid));
  });
};
