import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasRepeatedMember } from '../../../catalog/authority/repeated-members.ts';

test.each([
  ['{"a":1,"a":1}', true],
  ['{"a":1,"b":2}', false],
  ['{"a":1 , "b" : 2 , "a" : 3}', true],
  ['{"a":{"a":{"a":1}}}', false],
  ['{"a":{"b":1,"b":2}}', true],
  ['{"a":{"b":1},"b":2}', false],
  ['{"b":{"x":1},"a":{"x":1}}', false],
  ['{"a":{"x":1},"c":1,"a":2}', true],
  ['[{"a":1},{"a":1}]', false],
  ['[{"a":1},{"b":1,"b":1}]', true],
  ['{"a":["a","a",{"a":1}]}', false],
  ['{"a":["x"],"b":["x"]}', false],
  ['{"a":"b","b":"a"}', false],
  ['{"a":"\\"a\\":1,\\"a\\":","b":"{\\"a"}', false],
  ['{"a":"}","a":1}', true],
  ['{"b":"{","a":{"c":1},"a":2}', true],
  ['{"a":1,"\\u0061":2}', true],
  ['{"\\\\":1,"\\u005c":2}', true],
  ['{"a\\"":1,"a":2}', false],
  ['{"__proto__":1,"__proto__":2}', true],
  ['{"":1,"":2}', true],
  ['{"constructor":1}', false],
  ['"a"', false],
  ['1', false],
  ['{}', false],
  ['{"a"\n\t :1,"a":1}', true],
  ['{"a":{},"b":{},"a":{}}', true],
  ['{"a":"b:","b:":"a"}', false],
  // No JSON, and so no object that could repeat anything.
  ['"a":1,"a":1', false],
])('%s: %s', (json, expected) => {
  expect(hasRepeatedMember(json)).toBe(expected);
});

test('no JSON that is written from a value has any; put in one and it has', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string(),
        fc.json().map((text) => JSON.parse(text)),
        { minKeys: 1 },
      ),
      (value) => {
        const json = JSON.stringify(value);
        expect(hasRepeatedMember(json)).toBe(false);
        const [name] = Object.keys(value);
        expect(hasRepeatedMember(`{${JSON.stringify(name)}:0,${json.slice(1)}`)).toBe(true);
      },
    ),
    { seed: 11 },
  );
});
