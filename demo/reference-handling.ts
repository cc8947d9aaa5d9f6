import type { ReferenceItem } from './reference-catalog.ts';
import { type FeeWords, feeOf } from './vocabulary/fees.ts';
import type { Audience } from './vocabulary/subject.ts';

/** What a case ends with: 审批结果类型, and the name of the paper where there is one. */
export interface ResultWords {
  readonly type: '证照' | '批文' | '文书' | '其他';
  readonly name: string;
}

/** How an item is handled, as the reference states it and an office copies it. */
export interface Handling {
  /** 受理条件 in one text. */
  readonly condition: string;
  readonly fee: FeeWords | undefined;
  readonly result: ResultWords;
}

/** How the reference says that an item is handled. */
export function referenceHandling({ name, main, scope }: ReferenceItem): Handling {
  return {
    condition: conditionText({ name, audience: scope.of }),
    fee: feeOf(name),
    result: resultOf(main.type, main.name),
  };
}

/** A licence ends with a paper of the main item's name; of the rest the catalog names none. */
export function resultOf(type: string, name: string): ResultWords {
  return type === '01' ? { type: '证照', name } : { type: '其他', name: '' };
}

/** 受理条件 in one text. */
export function conditionText({
  audience,
  name,
}: {
  readonly audience: Audience;
  readonly name: string;
}): string {
  const who = audience === 'L' ? '依法设立的法人或者其他组织' : '具有完全民事行为能力的自然人';
  return `1.申请人为${who}；2.申请事项属于${name}的办理范围；3.申请材料齐全、符合法定形式。`;
}
