import type { Operation } from './operations.ts';

/** A statement that builds the whole answer, and the names of its parameters in their order. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly string[];
}

/** The best link up from an item, as the hub chooses it. */
const bestLink = (item: string): string => `
  select * from bench.reference_link l where l.left_id = ${item}
  order by l.preference, l.related, l.confidence desc, l.id limit 1`;

/** The guide of an item that is shown of several. */
const bestGuide = (item: string): string => `
  select * from bench.guide g where g.item_id = ${item} order by g.precedence, g.id limit 1`;

const POINT = `
  select json_build_object('data', json_build_object('countyItem', (
    select json_build_object('id', c.id, 'name', c.name, 'level', c.level, 'itemType', c.item_type,
      'implementationCode', c.implementation_code, 'basicCode', c.basic_code,
      'region', json_build_object('id', c.region_code),
      'referenceMatch', case when l.id is not null then json_build_object(
        'relation', l.relation, 'status', l.status, 'confidence', l.confidence,
        'right', json_build_object('id', r.id, 'name', r.name, 'basicCode', r.basic_code,
          'elements', json_build_object('statutoryLimit', r.statutory_limit))) end,
      'guide', case when g.id is not null then json_build_object(
        'id', g.id, 'name', g.name, 'elements', g.place, 'materials', g.materials, 'windows', g.windows) end)
    from (select * from bench.county_item where code_key = $1 order by catalog_id, ordinal limit 1) c
    left join lateral (${bestLink('c.id')}) l on true
    left join bench.reference_item r on r.id = l.right_id
    left join lateral (${bestGuide('c.id')}) g on true)))::text as answer`;

const LIST = `
  select json_build_object('data', json_build_object('node', json_build_object('id', $1::text,
    'items', json_build_object('nodes', (
      select json_agg(json_build_object('id', i.id, 'name', i.name, 'implementationCode', i.implementation_code,
        'referenceMatch', case when l.id is not null then json_build_object(
          'right', json_build_object('id', r.id, 'name', r.name, 'basicCode', r.basic_code)) end,
        'guide', case when g.id is not null then json_build_object('id', g.id, 'itemElements', g.limits) end)
        order by i.ordinal, i.id)
      from (select * from bench.item where catalog_id = $1 order by ordinal, id limit 50) i
      left join lateral (${bestLink('i.id')}) l on true
      left join bench.reference_item r on r.id = l.right_id
      left join lateral (${bestGuide('i.id')}) g on true)))))::text as answer`;

const shortGuide = (item: string): string =>
  `(select json_build_object('id', g.id, 'name', g.name) from (${bestGuide(item)}) g)`;

const CROSS = `
  select json_build_object('data', json_build_object('referenceItem', (
    select json_build_object('id', r.id, 'name', r.name, 'localItems', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
        'region', json_build_object('id', c.region_code),
        'guide', ${shortGuide('c.id')},
        'townshipItems', json_build_object('nodes', (
          select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name,
            'region', json_build_object('id', t.region_code), 'guide', ${shortGuide('t.id')})
            order by t.left_region_code, t.id), '[]')
          from (select * from bench.township_item where owner = c.id order by left_region_code, id limit 5) t)))
        order by c.left_region_code, c.id), '[]')
      from (select * from bench.local_item where owner = r.id and left_level = 'COUNTY'
        order by left_region_code, id limit 20) c)))
    from bench.reference_item r where r.code_key = $1 order by r.catalog_id, r.ordinal limit 1)))::text as answer`;

const SEARCH = `
  select json_build_object('data', json_build_object('items', json_build_object('nodes', (
    select coalesce(json_agg(json_build_object('id', id, 'name', name, 'level', level,
      'region', json_build_object('id', region_code))), '[]')
    from bench.search_items($1, $2, $3, $4, $5)))))::text as answer`;

/** Each operation as one statement that a person wrote: what a server costs that has nothing but this to do. */
export const STATEMENTS: Readonly<Record<Operation, Statement>> = {
  point: { text: POINT, parameters: ['codeKey'] },
  list: { text: LIST, parameters: ['catalog'] },
  cross: { text: CROSS, parameters: ['codeKey'] },
  search: { text: SEARCH, parameters: ['whole', 'terms', 'grams', 'from', 'to'] },
};
