import { expect, test } from 'vitest';
import { problem } from '../../catalog/problems.ts';
import {
  type CodeInUse,
  code10,
  type RetiredCode,
} from '../../catalog/rules/code-10-retired-stays-retired.ts';

const KEY = 'CN_12:440101007000';
const now = (name: string, codeKey: string | undefined = KEY): CodeInUse => ({
  row: 7,
  name,
  ...(codeKey === undefined ? {} : { codeKey }),
});
const retired = (name: string, codeKey = KEY): RetiredCode => ({ codeKey, name });

test.each<[string, CodeInUse[], RetiredCode[], unknown[]]>([
  [
    'another item under a retired code',
    [now('林木采伐许可')],
    [retired('临时价格审批')],
    [['CODE_10', 7, '临时价格审批']],
  ],
  ['the same item comes back', [now('林木采伐许可')], [retired('林木采伐许可')], []],
  ['its name only written otherwise', [now('林木采伐许可（县级）')], [retired('林木采伐许可 (县级)')], []],
  ['one of the names it had', [now('甲')], [retired('甲'), retired('乙')], []],
  ['none of them: the last is named', [now('丙')], [retired('甲'), retired('乙')], [['CODE_10', 7, '乙']]],
  ['a code of another scheme', [now('甲', 'LOCAL:440101007000')], [retired('乙')], []],
  ['nothing retired', [now('甲')], [], []],
  ['an item without a code', [{ row: 7, name: '甲' }], [retired('乙')], []],
])('%s', (_title, list, history, expected) => {
  expect(code10(list, history).map(({ code, row, other }) => [code, row, other])).toEqual(expected);
});

test('the sentence names the code and both items', () => {
  const [found] = code10([now('林木采伐许可')], [retired('临时价格审批')]);
  expect(found && problem(found.code, found).message).toBe(
    '第 7 行：编码“440101007000”属于已取消的“临时价格审批”，不应再用于“林木采伐许可”，请另编新码。',
  );
});
