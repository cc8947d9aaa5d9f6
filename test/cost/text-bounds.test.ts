import { Lexer } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { beyondBounds } from '../../cost/text-bounds.ts';

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
});
