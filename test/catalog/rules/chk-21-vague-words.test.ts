import { expect, test } from 'vitest';
import { CHK_21_VAGUE_WORDS } from '../../../catalog/rules/chk-21-vague-words.ts';
import { aRecord } from './handling-record.ts';

const found = (materials: readonly string[], acceptCondition = '', conditions: readonly string[] = []) =>
  CHK_21_VAGUE_WORDS.find(
    aRecord({
      guide: { acceptCondition },
      blocks: {
        materials: materials.map((name) => ({ name })),
        conditions: conditions.map((name) => ({ name })),
      },
    }),
  ).map(({ code, value }) => [code, value]);

test.each<[string, readonly string[], string, readonly string[]]>([
  ['specific ones', ['身份证', '户口簿'], '年满18周岁', []],
  ['nothing', [], '', []],
  ['a named law', [], '符合《水法》第十一条规定', []],
  ['conditions one by one', [], '', ['年满18周岁', '具有本省户籍']],
])('%s', (_label, materials, text, conditions) => expect(found(materials, text, conditions)).toEqual([]));

test.each<[string, readonly string[], string, readonly string[], readonly (readonly string[])[]]>([
  ['a catch-all material', ['身份证', '其他材料'], '', [], [['CHK_21', '“其他材料”']]],
  ['an open list', ['合同等材料'], '', [], [['CHK_21_MATERIAL', '“合同等材料”']]],
  ['a vague condition', [], '符合有关规定。', [], [['CHK_21_CONDITION', '“符合有关规定”']]],
  [
    'among several',
    [],
    '',
    ['年满18周岁', '法律规定的其他条件'],
    [['CHK_21_CONDITION', '“法律规定的其他条件”']],
  ],
  ['the same twice', [], '按规定办理', ['按规定办理'], [['CHK_21_CONDITION', '“按规定办理”']]],
  [
    'all at once',
    ['相关材料', '发票等资料'],
    '详见指南',
    [],
    [
      ['CHK_21', '“相关材料”'],
      ['CHK_21_MATERIAL', '“发票等资料”'],
      ['CHK_21_CONDITION', '“详见指南”'],
    ],
  ],
])('%s', (_label, materials, text, conditions, expected) =>
  expect(found(materials, text, conditions)).toEqual(expected),
);
