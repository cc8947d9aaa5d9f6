import type { ItemType, LifecycleState } from '../../catalog/enumerations.ts';
import type { Authority } from '../authority.ts';
import type { ListResult } from '../compare-authority.ts';
import type { ComparedItem, ComparedList } from '../compared-item.ts';

/** The figures of a catalog (标准汇编 4.5), in the order in which they are shown. */
export const INDICATOR_CODES = [
  ...(['ONE_VISIT_AT_MOST', 'NO_VISIT', 'LIMIT_REDUCTION', 'PROMISE_WITHIN_HALF', 'IMMEDIATE'] as const),
  ...(['ONLINE', 'WHOLLY_ONLINE', 'CLAIMED', 'FOUR_SAMES', 'GUIDE_COMPLETE'] as const),
  ...(['NEEDLESS_PROOFS', 'SHARED_MATERIALS', 'MATERIALS_PER_ITEM', 'SPLIT_ITEMS'] as const),
] as const;

export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/** Why an item is not counted, each reason in a Chinese sentence without its end. */
export const EXCLUSIONS = {
  SUSPENDED: '挂起，不是在用事项',
  SCHEDULED: '尚未生效，不是在用事项',
  CANCELLED: '已取消，不是在用事项',
  MAIN_ITEM: '主项，由其子项各自计算',
  NOT_ON_APPLICATION: '依职权或者主动服务，没有申请人来办',
  LIST_WITHOUT_ELEMENT: '所在清单没有这一要素的列，由载有这一要素的清单计算',
  NOT_STATED: '没有填报这一要素',
  UNREADABLE: '填报的内容认不出来',
  NO_LEGAL_LIMIT: '没有法定办结时限，或者法定即为当场办结',
  DIFFERENT_UNITS: '承诺时限与法定时限的单位没有固定的比例',
  NOT_LINKED: '没有对应的参考目录事项',
  LINK_WAITING: '与参考目录的对应关系待人审定',
  PART_OF_REFERENCE: '与参考目录事项部分对应，不逐项比较',
  NIL_RETURN: '主管部门已零报告',
  NOT_AT_THIS_LEVEL: '参考目录没有规定本级行使',
  NO_LEVEL_NAMED: '参考目录没有写行使层级，不能断定该由本级行使',
  NOT_ON_THIS_LIST: '不属于本级已有清单的范围',
  REPEATED: '同一办理项重复填报',
} as const;

export type Exclusion = keyof typeof EXCLUSIONS;

/** What an item adds to the two sides of a figure, or why it adds nothing. */
export type Outcome = { readonly numerator: number; readonly denominator: number } | Exclusion;

/** An item as it stands in a figure. */
export interface Measured {
  readonly itemId: string;
  readonly regionCode: string;
  readonly department: string | undefined;
  readonly itemType: ItemType | 'UNRECOGNISED';
  readonly outcome: Outcome;
}

/** What figures are taken from. */
export interface Measuring {
  readonly authority: Authority;
  /** Every own list beside every reference catalog. */
  readonly results: readonly ListResult[];
  /** Elements that any item of a list states, those of its materials as `materials.…`. */
  columnsOf(list: ComparedList): ReadonlySet<string>;
  isMain(item: ComparedItem): boolean;
}

/** SHARE is numerator ÷ denominator; AVERAGE the same, in pieces an item; DIFFERENCE numerator − denominator. */
export type IndicatorUnit = 'SHARE' | 'AVERAGE' | 'DIFFERENCE';

export interface Target {
  readonly bound: 'AT_LEAST' | 'AT_MOST';
  readonly value: number;
}

export interface Indicator {
  readonly code: IndicatorCode;
  readonly name: string;
  /** How it is counted, in one Chinese sentence. */
  readonly formula: string;
  /** Notice, standard or programme that asks for it. */
  readonly source: string;
  readonly unit: IndicatorUnit;
  readonly target?: Target;
  /** Every item that the figure could be about, each once. */
  readonly measure: (measuring: Measuring) => readonly Measured[];
}

/** A life-cycle state in which an item is not counted. */
export const notInForce = (state: LifecycleState): Exclusion | undefined =>
  state === 'IN_FORCE' ? undefined : state;
