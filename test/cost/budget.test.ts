import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { budgetCheck, isDocumentBeyond, isTextBeyond, SUBGRAPH_BUDGET } from '../../cost/budget.ts';
import { modelOf } from './small-model.ts';

const model = modelOf(
  'type Query { list(first: Int): [Thing] object: Thing leaf: Int } type Thing { leaf: Int }',
);
const BUDGET = { tokens: 20, nesting: 3, definitions: 3, selections: 4, cost: 10 };
const check = (query: string) => budgetCheck(model, parse(query), BUDGET);

describe('the budget of a call', () => {
  test('is what it costs with its variables', () => {
    const isBeyond = check('query ($n: Int) { list(first: $n) { leaf } }');
    expect(isBeyond(undefined, { n: 10 })).toBe(false);
    expect(isBeyond(undefined, { n: 11 })).toBe(true);
    expect(isBeyond(null, { n: 11 })).toBe(true);
  });

  test('is what its fields come to written out', () => {
    const doubled = (last: string) => `{ ...A ...A } fragment A on Query { leaf ${last} }`;
    expect(check(doubled('a: leaf'))(undefined, {})).toBe(false);
    expect(check(doubled('a: leaf b: leaf'))(undefined, {})).toBe(true);
  });

  test('is that of the operation that is asked', () => {
    const isBeyond = check('query Small { object { leaf } } query Large { list(first: 11) { leaf } }');
    expect(isBeyond('Small', {})).toBe(false);
    expect(isBeyond('Large', {})).toBe(true);
    expect(isBeyond('Neither', {})).toBe(false);
    expect(check('{ list(first: 11) { leaf } }')('Named', {})).toBe(false);
  });

  test('is told of a document before its variables are known', () => {
    const isBeyond = (query: string) => isDocumentBeyond(parse(query), BUDGET);
    expect(isBeyond('query A { a b c d } query B { a } fragment F on Query { a b c d e }')).toBe(false);
    expect(isBeyond('query A { a } query B { a b c d e }')).toBe(true);
    expect(isBeyond('query A { a } query B { a } query C { a } query D { a }')).toBe(true);
  });

  test('is so many definitions', () => {
    const many = (count: number) =>
      `{ leaf } ${Array.from({ length: count - 1 }, (_, at) => `fragment F${at} on Query { leaf }`).join(' ')}`;
    expect(check(many(3))(undefined, {})).toBe(false);
    expect(check(many(4))(undefined, {})).toBe(true);
  });

  test('is that of its text before it is parsed', () => {
    expect(isTextBeyond('{ a { b } }', BUDGET)).toBe(false);
    expect(isTextBeyond('{ a { b { c { d } } } }', BUDGET)).toBe(true);
    expect(isTextBeyond(`{ ${'a '.repeat(20)} }`, BUDGET)).toBe(true);
  });

  test('of a subgraph is twice the most the gateway admits, and then some', () => {
    expect(SUBGRAPH_BUDGET).toEqual({
      tokens: 60_000,
      nesting: 200,
      definitions: 500,
      selections: 50_000,
      cost: 250_000,
    });
  });
});
