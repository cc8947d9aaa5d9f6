import {
  buildSchema,
  GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../../catalog/error-codes.ts';
import { ERROR_DETAILS } from '../../../catalog/error-details.ts';
import { publicError } from '../../../gateway/plugins/public-error.ts';
import { Refusal } from '../../../gateway/refusal.ts';
import { LARGEST_PAGE } from '../../../subgraphs/connection.ts';
import { LONGEST_SEARCH } from '../../../subgraphs/matching/search-text.ts';

const schema = buildSchema(`
  enum Level { CITY COUNTY }
  input Filter { region: ID! level: Level }
  type Query { item(code: String!): Item items(filter: Filter, first: Int): [Item!] }
  type Item { id: ID! name: String next: Item }
`);

const apollo = (code: string, error: GraphQLError) =>
  new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  });

const validated = (query: string): readonly string[] =>
  validate(schema, parse(query)).map(
    (error) => publicError(apollo('GRAPHQL_VALIDATION_FAILED', error), 'r').message,
  );

test.each([
  ['SUBGRAPH_UNAVAILABLE', true, /^这次修改没有得到确认。.*去重键/u],
  ['SUBGRAPH_TIMEOUT', true, /^这次修改没有得到确认。.*去重键/u],
  ['SUBGRAPH_UNAVAILABLE', false, /其余数据仍然有效/u],
  ['BAD_USER_INPUT', true, /^参数的值不合要求。/u],
])('%s of a mutation (%s) is told as what it is', (code, isMutation, sentence) => {
  const error = new GraphQLError('?', { path: ['decideMatch'], extensions: { code, subgraph: 'matching' } });
  expect(publicError(error, 'r', isMutation).message).toMatch(sentence);
});

describe('what is wrong with a request', () => {
  test.each([
    ['{ itms { id } }', '类型 Query 没有字段 itms'],
    ['{ items(size: 1) { id } }', '字段 Query.items 没有参数 size'],
    ['{ item { id } }', '字段 item 缺少必填参数 code（String!）'],
    ['{ items }', '字段 items（[Item!]）须写明取哪些子字段'],
    ['{ items { id { x } } }', '字段 id 没有子字段'],
    ['{ items(first: "2") { id } }', '此处应为 Int 类型的值'],
    ['{ items(filter: { region: 1, level: TOWN }) { id } }', '枚举 Level 没有值 TOWN'],
    ['{ items(filter: { level: CITY }) { id } }', '输入字段 Filter.region（ID!）为必填'],
    ['{ items(filter: { region: 1, size: 2 }) { id } }', '输入类型 Filter 没有字段 size'],
    ['{ items { ...F } }', '没有定义片段 F'],
    ['{ items { id } } fragment F on Item { id }', '片段 F 没有用到'],
    ['{ items { ...F } } fragment F on Item { next { ...F } }', '片段 F 引用了自己'],
    ['{ items { ...F } } fragment F on Query { items { id } }', '片段 F 的类型与所在之处不相容'],
    ['{ items { ... on Level { id } } }', '片段只能用于对象、接口或联合类型'],
    ['{ items { ... on Town { id } } }', '没有类型 Town'],
    ['{ items { a: id a: name } }', '字段 a 重名而内容不同，请用别名区分'],
    ['{ items(first: $n) { id } }', '变量 n 没有声明'],
    ['query ($n: Int) { items { id } }', '变量 n 没有用到'],
    ['query ($n: String) { items(first: $n) { id } }', '变量 n 的类型是 String，此处需要 Int'],
    ['query ($n: Item) { items(first: $n) { id } }', '变量 n 的类型 Item 不是输入类型'],
    [`{ items { ${'next { id } '.repeat(480)} } }`, '同名字段重复太多，无法逐一比较；请合并重复的字段'],
    ['{ items @deep { id } }', '没有指令 @deep'],
    ['{ items @skip { id } }', '指令 @skip 缺少参数 if（Boolean!）'],
    ['{ items { id } } { items { id } }', '有几个操作时每个都须命名'],
    ['type A { b: Int } { items { id } }', '请求中只能有操作和片段，不能有 A 的定义'],
  ])('%s', (query, detail) => {
    expect(validated(query).join('\n')).toContain(
      `查询与接口定义不符：${detail}。在 /graphiql 中查看可用的类型、字段和参数。`,
    );
  });

  test.each([
    ['query ($n: Int!) { items(first: $n) { id } }', {}, '缺少变量 n（Int!）'],
    ['query ($n: Int!) { items(first: $n) { id } }', { n: null }, '变量 n（Int!）不能为空'],
    ['query ($n: Int) { items(first: $n) { id } }', { n: 'canary' }, '变量 n 的值不合类型'],
    ['query ($f: Filter) { items(filter: $f) { id } }', { f: { level: 'X' } }, '变量 f 的值不合类型'],
  ])('%s with %j', (query, variables, detail) => {
    const [operation] = parse(query).definitions as [OperationDefinitionNode];
    const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    const messages = errors.map((error) => publicError(apollo('BAD_USER_INPUT', error), 'r').message);
    expect(messages[0]).toBe(`参数的值不合要求：${detail}。按接口定义检查变量和参数的类型与取值范围。`);
    expect(messages.join()).not.toContain('canary');
  });

  test.each([
    ['{ items { id }', '文本意外结束，可能缺少右括号'],
    ['{ items(first: ) { id } }', '此处不应是 ")"'],
    ['{ items(code: "abc) }', '字符串没有结束'],
    ['{ 项 }', '有不能识别的字符'],
  ])('%s', (query, detail) => {
    const caught = (() => {
      try {
        return parse(query);
      } catch (error) {
        return error as GraphQLError;
      }
    })();
    const shown = publicError(apollo('GRAPHQL_PARSE_FAILED', caught as GraphQLError), 'r');
    expect(shown.message).toBe(`查询语句有语法错误：${detail}。按错误位置检查括号、引号和字段名。`);
    expect(shown.locations).toHaveLength(1);
  });
});

const CANARY = 'select password from canary at 10.0.0.7';

describe('the public form of an error', () => {
  test('of a refusal of the gateway', () => {
    expect(publicError(new Refusal('TOO_DEEP', '层数上限为 12'), 'r1')).toEqual({
      message: '查询嵌套过深：层数上限为 12。减少嵌套层数，或拆成几个查询。',
      extensions: { code: 'TOO_DEEP', requestId: 'r1', retryable: false },
    });
  });

  test('of a subgraph’s refusal: its code and place, the list’s sentence', () => {
    const error = new GraphQLError(CANARY, {
      path: ['items', 0],
      extensions: { code: 'CURSOR_INVALID', subgraph: 'matching', query: CANARY },
    });
    expect(publicError(error, 'r2')).toEqual({
      message: '翻页游标无效。游标只能原样使用上一页返回的 endCursor，不能拼造或换用于别的查询。',
      path: ['items', 0],
      extensions: { code: 'CURSOR_INVALID', requestId: 'r2', retryable: false },
    });
  });

  test.each([
    [
      'BAD_USER_INPUT',
      'SEARCH_TOO_LONG',
      '参数的值不合要求：检索文字 search 不能超过 200 个字符。按接口定义检查变量和参数的类型与取值范围。',
    ],
    ['SUBGRAPH_TIMEOUT', 'RECONCILE_BUSY', '部分数据超时未返回：同时试匹配的人太多。稍后再试。'],
    ['BAD_USER_INPUT', CANARY, '参数的值不合要求。按接口定义检查变量和参数的类型与取值范围。'],
    ['BAD_USER_INPUT', 'constructor', '参数的值不合要求。按接口定义检查变量和参数的类型与取值范围。'],
    ['PG_42P01', 'SEARCH_TOO_LONG', '服务内部出错。稍后重试；如反复出现，请把 requestId 告知管理员。'],
  ])('of a subgraph’s refusal %s with the detail %s', (code, detail, message) => {
    const error = new GraphQLError(CANARY, { path: ['items'], extensions: { code, detail } });
    const shown = publicError(error, 'r');
    expect(shown.message).toBe(message);
    expect(shown.extensions).not.toHaveProperty('detail');
  });

  test.each([
    [{ count: 250, most: 200 }, '这个列表有 250 个元素，接口定义（@listSize）所说的最大长度为 200'],
    [{ count: 250 }, '这个列表比接口定义所说的最大长度（@listSize）还长'],
    [{ count: CANARY, most: 200 }, '这个列表比接口定义所说的最大长度（@listSize）还长'],
    [{ count: -1, most: 2.5 }, '这个列表比接口定义所说的最大长度（@listSize）还长'],
    [CANARY, '这个列表比接口定义所说的最大长度（@listSize）还长'],
    [undefined, '这个列表比接口定义所说的最大长度（@listSize）还长'],
  ])('of a list too long with the figures %j', (figures, says) => {
    const extensions = { code: 'TOO_COSTLY', detail: 'LIST_TOO_LONG', figures };
    const shown = publicError(new GraphQLError(CANARY, { path: ['guide', 'materials'], extensions }), 'r');
    expect(shown.message).toBe(
      `查询的费用过高：${says}。其余数据仍然有效，不取 path 所指的字段就不再报错；须由发布的人核对来源，把这一项的内容合并或分为几项后重新导入，请把 path 和 requestId 告知管理员。`,
    );
    expect(shown.extensions).toEqual({ code: 'TOO_COSTLY', requestId: 'r', retryable: false });
  });

  test('the details name the bounds that hold', () => {
    expect(ERROR_DETAILS.SEARCH_TOO_LONG.says).toContain(` ${LONGEST_SEARCH} 个`);
    expect(ERROR_DETAILS.FIRST_OUT_OF_RANGE.says).toContain(`1 到 ${LARGEST_PAGE} `);
  });

  test.each([
    ['a bug of a resolver', new GraphQLError(CANARY, { path: ['a'], originalError: new Error(CANARY) })],
    ['a code no list names', new GraphQLError(CANARY, { path: ['a'], extensions: { code: CANARY } })],
    [
      'a code subgraphs may not give',
      new GraphQLError(CANARY, { path: ['a'], extensions: { code: 'SHUTTING_DOWN' } }),
    ],
    ['a name every object has', new GraphQLError(CANARY, { extensions: { code: 'constructor' } })],
    ['an error without place or code', new GraphQLError(CANARY)],
    [
      'a subgraph that refuses the gateway’s own document',
      new GraphQLError(CANARY, {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', subgraph: 'county' },
      }),
    ],
  ])('of %s is INTERNAL_ERROR', (_, error) => {
    const shown = publicError(error, 'r3');
    expect(shown).toMatchObject({
      message: '服务内部出错。稍后重试；如反复出现，请把 requestId 告知管理员。',
      extensions: { code: 'INTERNAL_ERROR', requestId: 'r3' },
    });
    expect(JSON.stringify(shown)).not.toMatch(/canary|password|10\.0|county/u);
  });

  test('says for every code whether to try again', () => {
    for (const { code, retryable } of ERROR_CODES)
      expect(publicError(new Refusal(code), 'r').extensions).toEqual({ code, requestId: 'r', retryable });
  });
});

test.each([
  ['guide', 'SUBGRAPH_UNAVAILABLE', '办事指南暂时无法取得。其余数据仍然有效；稍后重试可取得缺少的部分。'],
  ['county', 'SUBGRAPH_TIMEOUT', '市县事项超时未返回。其余数据仍然有效；稍后重试，或缩小查询范围。'],
  [
    'matching',
    'SUBGRAPH_INVALID_RESPONSE',
    '检索、对应关系和指标返回异常。其余数据仍然有效；如反复出现，请把 requestId 告知管理员。',
  ],
  ['elsewhere', 'SUBGRAPH_UNAVAILABLE', '部分数据暂时无法取得。其余数据仍然有效；稍后重试可取得缺少的部分。'],
  ['constructor', 'SUBGRAPH_TIMEOUT', '部分数据超时未返回。其余数据仍然有效；稍后重试，或缩小查询范围。'],
])('what is missing without %s is told in plain words', (subgraph, code, message) => {
  const error = new GraphQLError('x', { path: ['a'], extensions: { code, subgraph } });
  expect(publicError(error, 'r')).toEqual({
    message,
    path: ['a'],
    extensions: { code, requestId: 'r', retryable: true },
  });
});
