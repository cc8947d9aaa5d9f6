import { describe, expect, test } from 'vitest';
import { blockOfText, leftoversText, readLeftovers } from '../../../intake/export/leftovers-text.ts';

describe('leftovers', () => {
  test.each([
    { unrecognised: [{ element: 'itemType', raw: '怪"类' }] },
    {
      otherColumns: [
        { title: ' 栏 ', value: '' },
        { title: ' 栏 ', value: '{}' },
      ],
    },
    { unrecognised: [{ element: 'form', raw: 'x' }], otherColumns: [{ title: '', value: '=1' }] },
  ])('%j come back', (leftovers) => {
    expect(readLeftovers(leftoversText(leftovers))).toEqual(leftovers);
  });

  test.each(['', '保留', '[]', '{"unrecognised":1}', '{"otherColumns":[{"title":1,"value":"x"}]}', '{"a'])(
    '%j are none',
    (text) => {
      expect(readLeftovers(text)).toBeUndefined();
    },
  );

  test('what a database cannot hold is taken out', () => {
    const text = '{"otherColumns":[{"title":"a\\u0000","value":"\\ud83d"}],"more":1}';
    expect(readLeftovers(text)).toEqual({ otherColumns: [{ title: 'a', value: '\uFFFD' }] });
  });
});

test.each([
  ['[{"material_name":"表"},"证"]', [{ material_name: '表' }, '证']],
  [' {"material_name":"表","n":12345678901234567890} ', [{ material_name: '表', n: '12345678901234567890' }]],
  ['["\\ud800"]', ['\uFFFD']],
  ['[]', undefined],
  ['[1]', undefined],
  ['[[]]', undefined],
  ['[身份证', undefined],
  ['身份证', undefined],
  ['', undefined],
])('the block of %j is %j', (text, entries) => {
  expect(blockOfText(text)).toEqual(entries);
});
