import { describe, expect, test } from 'vitest';
import { beyondValueBounds, nestsBeyond } from '../../cost/value-bounds.ts';

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

const list = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const object = (members: number) => Object.fromEntries(list(members).map((index) => [`m${index}`, index]));

describe('the bounds of a value', () => {
  const bounds = { nesting: 3, textCharacters: 3, members: 4, elements: 5 };

  test.each<[string, unknown, ReturnType<typeof beyondValueBounds>]>([
    ['a leaf', 1, undefined],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['three levels of lists', nested(3, (inner) => [inner]), undefined],
    ['four', nested(4, (inner) => [inner]), 'nesting'],
    ['three of objects', nested(3, (inner) => ({ inner })), undefined],
    ['four of objects', nested(4, (inner) => ({ inner })), 'nesting'],
    ['the deepest counts', [1, null, [1], [[[1]]]], 'nesting'],
    ['an empty one is a level too', [[[[]]]], 'nesting'],
    ['nulls are none', [[[null, undefined]]], undefined],
    ['a hundred thousand levels', nested(100_000, (inner) => [inner]), 'nesting'],
    ['a text by itself', '1234', 'textCharacters'],
    ['a text', { a: '1234' }, 'textCharacters'],
    ['short ones', { a: '123', b: ['123'], c: { d: '123' } }, undefined],
    ['a text in a list', { a: ['1', '1234'] }, 'textCharacters'],
    ['a text in an object', { a: [{ c: '1234' }] }, 'textCharacters'],
    ['what is no text', { a: 12_345, b: null, c: true, d: undefined }, undefined],
    ['names are no texts', { abcdef: '1' }, undefined],
    ['as many elements as may be', list(5), undefined],
    ['one more', list(6), 'elements'],
    ['within an object', { a: list(6) }, 'elements'],
    ['as many members as may be', object(4), undefined],
    ['one member more', object(5), 'members'],
    ['within a list', [object(5)], 'members'],
    ['what is told first of many', [[[['1234']]], '1234'], 'textCharacters'],
  ])('%s', (_, value, expected) => expect(beyondValueBounds(value, bounds)).toBe(expected));
});

describe('how deep a text of JSON nests', () => {
  test.each<[string, string, boolean]>([
    ['a leaf', '1', false],
    ['nothing', '', false],
    ['two levels of lists', '[[1]]', false],
    ['three', '[[[1]]]', true],
    ['two of objects', '{"a":{}}', false],
    ['three of objects', '{"a":{"b":{}}}', true],
    ['of both kinds', '[{"a":[1]}]', true],
    ['closed lists', '[[],[],[]]', false],
    ['closed objects', '{"a":{},"b":{},"c":{}}', false],
    ['brackets in texts', '["[[[{{{", "}]"]', false],
    ['closing ones in texts', '["]]]", [["}}"]]]', true],
    ['an escaped mark', '["\\"[[["]', false],
    ['an escaped escape', '["\\\\", [[1]]]', true],
    ['a text that never ends', '["[[[', false],
    ['never closed', '[['.repeat(100_000), true],
    ['no JSON', ']]] [[', false],
  ])('%s', (_, text, expected) => expect(nestsBeyond(text, 2)).toBe(expected));
});
