import { chineseOf, itemTypeOf } from '../enumerations.ts';
import { problem } from '../problems.ts';
import { basicCodeOf } from './record-codes.ts';
import type { Rule } from './rule.ts';

const ZHEJIANG = '33';

/** The type digits of the basic code mean the record's item type. Extension digits (11–19, 21–) are a province's own. */
export const CODE_06_ITEM_TYPE: Rule = ({ basicCode, implementationCode, itemType }) => {
  const basic = basicCodeOf(basicCode) ?? basicCodeOf(implementationCode);
  if (!basic || !itemType || itemType === 'UNRECOGNISED') return [];
  const schemes = basic.region === ZHEJIANG ? ['GBT_39046', 'ZHEJIANG'] : ['GBT_39046'];
  const meant = schemes
    .map((scheme) => itemTypeOf(basic.itemType, scheme))
    .filter((type) => type !== 'UNRECOGNISED');
  if (meant.length === 0 || meant.includes(itemType)) return [];
  const other = chineseOf('ItemType', itemType) ?? itemType;
  return [problem('CODE_06', { field: 'basicCode', value: basic.itemType, other })];
};
