import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readCostModel } from '../../../cost/model.ts';
import { createAdmission } from '../../../gateway/admission.ts';
import { LANES } from '../../../gateway/lanes.ts';
import { Refusal } from '../../../gateway/refusal.ts';
import { NO_DOCUMENTS } from '../../../gateway/stored-documents.ts';

const LIMITS = LANES.OPEN;
const SDL = 'type Query { root: Query id: ID a: Query }';
const admission = createAdmission({
  model: readCostModel(buildSchema(SDL), parse(SDL)),
  lanes: LANES,
  documents: NO_DOCUMENTS,
});
const guard = (query: string, hasToken = false, variables: Record<string, unknown> = {}) => {
  const admitted = admission({ query, operationName: undefined, variables }, hasToken);
  return admitted instanceof Refusal ? admitted : undefined;
};

const nested = (depth: number): string => `{ ${'a { '.repeat(depth - 1)}b${' }'.repeat(depth - 1)} }`;
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Each fragment spreads the next one twice: a few hundred bytes that stand for 2^levels fields. */
const bomb = (levels: number, spread: (name: string) => string): string =>
  `{ root { ...F0 } } ${times(levels, (level) => `fragment F${level} on Query { ${spread(`F${level + 1}`)} }`)}
   fragment F${levels} on Query { id }`;

describe('limits of a document', () => {
  test.each([
    ['depth', nested(LIMITS.depth)],
    ['aliases', `{ a { ${times(LIMITS.aliases, (i) => `x${i}: id`)} } }`],
    ['root fields', `{ ${times(LIMITS.rootFields, (i) => `f${i}`)} }`],
    ['directives', `{ a { ${times(LIMITS.directives, (i) => `f${i} @skip(if: false)`)} } }`],
    [
      'introspection as GraphiQL asks it',
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
    ],
    ['a text with a syntax error, which the parser explains', '{ a '],
    ['a fragment that spreads itself, which validation refuses', '{ ...F } fragment F on Query { ...F }'],
  ])('%s: passes', (_, query) => {
    expect(guard(query)).toBeUndefined();
  });

  test.each([
    ['TOO_DEEP', nested(LIMITS.depth + 1)],
    ['TOO_DEEP', `{ a { ...F } } fragment F on A ${nested(LIMITS.depth)}`],
    ['TOO_DEEP', `{ a { ... on A ${nested(LIMITS.depth)} } }`],
    ['TOO_MANY_ALIASES', `{ a { ${times(LIMITS.aliases + 1, (i) => `x${i}: id`)} } }`],
    ['TOO_MANY_ALIASES', `{ a { ${times(LIMITS.aliases + 1, (i) => `x${i}: __typename`)} } }`],
    ['TOO_MANY_ALIASES', bomb(5, (name) => `x: a { ...${name} } y: a { ...${name} }`)],
    ['TOO_MANY_ROOT_FIELDS', `{ ${times(LIMITS.rootFields + 1, () => '__typename')} }`],
    [
      'TOO_MANY_ROOT_FIELDS',
      `{ ...F } fragment F on Query { ${times(LIMITS.rootFields + 1, (i) => `f${i}`)} }`,
    ],
    ['TOO_MANY_DIRECTIVES', `{ a ${times(LIMITS.directives + 1, () => '@skip(if: false)')} }`],
    ['TOO_MANY_DIRECTIVES', `query ${times(LIMITS.directives + 1, () => '@x')} { a }`],
    ['TOO_MANY_DIRECTIVES', bomb(6, (name) => `...${name} @skip(if: false) ...${name} @skip(if: false)`)],
    ['TOO_MANY_TOKENS', `{ ${times(LIMITS.tokens, () => 'a')} }`],
    ['TOO_MANY_TOKENS', bomb(14, (name) => `a { ...${name} } b { ...${name} }`)],
    ['TOO_DEEP', `query Small { a } query Deep ${nested(LIMITS.depth + 1)}`],
  ])('%s', (code, query) => {
    expect(guard(query)).toMatchObject({ code, message: expect.stringContaining('上限为') });
  });

  test('a long text, written out or in variables', () => {
    const as = (length: number): string => 'a'.repeat(length);
    const most = LIMITS.textCharacters;
    const query = 'query ($a: ID) { a(b: $a) { id } }';
    for (const hasToken of [false, true]) {
      expect(guard(`{ a(b: "${as(most)}") { id } }`, hasToken)).toBeUndefined();
      expect(guard(query, hasToken, { a: as(most) })).toBeUndefined();
      const refusal = { code: 'BAD_USER_INPUT', message: expect.stringContaining(`上限为 ${most} 个字符`) };
      expect(guard(`{ a(b: "${as(most + 1)}") { id } }`, hasToken)).toMatchObject(refusal);
      expect(guard(query, hasToken, { a: [{ b: as(most + 1) }] })).toMatchObject(refusal);
    }
  });

  test('an object of too many members and a list of too many elements, in variables', () => {
    const query = 'query ($a: ID) { a(b: $a) { id } }';
    const list = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
    const object = (members: number) => Object.fromEntries(list(members).map((index) => [`m${index}`, 1]));
    const { elements, members } = LIMITS;
    expect(guard(query, false, { a: list(elements) })).toBeUndefined();
    expect(guard(query, false, { a: object(members) })).toBeUndefined();
    expect(guard(query, false, { a: list(elements + 1) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(`列表的上限为 ${elements} 个元素`),
    });
    for (const variables of [{ a: object(members + 1) }, object(members + 1)])
      expect(guard(query, false, variables)).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining(`对象的上限为 ${members} 个成员`),
      });
  });

  test('variables beyond a bound are told by their name, with the figure and what to do', () => {
    const query = 'query ($a: ID, $b: ID) { a(b: $a, c: $b) { id } }';
    const list = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
    const object = (members: number) => Object.fromEntries(list(members).map((index) => [`m${index}`, 1]));
    const { elements, members, textCharacters, nesting } = LIMITS;
    const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
    const told = (variables: Record<string, unknown>) => guard(query, false, variables)?.message;
    expect(told({ a: list(2), b: { c: [list(elements + 7)] } })).toBe(
      `参数的值不合要求：变量 $b 里列表有 ${elements + 7} 个元素，一个列表的上限为 ${elements} 个元素。把列表拆开，分批发送。`,
    );
    expect(told({ a: 'x', b: [object(members + 3)] })).toBe(
      `参数的值不合要求：变量 $b 里对象有 ${members + 3} 个成员，一个对象的上限为 ${members} 个成员。只给接口定义所有的成员；更多的内容分批发送。`,
    );
    expect(told(object(members + 2))).toBe(
      `参数的值不合要求：变量有 ${members + 2} 个，一个对象的上限为 ${members} 个成员。只给接口定义所有的成员；更多的内容分批发送。`,
    );
    expect(told({ a: [{ b: 'x'.repeat(textCharacters + 1) }], b: 'x' })).toBe(
      `参数的值不合要求：变量 $a 里文本值有 ${textCharacters + 1} 个字符，一个文本值的上限为 ${textCharacters} 个字符。缩短文本，或把内容分批发送。`,
    );
    // The variables are an object themselves: below them one level less is left.
    expect(told({ b: deep(nesting - 1) })).toBeUndefined();
    expect(told({ b: deep(nesting) })).toBe(
      `查询嵌套过深：变量 $b 的嵌套超过上限，上限为 ${nesting} 层。减少列表和对象的嵌套。`,
    );
    // A key that is no name of a variable is not sent back; nor is a value.
    for (const key of ['<b>', 'x'.repeat(81)]) {
      const message = told({ [key]: 'y'.repeat(textCharacters + 1) });
      expect(message).toContain('变量里文本值有');
      expect(message).not.toMatch(/<b>|xxx|yyy/u);
    }
  });

  test.each([
    [nested(LIMITS.depth + 1), `层数为 ${LIMITS.depth + 1}，上限为 ${LIMITS.depth}`],
    [`{ a { ${times(LIMITS.aliases + 4, (i) => `x${i}: id`)} } }`, `别名数为 ${LIMITS.aliases + 4}，`],
    [`{ ${times(LIMITS.rootFields + 2, () => '__typename')} }`, `顶层字段数为 ${LIMITS.rootFields + 2}，`],
    [bomb(150, (name) => `...${name} ...${name}`), '展开片段后的字段数为 1000000000 以上，'],
    [`#${'x'.repeat(LIMITS.characters)}`, `有 ${LIMITS.characters + 1} 个字符，上限为`],
    [`{ ${times(LIMITS.tokens, () => 'a')} }`, '词法单元超过上限，上限为'],
    [`{ a ${'['.repeat(LIMITS.nesting + 1)}`, `括号嵌套超过上限，上限为 ${LIMITS.nesting} 层`],
  ])('the figure is told beside the bound where it is known: %#', (query, message) => {
    expect(guard(query)?.message).toContain(message);
  });

  test('a bomb of fragments is measured, not written out', () => {
    // Written out it would be 2^150 fields: any answer at all shows that it was not.
    expect(guard(bomb(150, (name) => `...${name} ...${name}`))).toMatchObject({
      code: 'TOO_MANY_TOKENS',
      message: expect.stringContaining('展开片段后的字段数'),
    });
  });

  test('a document is refused every time it comes', () => {
    const query = nested(LIMITS.depth + 1);
    expect([guard(query)?.code, guard(query)?.code]).toEqual(['TOO_DEEP', 'TOO_DEEP']);
  });
});
