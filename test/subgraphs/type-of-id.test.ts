import { expect, test } from 'vitest';
import { stableId } from '../../intake/identity.ts';
import { typeOfId } from '../../subgraphs/type-of-id.ts';

test.each([
  [stableId('referenceItem', 'a'), 'ReferenceItem'],
  [stableId('countyItem', 'a'), 'CountyItem'],
  [stableId('townshipItem', 'a'), 'TownshipItem'],
  [stableId('guide', 'a'), 'Guide'],
  [stableId('catalog', 'a'), 'Catalog'],
  [stableId('organisation', 'a'), 'Organisation'],
  ['ma_x', 'Match'],
  ['880121000000', 'Region'],
  ['880121', undefined],
  ['', undefined],
  ['RI_x', undefined],
  ['constructor', undefined],
])('%s is a %s', (id, type) => {
  expect(typeOfId(id)).toBe(type);
});
