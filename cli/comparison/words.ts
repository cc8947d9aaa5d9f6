import { ENUMERATIONS, type ListKind } from '../../catalog/enumerations.ts';
import { FIELDS } from '../../catalog/fields.ts';
import type { LinkRelation } from '../../catalog/link-kinds.ts';
import type { Severity } from '../../catalog/problems.ts';
import type { AdoptionState, NotOfferedReason } from '../../comparison/adoption.ts';
import type { RuleCode } from '../../comparison/finding.ts';
import { AUTHORITY_RULES, LIST_RULES } from '../../comparison/rules.ts';
import type { DriftState } from '../../comparison/three-way.ts';
import type { LimitCode, OwnState } from './report.ts';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  ERROR: '错误',
  WARNING: '警告',
  INFO: '提示',
};

/** A state and what it means, as the files explain it. */
export interface Explained {
  readonly word: string;
  readonly meaning: string;
}

export const ADOPTION_WORDS: Readonly<Record<AdoptionState, Explained>> = {
  ADOPTED: { word: '照用', meaning: '清单有对应的事项，没有本地的改动；可能还没有跟进参考目录的更新' },
  ADAPTED: { word: '有改动', meaning: '清单有对应的事项，有要素是本地改的，或者两边都改了' },
  PART_OF: {
    word: '部分承接',
    meaning: '清单的事项只是它的一部分，或者比它更宽、有交叉，或者承接了它的主项',
  },
  NOT_OFFERED: {
    word: '不实施',
    meaning: '本级或本清单不要求有，或者参考目录、本地待生效、已取消；原因另列',
  },
  SUSPENDED: { word: '挂起', meaning: '清单有对应的事项，现已挂起' },
  UNANSWERED: { word: '未认领', meaning: '没有确定的对应，也没有写明不实施或零报告' },
  NIL_RETURN: { word: '零报告', meaning: '主管部门已零报告，表示没有事项' },
};

/** What becomes of an item of the list; the counts sum to the list. */
export const OWN_WORDS: Readonly<Record<OwnState, Explained>> = {
  ADOPTED: { word: '照用', meaning: '有对应的参考事项，没有本地的改动；可能还没有跟进它的更新' },
  ADAPTED: { word: '有改动', meaning: '有对应的参考事项，有要素是本地改的，或者两边都改了' },
  PART_OF: {
    word: '部分承接',
    meaning: '只是参考事项的一部分，或者比它更宽、有交叉；承接主项的按主项算，不在这里',
  },
  RESTING: { word: '挂起、待生效', meaning: '有对应的参考事项，本身已挂起或者待生效' },
  CANCELLED: { word: '已取消', meaning: '清单自己注明取消的，不比' },
  EXTRA: { word: '多出', meaning: '比过，参考目录中没有对应的事项' },
  WAITING: { word: '待审定', meaning: '只有疑似的对应，等人审定' },
  NOT_COMPARED: { word: '未比对', meaning: '没有与这份参考目录比过，有没有对应不知道' },
};

/** What a limit of the data is about, in a few words. */
export const LIMIT_WORDS: Readonly<Record<LimitCode, string>> = {
  NOT_MATCHED: '匹配没有跟上',
  NO_LEVELS: '没有行使层级',
  NO_SERVICE: '不是事项的证明',
  WAITING: '等人审定',
  NOT_COMPARED: '没有比对的事项',
  NO_PLACE: '没有比对的要素',
  RARELY_FILLED: '个别填了的要素',
  FEW_FILLED: '填得不多的要素',
  OTHER_CODE_SCHEME: '编码规则不同',
  NO_TYPE: '没有事项类型',
  NO_DEPARTMENT: '没有部门',
};

export const REASON_WORDS: Readonly<Record<NotOfferedReason, string>> = {
  NOT_AT_THIS_LEVEL: '参考目录没有规定由本级行使',
  NOT_ON_THIS_LIST: '不属于这种清单',
  SCHEDULED: '待生效',
  CANCELLED: '已取消',
};

export const DRIFT_WORDS: Readonly<Record<DriftState, Explained>> = {
  UNCHANGED: { word: '一致', meaning: '与参考目录一字不差' },
  COSMETIC: { word: '写法不同', meaning: '意思相同，只是标点、空格、简称等写法不同' },
  FOLLOWED: { word: '已跟进', meaning: '参考目录改了，本地也改成了一样' },
  BEHIND: { word: '没有跟进', meaning: '参考目录改了，本地还是所依据的旧版的写法' },
  LOCAL_EDIT: { word: '本地改动', meaning: '参考目录没有改，本地写的与它不同' },
  CONFLICT: { word: '两边都改', meaning: '参考目录和本地各自改了，改得不一样' },
};

/** The local item is the left side. */
export const SIDE_WORDS: Readonly<Record<LinkRelation, string>> = {
  EQUIVALENT: '等同',
  NARROWER: '比它窄',
  BROADER: '比它宽',
  OVERLAP: '有交叉',
  RELATED: '相关',
};

const chinese = (values: readonly { readonly symbol: string; readonly chinese: string }[]) =>
  new Map(values.map((value) => [value.symbol, value.chinese]));

const KINDS = chinese(ENUMERATIONS.ListKind.values);
const TYPES = chinese(ENUMERATIONS.ItemType.values);
const EXERCISE = chinese(ENUMERATIONS.ExerciseLevel.values);

export const kindWord = (kind: ListKind): string => KINDS.get(kind) ?? kind;
export const typeWord = (type: string): string => TYPES.get(type) ?? type;

/** 行使层级 as the reference names them; it names none where the answer is empty. */
export const exerciseWords = (levels: unknown): string =>
  (Array.isArray(levels) ? levels : []).map((level) => EXERCISE.get(String(level)) ?? level).join('、');

const TITLES = new Map([...FIELDS.guide, ...FIELDS.item].map((field) => [field.element as string, field]));

export const elementTitle = (element: string): string => TITLES.get(element)?.chinese ?? element;

/** `CMP_02` as notices and standards write it. */
export const ruleNumber = (rule: RuleCode): string => rule.replace('_', '-');

/** Names short enough for the tab of a worksheet. */
export const RULE_NAMES: Readonly<Record<RuleCode, string>> = {
  CMP_01: '无参考对应',
  CMP_02: '应领未领',
  CMP_03: '超出参考目录',
  CMP_04: '名称不一致',
  CMP_05: '编码与名称',
  CMP_06: '类型不一致',
  CMP_07: '依据不一致',
  CMP_08: '依据失效',
  CMP_09: '层级超出',
  CMP_10: '主题不一致',
  CMP_11: '法定时限不一致',
  CMP_12: '承诺慢于同市',
  CMP_13: '材料不一致',
  CMP_14: '条件不一致',
  CMP_15: '收费不一致',
  CMP_16: '结果不一致',
  CMP_17: '服务对象不一致',
  CMP_18: '层级重复或空缺',
  CMP_19: '与县级来源不符',
  CMP_20: '两单重复或列错',
  CMP_21: '不在所属清单',
  CMP_22: '未列入政务服务',
  CMP_23: '静默事项',
  CMP_24: '无需申请',
  CMP_25: '线上线下不一致',
  CMP_26: '未跟进参考更新',
  CMP_27: '部门没有报送',
  CMP_28: '拆分程度不同',
};

const RULES = new Map([...LIST_RULES, ...AUTHORITY_RULES].map((rule) => [rule.code, rule]));

/** What a rule asks and where it comes from, as the rule itself says. */
export const ruleText = (rule: RuleCode): { readonly title: string; readonly source: string } =>
  RULES.get(rule) ?? { title: RULE_NAMES[rule], source: '' };

/** How an item stands to another list of its place. */
export const PAIR_WORDS: Readonly<Record<'PAIRED' | 'WAITING' | 'UNPAIRED', string>> = {
  PAIRED: '有对应',
  WAITING: '对应待审定',
  UNPAIRED: '没有对应',
};
