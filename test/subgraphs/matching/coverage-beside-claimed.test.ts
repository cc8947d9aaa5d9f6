import { expect, test } from 'vitest';
import { codesOf, figuresOf, STANDINGS } from '../../../subgraphs/matching/coverage-codes.ts';
import { figure, smallAuthority, type Told } from '../../comparison/indicators/small-authority.ts';

const COUNTY = { elements: { exerciseLevels: ['COUNTY'] } };

/** Coverage asks what can be handled now, 应领尽领率 what is claimed: docs/indicators.md says so. */
test.each<[about: string, reference: Told, local: Told | undefined, share: string, claimed: string]>([
  ['in force', { id: 'r', ...COUNTY }, { id: 'a', reference: 'r' }, '1/1', '1/1'],
  ['in part', { id: 'r', ...COUNTY }, { id: 'a', reference: 'r', relation: 'NARROWER' }, '1/1', '1/1'],
  ['suspended', { id: 'r', ...COUNTY }, { id: 'a', reference: 'r', state: 'SUSPENDED' }, '0/1', '1/1'],
  ['scheduled', { id: 'r', ...COUNTY }, { id: 'a', reference: 'r', state: 'SCHEDULED' }, '0/1', '0/0'],
  ['cancelled', { id: 'r', ...COUNTY }, { id: 'a', reference: 'r', state: 'CANCELLED' }, '0/1', '0/0'],
  ['waiting', { id: 'r', ...COUNTY }, { id: 'a', reference: 'r', isWaiting: true }, '0/1', '0/0'],
  ['missing', { id: 'r', ...COUNTY }, undefined, '0/1', '0/1'],
  ['of no level named', { id: 'r' }, undefined, '0/1', '0/0'],
  ['of the province', { id: 'r', elements: { exerciseLevels: ['PROVINCE'] } }, undefined, '0/0', '0/0'],
])('%s in the share of coverage and in 应领尽领率', (_about, reference, local, share, claimed) => {
  const sides = [local === undefined ? [] : [local], [reference]] as const;
  const { authority, results } = smallAuthority(...sides);
  const [catalog] = authority.references;
  if (catalog === undefined) throw new Error('no reference');
  const [code] = codesOf(
    catalog,
    results.map(({ comparison }) => comparison),
  );
  const { numerator, denominator } = figuresOf(STANDINGS.map((_, at) => Number(at === code)));
  expect(`${numerator.count}/${denominator.count}`).toBe(share);
  const value = figure('CLAIMED', ...sides);
  expect(`${value.numerator}/${value.denominator}`).toBe(claimed);
});
