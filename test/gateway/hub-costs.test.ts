import { getIntrospectionQuery, getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { SUBGRAPH_BUDGET } from '../../cost/budget.ts';
import { readCostModel } from '../../cost/model.ts';
import { createAdmission } from '../../gateway/admission.ts';
import { LANES } from '../../gateway/lanes.ts';
import { Refusal } from '../../gateway/refusal.ts';
import { readStoredDocuments } from '../../gateway/stored-documents.ts';
import { hubCost, hubModel, hubSchema } from '../cost/hub-model.ts';
import { CASES } from '../operations/cases.ts';
import { readDocuments, shellLines } from '../support/documents.ts';

const documents = await readStoredDocuments();
const admission = createAdmission({ model: hubModel, lanes: LANES, documents });
const admitted = (query: string, variables = {}, hasToken = false) =>
  admission({ query, operationName: undefined, variables }, hasToken);

const ofTypes = Object.values(hubSchema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));

describe('the hub’s schema', () => {
  test('says of every list how long it may be', () => {
    const lists = ofTypes.filter(({ field }) => isListType(getNullableType(field.type)));
    expect(lists.length).toBeGreaterThan(100);
    const rows = new Set(['nodes', 'edges']);
    const unsaid = lists
      .filter(({ type, field }) => !(type.name.endsWith('Connection') && rows.has(field.name)))
      .filter(
        ({ type, field }) => hubModel.field(type.name, field.name)?.listSize?.assumedSize === undefined,
      );
    expect(unsaid.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  test('says of every page that its first is its size, and of which lists', () => {
    const pages = ofTypes.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
    expect(pages.length).toBeGreaterThan(15);
    for (const { type, field } of pages)
      expect(hubModel.field(type.name, field.name)?.listSize, `${type.name}.${field.name}`).toEqual({
        assumedSize: 20,
        slicingArguments: ['first'],
        sizedFields: ['nodes', 'edges'],
      });
  });

  test.each([
    ['{ compareCatalogs(left: "a", right: "b") { left { id } } }', 200 + 1 + 1],
    ['{ impact(catalog: "a") { name } }', 1_000 + 1],
    ['{ findings(region: "a", first: 3) { nodes { message } } }', 500 + 1 + 3],
    ['{ coverage(reference: "a", groupBy: TYPE) { share } }', 500 + 1_000],
    ['{ reconcile(items: [{ name: "a" }, { name: "b" }], against: "c") { confidence } }', 2 * 20 + 2 * 3],
    ['{ items { totalCount } }', 1],
    ['{ items(filter: { level: [COUNTY] }) { totalCount } }', 20 + 1],
    ['mutation { runMatching { result } }', 10],
  ])('%s', (query, cost) => expect(hubCost(query)).toBe(cost));
});

describe('nothing that exists is refused', () => {
  const stored = [...documents.byId.values()];

  test.each(stored.map(({ name, text }) => [name, text] as const))('%s, with pages of 100', (name, text) => {
    for (const variables of [CASES[name], { ...CASES[name], first: 100 }]) {
      expect(admitted(text, variables)).toMatchObject({ limit: LANES.STORED.cost });
      expect(admitted(text, variables, true)).toMatchObject({ limit: LANES.STORED.cost });
    }
  });

  test('the examples of the documents', () => {
    const shown = readDocuments().flatMap(({ blocks }) =>
      blocks.filter(({ language }) => language === 'graphql').map(({ text }) => text),
    );
    const sent = readDocuments()
      .flatMap(shellLines)
      .flatMap((line) => / -d '(\{.*\})'/u.exec(line)?.[1] ?? [])
      .map((body) => String(JSON.parse(body).query));
    expect(shown.length + sent.length).toBeGreaterThan(12);
    for (const query of [...shown, ...sent])
      for (const hasToken of [false, true])
        expect(admitted(query, {}, hasToken), query).toMatchObject({ limit: LANES.OPEN.cost });
  });

  test('the introspection of the explorer, without a token', () => {
    const query = getIntrospectionQuery({
      inputValueDeprecation: true,
      oneOf: true,
      schemaDescription: true,
    });
    expect(admitted(query)).toEqual({ estimated: 1_000, limit: LANES.OPEN.cost });
    expect(admitted(query, {}, true)).toMatchObject({ code: 'INTROSPECTION_OFF' });
  });
});

describe('the lanes', () => {
  const [compare] = [...documents.byId.values()].filter(({ name }) => name === 'compare-catalogs');
  const text = compare?.text ?? '';

  test('a stored document is known without its comments, in another layout and with other defaults', () => {
    const bare = text.replaceAll(/^\s*#.*\n/gmu, '').replaceAll(/\s+/gu, ' ');
    for (const sent of [text, bare, bare.replace('$first: Int = 20', '$first: Int = 3')])
      expect(admitted(sent, { first: 1 }), sent).toMatchObject({ limit: LANES.STORED.cost });
    expect(bare).toContain('$first: Int = 20');
  });

  test('with one field more it is nobody’s but the sender’s', () => {
    const other = text.replace(/\{/u, '{ __typename ');
    expect(admitted(other, { first: 1 })).toMatchObject({ limit: LANES.OPEN.cost });
  });

  test('who bears a token has few aliases and root fields', () => {
    const aliases = (count: number) =>
      Array.from({ length: count }, (_, at) => `a${at}: __typename`).join(' ');
    const below = (count: number) => `{ release { ${aliases(count)} } }`;
    const roots = (count: number) => `{ ${'__typename '.repeat(count)} }`;
    expect(admitted(below(10), {}, true)).not.toBeInstanceOf(Refusal);
    expect(admitted(below(11), {}, true)).toMatchObject({ code: 'TOO_MANY_ALIASES' });
    expect(admitted(below(11))).not.toBeInstanceOf(Refusal);
    expect(admitted(roots(5), {}, true)).not.toBeInstanceOf(Refusal);
    expect(admitted(roots(6), {}, true)).toMatchObject({ code: 'TOO_MANY_ROOT_FIELDS' });
    expect(admitted(roots(6))).not.toBeInstanceOf(Refusal);
  });

  test('no subgraph is asked for more than its budget by what any lane admits', () => {
    const dearest = Math.max(...Object.values(LANES).map(({ cost }) => cost));
    expect(SUBGRAPH_BUDGET.cost).toBeGreaterThan(2 * dearest);
    expect(SUBGRAPH_BUDGET.selections).toBeGreaterThanOrEqual(10 * LANES.OPEN.selections);
  });

  test('what is too dear is refused in words that say how dear', () => {
    const pages =
      '{ catalogs(first: 100) { nodes { items(first: 100) { nodes { catalog { items(first: 100) { nodes { id } } } } } } } }';
    expect(admitted(pages)).toMatchObject({
      code: 'TOO_COSTLY',
      message:
        '查询的费用过高：估计为 1030201，上限为 25000。减小各层的 first，少嵌套列表，或拆成几个查询分别翻页。',
    });
    const endless = pages.replace(
      '{ id }',
      '{ catalog { items(first: 100) { nodes { catalog { items(first: 100) { nodes { id } } } } } } }',
    );
    expect(admitted(endless)).toMatchObject({ code: 'TOO_DEEP' });
    expect(admitted('{ items(first: 2000000000) { nodes { id } } }')).toMatchObject({
      code: 'TOO_COSTLY',
      message:
        '查询的费用过高：估计为 1000000000 以上，上限为 25000。减小各层的 first，少嵌套列表，或拆成几个查询分别翻页。',
    });
  });

  test('variables that nest a hundred thousand deep are refused', () => {
    let nested: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) nested = [nested];
    expect(admitted('query ($a: ID!) { node(id: $a) { id } }', { a: nested })).toMatchObject({
      code: 'TOO_DEEP',
    });
  });

  test('an estimate is that of the variables it is asked for, each time', () => {
    const query = `query ($n: Int, $with: Boolean = true, $filter: ItemFilter, $items: [ReconcileItem!] = []) {
      items(first: $n, filter: $filter) @include(if: $with) { nodes { id } }
      reconcile(items: $items, against: "a") { confidence }
    }`;
    const cases: readonly (readonly [Record<string, unknown>, number])[] = [
      [{}, 21],
      [{ n: null }, 21],
      [{ n: 3 }, 4],
      [{ n: 5 }, 6],
      [{ n: 3, filter: null }, 4],
      [{ n: 3, filter: { search: 'a' } }, 24],
      [{ n: 3, filter: { search: 'b' } }, 24],
      [{ n: 3, with: false }, 0],
      [{ n: 3, with: true }, 4],
      [{ n: 3, items: [{ name: 'a' }] }, 4 + 20 + 3],
      [{ n: 3, items: [{ name: 'a' }, { name: 'b' }] }, 4 + 2 * (20 + 3)],
      [{ n: 3, items: { name: 'a' } }, 4 + 20 + 3],
    ];
    for (const [variables, estimated] of [...cases, ...cases.toReversed()])
      expect(admitted(query, variables), JSON.stringify(variables)).toMatchObject({ estimated });
  });

  test('what does not say which of its operations is Apollo’s to explain', () => {
    expect(admitted('query A { __typename } query B { __typename }')).toBeUndefined();
    expect(admitted('{ a')).toBeUndefined();
  });
});

test('the public model and the supergraph’s are one: nothing is said of a field the schema does not have', () => {
  expect(
    readCostModel(hubSchema, { kind: 'Document', definitions: [] } as never).field('Query', 'items'),
  ).toMatchObject({
    weight: 1,
    listSize: { slicingArguments: ['first'] },
  });
});
