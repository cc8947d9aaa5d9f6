import { CODE_SCHEME_NAMES, CODE_SCHEMES } from '../catalog/codes/schemes.ts';
import { ENUMERATIONS } from '../catalog/enumerations.ts';
import { CORE_ITEM_ELEMENTS } from '../catalog/fields/core.ts';
import type { Field, FieldOwner } from '../catalog/fields/field.ts';
import { FIELDS } from '../catalog/fields.ts';
import { LIST_BOUNDS, MOST_VALUES } from '../catalog/list-bounds.ts';

/** Enumerations whose GraphQL form is written by hand in `schema/`, with descriptions of their own. */
const BY_HAND = new Set(['Level', 'ListKind']);

/** Enumerations that no element of the public schema bears. */
const NOT_PUBLIC = new Set(['RowOperation', 'Satisfaction']);

const TYPE_NAMES: Readonly<Record<FieldOwner, readonly [name: string, chinese: string]>> = {
  item: ['ItemElements', '事项要素（Item elements）：基本目录与实施清单的各项要素，来源没有的为空'],
  guide: ['GuideElements', '指南要素（Guide elements）：办事指南的各项要素，来源没有的为空'],
  material: ['Material', '申请材料（Material）'],
  fee: ['Fee', '收费项目（Fee）'],
  legalBasis: ['LegalBasis', '设定依据（Legal basis）：一部法律法规或一份文件'],
  step: ['Step', '办理流程环节（Step）'],
  window: ['Window', '受理窗口（Window）'],
  question: ['Question', '常见问题（Question）'],
  specialLink: ['SpecialLink', '特殊环节（Special link）：听证、检验、专家评审等'],
  condition: ['Condition', '受理条件（Condition）'],
};

const sized = (most: number): string => `@listSize(assumedSize: ${most})`;

/** What the registry cannot say: lists of blocks, and what the intake keeps beside the elements. */
const ADDED: Readonly<Partial<Record<FieldOwner, string>>> = {
  item: `  "设定依据，逐条"
  legalBases: [LegalBasis!] ${sized(LIST_BOUNDS.legalBases.most)}
  "来源里有值但不在代码表中的要素，原文照录"
  unrecognised: [UnrecognisedValue!] ${sized(LIST_BOUNDS.unrecognised.most)}
  "来源里无法对应到标准要素的列，原文照录"
  otherColumns: [OtherColumn!] ${sized(LIST_BOUNDS.otherColumns.most)}
`,
  material: `  "规范名称（Canonical name）：去掉原件、复印件、份数、盖章等字样并统一同义写法；“或”“、”连接的是一组材料"
  canonicalName: String
  "规范键（Canonical key）：同一种材料的各种写法相同，用于比对；other: 开头的是词表之外的材料"
  canonicalKey: String
`,
  guide: `  "来源里有值但不在代码表中的要素，原文照录"
  unrecognised: [UnrecognisedValue!] ${sized(LIST_BOUNDS.unrecognised.most)}
  "来源里无法对应到标准要素的列，原文照录"
  otherColumns: [OtherColumn!] ${sized(LIST_BOUNDS.otherColumns.most)}
`,
};

const quoted = (text: string): string => JSON.stringify(text);

const graphqlType = (field: Field): string => {
  switch (field.type) {
    case 'integer':
      return 'Int';
    case 'boolean':
      return 'Boolean';
    case 'date':
      return 'Date';
    case 'timeLimit':
      return 'TimeLimit';
    case 'list':
      return `[String!] ${sized(MOST_VALUES)}`;
    case 'enumeration':
      return field.enumeration ?? 'String';
    case 'enumerations':
      return `[${field.enumeration ?? 'String'}!] ${sized(MOST_VALUES)}`;
    default:
      return 'String';
  }
};

const objectType = (owner: FieldOwner): string => {
  const [name, chinese] = TYPE_NAMES[owner];
  const fields = FIELDS[owner].filter(
    (field) => owner !== 'item' || !(CORE_ITEM_ELEMENTS as readonly string[]).includes(field.element),
  );
  const lines = fields.map(
    (field) => `  ${quoted(field.chinese)}\n  ${field.element}: ${graphqlType(field)}\n`,
  );
  return `${quoted(chinese)}\ntype ${name} @shareable {\n${lines.join('')}${ADDED[owner] ?? ''}}\n`;
};

const enumType = (name: string): string => {
  const list = ENUMERATIONS[name as keyof typeof ENUMERATIONS];
  const values = list.values.map((value) => `  ${quoted(value.chinese)}\n  ${value.symbol}\n`);
  return `${quoted(`${list.chinese}（${name}）`)}\nenum ${name} {\n${values.join('')}}\n`;
};

const schemes = (): string => {
  const values = CODE_SCHEMES.map((scheme) => `  ${quoted(CODE_SCHEME_NAMES[scheme])}\n  ${scheme}\n`);
  return `"编码方案（Code scheme）"\nenum CodeScheme {\n${values.join('')}}\n`;
};

const FIXED = `"时限（Time limit）：照来源的单位，不作换算；工作日与自然日不能直接比较"
type TimeLimit @shareable {
  "数量；没有规定时限时为空"
  amount: Int
  "单位"
  unit: TimeLimitUnit
  "是否即办（当场办结）"
  immediate: Boolean!
  "来源里的原文"
  raw: String!
}

"未识别的值（Unrecognised value）"
type UnrecognisedValue @shareable {
  "要素名"
  element: String!
  "来源里的原文"
  raw: String!
}

"其他列（Other column）"
type OtherColumn @shareable {
  "列名"
  title: String!
  "值"
  value: String!
}
`;

/** The text of `schema/elements.graphql`: what the field registry and the code lists are in GraphQL. */
export const elementsSdl = (): string =>
  [
    '# 由 npm run generate 从 catalog/fields 与 catalog/enumerations 生成，请勿手改。\n',
    ...(Object.keys(TYPE_NAMES) as FieldOwner[]).map(objectType),
    FIXED,
    schemes(),
    ...Object.keys(ENUMERATIONS)
      .filter((name) => !BY_HAND.has(name) && !NOT_PUBLIC.has(name))
      .map(enumType),
  ].join('\n');
