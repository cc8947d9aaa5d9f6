import { Lexer } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { beyondBounds, hasTextBeyond, nestsBeyond } from '../../cost/text-bounds.ts';

describe('the bounds of a text', () => {
  test.each<[string, string, ReturnType<typeof beyondBounds>]>([
    ['as many tokens as may be', '{ a b c }', undefined],
    ['one more', '{ a b c d }', 'tokens'],
    ['comments are none', '{ a # b c d e f\n }', undefined],
    ['as deep as may be', '{ a { b', undefined],
    ['one deeper', '{{{', 'nesting'],
    ['brackets of every kind', '{[(', 'nesting'],
    ['of another kind', '(((', 'nesting'],
    ['and another', '[[[', 'nesting'],
    ['brackets that are closed', '{}[](', undefined],
    ['closed again', '()({', undefined],
    ['each closes', '{}{{}', undefined],
    ['each kind closes', '[][[]', undefined],
    ['of parentheses too', '()(()', undefined],
    ['brackets in texts', '"{{{{"', undefined],
    ['a syntax error is for the parser', '{ ? {{{', undefined],
    ['a syntax error behind the bounds', '{{{ ?', 'nesting'],
    ['nothing', '', undefined],
  ])('%s', (_, text, expected) => expect(beyondBounds(text, { tokens: 5, nesting: 2 })).toBe(expected));

  test('what is no syntax error is thrown', () => {
    const advance = vi.spyOn(Lexer.prototype, 'advance').mockImplementation(() => {
      throw new TypeError('a bug');
    });
    expect(() => beyondBounds('{ a }', { tokens: 5, nesting: 2 })).toThrow('a bug');
    advance.mockRestore();
  });

  test('no further is read than the bounds allow', () => {
    const advance = vi.spyOn(Lexer.prototype, 'advance');
    beyondBounds('{'.repeat(1_000_000), { tokens: 5, nesting: 2 });
    expect(advance).toHaveBeenCalledTimes(3);
    advance.mockRestore();
  });
});

describe('how deep a value nests', () => {
  const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level += 1) value = wrap(value);
    return value;
  };

  test.each<[string, unknown, boolean]>([
    ['a leaf', 1, false],
    ['nothing', undefined, false],
    ['null', null, false],
    ['a text', 'abcdef', false],
    ['two levels of lists', nested(2, (inner) => [inner]), false],
    ['three', nested(3, (inner) => [inner]), true],
    ['two of objects', nested(2, (inner) => ({ inner })), false],
    ['three of objects', nested(3, (inner) => ({ inner })), true],
    ['the deepest counts', [1, null, [1], [[1]]], true],
    ['an empty one is a level too', [[[]]], true],
    ['nulls are none', [[null, undefined]], false],
    ['a hundred thousand levels', nested(100_000, (inner) => [inner]), true],
  ])('%s', (_, value, expected) => expect(nestsBeyond(value, 2)).toBe(expected));
});

describe('the length of texts', () => {
  const bounds = { tokens: 9, nesting: 9, textCharacters: 3 };

  test.each<[string, string, ReturnType<typeof beyondBounds>]>([
    ['as long as may be', '{ a(b: "123") }', undefined],
    ['one longer', '{ a(b: "1234") }', 'textCharacters'],
    ['in a block', '{ a(b: """1234""") }', 'textCharacters'],
    ['escapes count as what they mean', '{ a(b: "\\u0031\\n1") }', undefined],
    ['names are none', '{ abcdef }', undefined],
    ['comments are none', '{ a } # "12345"', undefined],
  ])('%s', (_, text, expected) => expect(beyondBounds(text, bounds)).toBe(expected));

  test('without a bound', () =>
    expect(beyondBounds(`{ a(b: "${'1'.repeat(100_000)}") }`, { tokens: 9, nesting: 9 })).toBeUndefined());

  test.each<[string, unknown, boolean]>([
    ['a text', { a: '1234' }, true],
    ['short ones', { a: '123', b: ['123'], c: { d: '123' } }, false],
    ['in a list', { a: ['1', '1234'] }, true],
    ['in an object', { a: { b: [{ c: '1234' }] } }, true],
    ['what is no text', { a: 12_345, b: null, c: true, d: undefined }, false],
    ['no variables', undefined, false],
    ['names are none', { abcdef: '1' }, false],
  ])('of variables: %s', (_, value, expected) => expect(hasTextBeyond(value, 3)).toBe(expected));
});
