import { describe, expect, test } from 'vitest';
import type { MatchItem } from '../../matching/item.ts';
import { createMatcher } from '../../matching/matcher.ts';

const REFERENCES: readonly MatchItem[] = [
  { id: 'food', name: '食品经营许可证核发', codes: ['511A00052|00004'] },
  { id: 'water', name: '取水许可证核发' },
  { id: 'clinic', name: '医疗机构执业登记', codes: ['000123001000'] },
  { id: 'card', name: '残疾人证办理' },
  { id: 'noise', name: '夜间建筑施工许可' },
  { id: 'pension', name: '城乡居民基本养老保险待遇申领' },
];

describe('createMatcher', () => {
  test.each([
    ['食品经营许可证核发', 'food'],
    ['青溪县食品经营许可证核发', 'food'],
    ['  取水许可证核发（县级权限） ', 'water'],
    ['残疾人证的办理', 'card'],
    ['城乡居民养老保险待遇申领', 'pension'],
  ])('%s → %s', (name, match) => {
    expect(createMatcher(REFERENCES).match({ id: 'x', name, region: '纵横省长风市青溪县' })).toMatchObject({
      item: 'x',
      match,
      relation: 'EQUIVALENT',
    });
  });

  const RELIEF = ['临时救助金给付', '临时救助金申请受理', '临时救助金业务办理'];
  test.each([
    ['the siblings of a name that says more are looked at', '临时救助', 'REVIEW', RELIEF.length],
    ['the very text needs no other', '临时救助金业务办理', 'AUTO', 1],
    ['nor does one that says less', '临时救助金给付', 'AUTO', 1],
  ])('%s', (_what, name, band, looked) => {
    const { match, relation, ...told } = createMatcher(RELIEF.map((one) => ({ id: one, name: one }))).match({
      id: 'x',
      name,
    });
    expect([match, relation]).toEqual([name === '临时救助' ? '临时救助金业务办理' : name, 'EQUIVALENT']);
    expect([told.band, told.candidates.length]).toEqual([band, looked]);
  });

  test('a reference that shares the code alone is looked at', () => {
    const item = { id: 'x', name: '诊所备案', codes: ['000123001000'] };
    const { candidates } = createMatcher(REFERENCES).match(item);
    expect(candidates.map(({ reference }) => reference)).toContain('clinic');
  });

  test('answers one item like the other, whatever was asked before', () => {
    const matcher = createMatcher(REFERENCES);
    const first = matcher.match({ id: 'x', name: '取水许可证变更' });
    for (const { name } of REFERENCES) matcher.match({ id: 'y', name });
    expect(matcher.match({ id: 'x', name: '取水许可证变更' })).toEqual(first);
  });

  test('the order of the references changes nothing', () => {
    const turned = createMatcher([...REFERENCES].reverse());
    const straight = createMatcher(REFERENCES);
    for (const name of ['取水许可证变更', '医疗机构执业登记', '施工许可', '完全无关的名称']) {
      expect(turned.match({ id: 'x', name })).toEqual(straight.match({ id: 'x', name }));
    }
  });

  test('an empty list answers none; two references with one id are a bug of the caller', () => {
    expect(createMatcher([]).match({ id: 'x', name: '取水许可证核发' })).toMatchObject({
      match: null,
      confidence: 1,
    });
    expect(() => createMatcher([...REFERENCES, { id: 'food', name: '食品' }])).toThrow(/food/);
  });
});
