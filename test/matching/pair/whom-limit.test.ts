import { describe, expect, test } from 'vitest';
import { endsInWhom, limitedToWhom } from '../../../matching/pair/whom-limit.ts';
import { compared } from './compared.ts';

describe('which of two names is limited to persons or units', () => {
  test.each([
    ['用气销户（个人）', '用气销户', 'LEFT'],
    ['用气销户', '用气销户单位', 'RIGHT'],
    ['用气销户个人', '用气销户（个人）', undefined],
    ['用气销户（个人）', '用气销户（单位）', undefined],
    ['用气销户（变更）', '用气销户', undefined],
    ['个人所得税申报', '所得税申报', undefined],
  ])('%s beside %s: %s', (left, right, side) => expect(limitedToWhom(compared(left, right))).toBe(side));
});

describe('a name ends in whom, and the other does not speak of them', () => {
  test.each([
    ['执业医师变更单位', '执业医师变更', true],
    ['执业医师变更', '执业医师变更单位', true],
    ['执业医师变更单位', '执业医师变更单位（首次）', false],
    ['执业医师变更单位（首次）', '执业医师变更', true],
    ['执业医师变更', '执业医师延续', false],
  ])('%s beside %s: %s', (left, right, ends) => expect(endsInWhom(compared(left, right))).toBe(ends));
});
