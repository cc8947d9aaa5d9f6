import type { Sql } from '../../db/client.ts';

/** A province in which rows are not as they should be, and what is asked of it. */
export interface OddRow {
  readonly title: string;
  /** Makes a row odd; the result is its id, or its code. */
  readonly change: (sql: Sql) => Promise<string>;
  readonly query: string;
  /** What is to be read in the answer, so that the case is what it says. */
  readonly tells: RegExp;
}

const one = async (rows: Promise<readonly { readonly id: string }[]>): Promise<string> => {
  const [row] = await rows;
  if (row === undefined) throw new Error('the province has no such row');
  return row.id;
};

/** A county item of which no other case changes anything. */
const countyItem = (sql: Sql, place: number): Promise<string> =>
  one(sql`select c.item_id as id from county.item c
    where c.to_release > 2 and c.organisation_id is not null
      and exists (select 1 from matching.match m where m.left_id = c.item_id and m.kind = 'REFERENCE' and m.to_release > 2)
      and not exists (select 1 from matching.match m where m.right_id = c.item_id)
    order by 1 offset ${place} limit 1`);

const withElements = (place: number, elements: string) => async (sql: Sql) => {
  const id = await countyItem(sql, place);
  // As text: what JavaScript would print of these numbers is another.
  await sql.unsafe(`update county.item set elements = elements || $1::text::jsonb where item_id = $2`, [
    elements,
    id,
  ]);
  return id;
};

const ELEMENTS = `query ($id: ID!) { node(id: $id) { ... on CountyItem { name elements {
  visits sourceVersion publicationDate remark isOnline serviceObjects promisedLimit { amount unit immediate raw } } } } }`;

const inElements: readonly OddRow[] = (
  [
    [
      'numbers that JavaScript prints otherwise',
      '{"visits": 1.0, "sourceVersion": 1e3}',
      /"visits":1,"sourceVersion":1000/u,
    ],
    [
      'what has to be escaped',
      '{"remark": "a\\u2028b\\u0001\\"\\\\\\ud83d\\ude00</script>"}',
      /"remark":"a\u2028b\\u0001\\"\\\\😀<\/script>"/u,
    ],
    ['a number in the place of a text', '{"remark": 7}', /"remark":"7"/u],
    ['a text in the place of a truth', '{"isOnline": "true"}', /"errors"/u],
    ['a number in the place of a truth', '{"isOnline": 1}', /"isOnline":true/u],
    ['a fraction in the place of a count', '{"visits": 1.5}', /"errors"/u],
    ['a value in the place of a list', '{"serviceObjects": "NATURAL_PERSON"}', /"errors"/u],
    ['a word that is none of the list', '{"serviceObjects": ["NATURAL_PERSON", "MARTIAN"]}', /"errors"/u],
    ['nothing among the values of a list', '{"serviceObjects": [null]}', /"errors"/u],
    ['a time limit without what it has to have', '{"promisedLimit": {"amount": 5}}', /"errors"/u],
    ['an empty list in the place of an object', '{"promisedLimit": []}', /"promisedLimit"/u],
    ['a number beyond 32 bits', '{"visits": 3000000000}', /"errors"/u],
    [
      'an object with members that nobody knows',
      '{"promisedLimit": {"immediate": true, "raw": "x", "__proto__": {"raw": "y"}}}',
      /"raw":"x"/u,
    ],
  ] as const
).map(([title, elements, tells], place) => ({
  title,
  change: withElements(place, elements),
  query: ELEMENTS,
  tells,
}));

const GUIDE = `query ($id: ID!) { node(id: $id) { ... on Guide { name problems { code } materials { name canonicalName copies } fees { name } itemElements { visits } } } }`;

const inGuides: readonly OddRow[] = (
  [
    [
      'a material without a name',
      '{"materials": [{"copies": 2}, {"name": "申请表", "copies": 1.0}]}',
      /"canonicalName":null,"copies":2/u,
    ],
    ['a list that is null', '{"fees": null, "itemElements": null}', /"fees":null,"itemElements":null/u],
    ['a list that is an object', '{"fees": {}}', /"errors"/u],
    ['an object that is a list', '{"itemElements": []}', /"itemElements":null/u],
    ['an object with nothing in it', '{"itemElements": {}}', /"itemElements":\{"visits":null\}/u],
  ] as const
).map(([title, elements, tells], place) => ({
  title: `a guide with ${title}`,
  query: GUIDE,
  tells,
  change: async (sql: Sql) => {
    const id = await one(
      sql`select guide_id as id from guide.guide where to_release > 2 order by 1 offset ${place} limit 1`,
    );
    await sql.unsafe(
      `update guide.guide set elements = elements || $1::text::jsonb, problems = null where guide_id = $2`,
      [elements, id],
    );
    return id;
  },
}));

const LINK_UP = `query ($id: ID!) { node(id: $id) { ... on CountyItem { referenceMatch { confidence status right { __typename id name } } } } }`;

const upOf = (sql: Sql, id: string): Promise<string> =>
  one(
    sql`select match_id as id from matching.match where left_id = ${id} and kind = 'REFERENCE' and to_release > 2`,
  );

/** Changes the link up from a county item. */
const linkUp =
  (place: number, change: string): OddRow['change'] =>
  async (sql) => {
    const id = await countyItem(sql, place);
    await sql.unsafe(`update matching.match set ${change} where match_id = '${await upOf(sql, id)}'`);
    return id;
  };

const ofLinks: readonly OddRow[] = [
  {
    title: 'a link to an item that is gone',
    query: LINK_UP,
    tells: /"right":null/u,
    change: linkUp(13, "right_id = 'ri_gone'"),
  },
  {
    title: 'only the id of an item that is gone',
    query: LINK_UP.replace(' name', ''),
    tells: /"id":"ri_gone"/u,
    change: linkUp(14, "right_id = 'ri_gone'"),
  },
  {
    title: 'a link to what is no item',
    query: LINK_UP,
    tells: /"right"/u,
    change: linkUp(15, "right_id = 'gd_x'"),
  },
  {
    title: 'a link that a person has rejected',
    query: LINK_UP,
    tells: /"referenceMatch":null/u,
    change: linkUp(16, "status = 'REJECTED'"),
  },
  {
    title: 'a link hardly anything speaks for, which waits for a person',
    query: LINK_UP,
    tells: /"confidence":1e-7,"status":"REVIEW"/u,
    change: linkUp(17, "status = 'REVIEW', confidence = 1e-7"),
  },
  {
    title: 'a source that is gone',
    query: 'query ($id: ID!) { node(id: $id) { ... on TownshipItem { sourceItem { id name } } } }',
    tells: /"sourceItem":null/u,
    change: async (sql) => {
      const [link] = await sql<{ id: string; left: string }[]>`
        select match_id as id, left_id as left from matching.match where kind = 'SOURCE' and to_release > 2 order by 1 limit 1`;
      await sql`update matching.match set right_id = 'ci_gone' where match_id = ${link?.id ?? ''}`;
      return link?.left ?? '';
    },
  },
];

const PLACES = `query ($id: ID!) { node(id: $id) { ... on CountyItem { name guide { id } organisation { id name region { name } } catalog { name } region { name } } } }`;

const ofPlaces: readonly OddRow[] = [
  {
    title: 'an item without a guide and without an organisation',
    query: PLACES,
    tells: /"guide":null,"organisation":null/u,
    change: async (sql) => {
      const id = await countyItem(sql, 19);
      await sql`update guide.guide set item_id = null where item_id = ${id}`;
      await sql`update county.item set organisation_id = null where item_id = ${id}`;
      await sql`update matching.item set organisation_id = null where item_id = ${id}`;
      return id;
    },
  },
  {
    title: 'an item of an organisation that is not there',
    query: PLACES,
    tells: /"id":"or_gone","name":null/u,
    change: async (sql) => {
      const id = await countyItem(sql, 20);
      await sql`update county.item set organisation_id = 'or_gone' where item_id = ${id}`;
      await sql`update matching.item set organisation_id = 'or_gone' where item_id = ${id}`;
      return id;
    },
  },
  {
    title: 'a list of a region that is not there',
    query:
      'query ($id: ID!) { node(id: $id) { ... on Catalog { name region { id name } items(first: 1) { totalCount } } } }',
    tells: /"region"/u,
    change: async (sql) => {
      const id = await one(
        sql`select catalog_id as id from reference.catalog where item_count > 5 and level = 'TOWNSHIP' order by 1 limit 1`,
      );
      await sql`update reference.catalog set region_code = '990000000000' where catalog_id = ${id}`;
      return id;
    },
  },
  {
    title: 'a region below one that is not there',
    query: 'query ($id: ID!) { node(id: $id) { ... on Region { name parent { id name } } } }',
    tells: /"parent":null/u,
    change: async (sql) => {
      const id = await one(
        sql`select region_code as id from reference.region where level = 'VILLAGE' order by 1 limit 1`,
      );
      await sql`update reference.region set parent_code = '990000000000' where region_code = ${id}`;
      return id;
    },
  },
  {
    title: 'only the id of the region above, which is not there',
    query: 'query ($id: ID!) { node(id: $id) { ... on Region { name parent { id } } } }',
    tells: /"parent":null/u,
    change: async (sql) => {
      const id = await one(
        sql`select region_code as id from reference.region where level = 'VILLAGE' order by 1 offset 1 limit 1`,
      );
      await sql`update reference.region set parent_code = '990000000000' where region_code = ${id}`;
      return id;
    },
  },
  {
    title: 'a link from an item that is gone, which is counted still',
    query:
      'query ($id: ID!) { node(id: $id) { ... on ReferenceItem { localItems(first: 1) { totalCount nodes { id } } } } }',
    tells: /"totalCount":[1-9]/u,
    change: async (sql) => {
      const [link] = await sql<{ id: string; right: string }[]>`
        select max(match_id) as id, right_id as right from matching.match where kind = 'REFERENCE' and to_release > 2
        group by 2 having count(*) > 3 order by 2 limit 1`;
      await sql`update matching.match set left_id = 'ci_gone' where match_id = ${link?.id ?? ''}`;
      return link?.right ?? '';
    },
  },
  {
    title: 'a code that was read from a broken file, asked for with U+0000',
    query: 'query ($id: String!) { countyItem(code: $id) { id } }',
    tells: /"countyItem":null/u,
    change: async (sql) => {
      const id = await countyItem(sql, 21);
      await sql`update county.item set implementation_code = ${'a\uFFFDb'}, code_key = ${'LOCAL:a\uFFFDb'} where item_id = ${id}`;
      return 'a\u0000b';
    },
  },
];

export const ODD_ROWS: readonly OddRow[] = [...inElements, ...inGuides, ...ofLinks, ...ofPlaces];
