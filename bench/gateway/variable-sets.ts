import type { Sql } from '../../db/client.ts';
import { seededRandom } from '../../test/support/random-query.ts';
import { type Operation, searchValues, type VariableSet } from './operations.ts';

const SEED = 20_260_301;

/** Different questions of each operation: enough that nothing is asked twice within a second. */
const MOST = 300;

/** Items that bear their code alone and whose guide asks for several materials. */
const pointSets = async (sql: Sql): Promise<readonly VariableSet[]> => {
  const rows = await sql<{ code: string; codeKey: string }[]>`
    select i.implementation_code as code, i.code_key as "codeKey"
    from bench.county_item i join bench.guide g on g.item_id = i.id
    where i.implementation_code is not null and g.precedence = 0 and jsonb_array_length(g.materials) >= 3
      and (select count(*) from bench.county_item o where o.code_key = i.code_key) = 1
    group by i.implementation_code, i.code_key order by i.code_key`;
  return rows.map(({ code, codeKey }) => ({ hub: { code }, stored: { codeKey } }));
};

const listSets = async (sql: Sql): Promise<readonly VariableSet[]> => {
  const rows = await sql<{ catalog: string }[]>`
    select catalog_id as catalog from bench.item
    where level = 'COUNTY' group by catalog_id having count(*) >= 50 order by catalog_id`;
  return rows.map(({ catalog }) => ({ hub: { catalog }, stored: { catalog } }));
};

/** The reference items that most county items with township items go back to. */
const crossSets = async (sql: Sql): Promise<readonly VariableSet[]> => {
  const rows = await sql<{ code: string; codeKey: string }[]>`
    select r.basic_code as code, r.code_key as "codeKey"
    from bench.reference_item r join bench.local_item l on l.owner = r.id and l.left_level = 'COUNTY'
    where exists (select 1 from bench.township_item t where t.owner = l.id)
      and (select count(*) from bench.reference_item o
           where o.basic_key = r.code_key or o.code_key = r.code_key) = 1
      and r.code_key = r.basic_key
    group by r.basic_code, r.code_key order by count(*) desc, r.code_key limit ${MOST / 2}`;
  return rows.map(({ code, codeKey }) => ({ hub: { code }, stored: { codeKey } }));
};

/** Two to four neighbouring characters of a name that exists, in the province, in the item's county or in its own region. */
const searchSets = async (sql: Sql, random: () => number): Promise<readonly VariableSet[]> => {
  const items = await sql<{ name: string; region: string }[]>`
    select n.normalized_name as name, i.region_code as region
    from matching.item i join matching.name n using (name_key)
    where n.normalized_name ~ '^[一-龥]{4,}$' and i.to_release = 2147483647
    order by md5(i.item_id) limit ${MOST * 3}`;
  const sets = items.map(({ name, region }) => {
    const length = 2 + Math.floor(random() * 3);
    const from = Math.floor(random() * (name.length - length + 1));
    const regions = [null, `${region.slice(0, 6)}000000`, region];
    const where = regions[Math.floor(random() * regions.length)] ?? null;
    return searchValues(name.slice(from, from + length), where);
  });
  return [...new Map(sets.map((set) => [JSON.stringify(set.hub), set])).values()];
};

/** Up to `count` of a list in a random order. */
const drawn = <T>(list: readonly T[], count: number, random: () => number): readonly T[] => {
  const rest = [...list];
  for (let place = rest.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [rest[place], rest[other]] = [rest[other] as T, rest[place] as T];
  }
  return rest.slice(0, count);
};

/** The values each operation is asked with, drawn from the data with a fixed seed; throws where the data has none. */
export const drawVariableSets = async (
  sql: Sql,
): Promise<Readonly<Record<Operation, readonly VariableSet[]>>> => {
  const random = seededRandom(SEED);
  const all = {
    point: await pointSets(sql),
    list: await listSets(sql),
    cross: await crossSets(sql),
    search: await searchSets(sql, random),
  };
  for (const [operation, sets] of Object.entries(all)) {
    if (sets.length === 0) throw new Error(`the data has nothing to ask for: ${operation}`);
  }
  return {
    point: drawn(all.point, MOST, random),
    list: drawn(all.list, MOST, random),
    cross: drawn(all.cross, MOST, random),
    search: drawn(all.search, MOST, random),
  };
};
