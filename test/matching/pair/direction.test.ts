import { expect, test } from 'vitest';
import { direction } from '../../../matching/pair/direction.ts';
import { compared, NAMES } from './compared.ts';

test.each([
  ['取水许可变更', '取水许可', 'NARROWER'],
  ['取水许可', '取水许可变更', 'BROADER'],
  ['残疾人证变更', '残疾人证变更、注销', 'NARROWER'],
  ['残疾人证变更、注销', '残疾人证变更', 'BROADER'],
  ['甲乙丙丁戊登记', '甲乙登记', 'NARROWER'],
  ['残疾人证变更、注销', '残疾人证注销、换领', 'OVERLAP'],
  ['初级、中级职称评审', '中级职称评审', 'BROADER'],
  ['中级职称评审', '初级、中级职称评审', 'NARROWER'],
  ['第二类、第三类医疗器械经营', '第三类医疗器械经营', 'BROADER'],
  ['一、二级建造师注册', '二级建造师注册', 'BROADER'],
  ['取水许可', '取水许可', 'OVERLAP'],
])('%s is %s to the whole of %s', (left, right, expected) =>
  expect(direction(compared(left, right))).toBe(expected),
);

test('turned round, the narrower is the broader', () => {
  const TURNED = { NARROWER: 'BROADER', BROADER: 'NARROWER', OVERLAP: 'OVERLAP' } as const;
  for (const left of NAMES) {
    for (const right of NAMES) {
      expect(direction(compared(right, left)), `${left} ${right}`).toBe(
        TURNED[direction(compared(left, right))],
      );
    }
  }
});
