import { CHK_25_PROOF_HAS_BASIS } from '../../catalog/rules/chk-25-proof-has-basis.ts';
import { checkedOwnItem } from './checked-own-item.ts';
import type { Indicator } from './indicator.ts';
import { appliedFor, meets } from './own-items.ts';

/** 仍要求无依据证明的比例。 */
export const needlessProofs: Indicator = {
  code: 'NEEDLESS_PROOFS',
  name: '仍要求无依据证明的比例',
  formula: '要求申请人提供没有法律法规依据的证明或者盖章的在用事项 ÷ 逐件列出申请材料及其依据的在用事项',
  source: '沈阳市通知二（三）（没有法律法规依据的证明和盖章一律取消）；检查 CHK-25',
  unit: 'SHARE',
  target: { bound: 'AT_MOST', value: 0 },
  measure: (measuring) =>
    appliedFor(measuring, ['materials.legalBasis'], (own) => {
      const checked = checkedOwnItem(own);
      if ((checked.blocks['materials'] ?? []).length === 0) return 'NOT_STATED';
      return meets(CHK_25_PROOF_HAS_BASIS.find(checked).length > 0);
    }),
};
