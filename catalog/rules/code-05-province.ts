import { splitUnifiedCreditCode } from '../codes/unified-credit-code.ts';
import { problem } from '../problems.ts';
import { basicCodeOf, implementationOf } from './record-codes.ts';
import type { Rule } from './rule.ts';

/** 中央: organs registered with the centre, such as customs and maritime bureaux, offer items of the province they sit in. */
const CENTRE = '10';

/**
 * The region of the basic code is 00 or the province of the credit code. City and county are never compared
 * (CODE-08): in a real county list of 981 valid credit codes none agreed with the item's city or county.
 */
export const CODE_05_PROVINCE: Rule = ({ basicCode, implementationCode, organisationCode }) => {
  const basic = basicCodeOf(basicCode) ?? basicCodeOf(implementationCode);
  const stated = organisationCode?.scheme === 'USCC' ? organisationCode.normalized : undefined;
  const organisation = implementationOf(implementationCode)?.organisation ?? stated;
  const province = organisation && splitUnifiedCreditCode(organisation)?.region.slice(0, 2);
  if (!basic || !province || ['00', province].includes(basic.region) || province === CENTRE) return [];
  return [problem('CODE_05', { field: 'basicCode', value: basic.region, other: province })];
};
