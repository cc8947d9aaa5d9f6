import type { EnumerationName } from '../enumerations.ts';

/** Which record of the hub carries an element. */
export const FIELD_OWNERS = [
  'item',
  'guide',
  'material',
  'fee',
  'legalBasis',
  'step',
  'window',
  'question',
  'specialLink',
  'condition',
] as const;

export type FieldOwner = (typeof FIELD_OWNERS)[number];

export type FieldType =
  | 'text'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'enumeration'
  | 'enumerations'
  | 'code'
  | 'timeLimit'
  | 'region'
  | 'url'
  | 'list';

/** absent: the family has no such element (公共服务 has no 权力来源). */
export type Presence = 'required' | 'optional' | 'absent';

/** The groups differences between two lists are shown in. */
export const DIFFERENCE_GROUPS = {
  NAME: '名称',
  CODE: '编码',
  TYPE: '类型',
  BASIS: '依据',
  LEVEL: '层级',
  ORGANISATION: '机构',
  AUDIENCE: '服务对象与主题',
  TIME_LIMIT: '时限',
  CONDITION: '条件',
  MATERIAL: '材料',
  PROCESS: '流程',
  FEE: '收费',
  RESULT: '结果',
  CHANNEL: '渠道',
  CONTACT: '地点与联系',
  STATE: '状态与日期',
  OTHER: '其他',
} as const;

export type DifferenceGroup = keyof typeof DIFFERENCE_GROUPS;

/** How two values of an element are compared; none: never a difference. */
export type CompareRule =
  | 'normalName'
  | 'exact'
  | 'set'
  | 'lawAndArticle'
  | 'timeLimit'
  | 'canonicalMaterial'
  | 'text'
  | 'none';

export interface Field<Element extends string = string> {
  readonly element: Element;
  readonly chinese: string;
  /** Other titles the element bears in real tables, Chinese or not. */
  readonly aliases: readonly string[];
  /** Column of the exchange tables, snake_case; ours where the standard has none. */
  readonly column: string;
  readonly owner: FieldOwner;
  readonly type: FieldType;
  readonly enumeration?: EnumerationName;
  readonly required: { readonly general: Presence; readonly publicService: Presence };
  readonly differenceGroup: DifferenceGroup;
  readonly compareRule: CompareRule;
  /** Longest text the standard allows, in characters. */
  readonly longest?: number;
  readonly source: string;
}

/** Presence in the general and the public-service family, as the standard's table marks it. */
export type Marks = '!!' | '!o' | 'oo' | '!-' | 'o-';

export interface FieldDetails {
  readonly aliases?: readonly string[];
  readonly of?: EnumerationName;
  readonly longest?: number;
  readonly source?: string;
}

const PRESENCE: Readonly<Record<Marks, Field['required']>> = {
  '!!': { general: 'required', publicService: 'required' },
  '!o': { general: 'required', publicService: 'optional' },
  oo: { general: 'optional', publicService: 'optional' },
  '!-': { general: 'required', publicService: 'absent' },
  'o-': { general: 'optional', publicService: 'absent' },
};
const PLATFORM = '国家政务服务平台实施清单要素表';

/** Gives the function that writes one line of an owner's table; it keeps the element's literal name in the type. */
export function fieldsOf(owner: FieldOwner) {
  return <const Element extends string>(
    element: Element,
    chinese: string,
    column: string,
    type: FieldType,
    marks: Marks,
    differenceGroup: DifferenceGroup,
    compareRule: CompareRule,
    { aliases = [], of, longest, source = `${PLATFORM}（${column}）` }: FieldDetails = {},
  ): Field<Element> => ({
    element,
    chinese,
    aliases,
    column,
    owner,
    type,
    ...(of ? { enumeration: of } : {}),
    required: PRESENCE[marks],
    differenceGroup,
    compareRule,
    ...(longest ? { longest } : {}),
    source,
  });
}
