import type { Field, FieldOwner } from '../../catalog/fields/field.ts';
import { FIELDS, fieldByTitle, titleKey } from '../../catalog/fields.ts';
import { type ColumnTarget, targetOfField } from './column-target.ts';
import { BLOCK_OWNERS, slotOf } from './slots.ts';
import { plainTitle, titleReadings } from './title-text.ts';

/** Two elements in one cell: 事项名称及编码, 二级事项（编码）. */
const WITH_CODE = /^(.+?)(?:\((?:事项)?(?:编码|代码|编号)\)|[及和与、+/](?:事项)?(?:编码|代码|编号))$/u;
const CLIENT_NAME_AND_CODE = 'clnamecode';

/** Titles that say nothing of whose name, code or kind they speak: the group above them does. */
const GENERIC =
  /^(名称|全称|编码|代码|编号|类型|类别|性质|依据|标准|条件|说明|单位|时间|地点|地址|电话|时限|期限|内容|来源|形式|方式|状态|范围|结果|序号)$/u;

/** Groups that hold the elements of a record and add nothing to their titles: 基本信息, 事项要素. */
const BANNER = /信息|要素|情况|目录|清单|事项|权力|职权|服务$|基本|其他|其它/u;

const BLOCK_GROUPS: readonly (readonly [RegExp, FieldOwner])[] = [
  [/材料|资料/u, 'material'],
  [/收费|费用/u, 'fee'],
  [/特殊环节|特别程序/u, 'specialLink'],
  [/依据|法律法规/u, 'legalBasis'],
  [/窗口/u, 'window'],
  [/流程|环节|步骤|程序/u, 'step'],
  [/问题|问答/u, 'question'],
  [/受理条件|申请条件/u, 'condition'],
];

/** What a group's word makes of the title below it: 时限 over 法定 is 法定时限, 电话 over 咨询 is 咨询电话. */
const GROUP_WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/时限|期限/u, ['办结时限', '时限']],
  [/电话|联系|咨询|投诉/u, ['电话', '方式']],
  [/编码|代码/u, ['编码']],
];

/** 收费标准与依据 and 收费标准及依据 are one title. */
const BY_PLAIN_TITLE: ReadonlyMap<string, Field> = new Map(
  [...FIELDS.guide, ...FIELDS.item].flatMap((field: Field) =>
    [...field.aliases, field.chinese].map((title) => [plainTitle(title), field] as const),
  ),
);

const known = (slot: ReturnType<typeof slotOf>): ColumnTarget | undefined =>
  slot.kind === 'OTHER' ? undefined : slot;

const nameAndCode = (reading: string): ColumnTarget | undefined => {
  const key = titleKey(reading);
  const title = key === CLIENT_NAME_AND_CODE ? '事项名称' : WITH_CODE.exec(key)?.[1];
  const field = title === undefined ? undefined : fieldByTitle(title, ['item']);
  const isName = field?.element === 'name' || field?.element === 'mainItemName';
  return field !== undefined && isName ? { kind: 'NAME_AND_CODE', field } : undefined;
};

/** A part of a block by its title alone, where only one block has it; bare English words prove nothing. */
const partByTitle = (readings: readonly string[]): ColumnTarget | undefined => {
  for (const reading of readings) {
    const fields = Object.values(BLOCK_OWNERS).flatMap((owner) => fieldByTitle(reading, [owner]) ?? []);
    const [only] = fields;
    const telling = /[\p{Script=Han}_A-Z[]/u.test(reading) || only?.column === reading;
    if (fields.length === 1 && only !== undefined && telling) return targetOfField(only);
    if (fields.length > 1) return undefined;
  }
  return undefined;
};

/**
 * What a title names word for word, whatever its spelling: an element, a fact of the row, a block, a part of a
 * block; of `owners` first where the table is one of theirs. Undefined when it names nothing known.
 */
export const targetOfTitle = (
  title: string,
  owners: readonly FieldOwner[] = [],
): ColumnTarget | undefined => {
  const readings = titleReadings(title);
  for (const reading of readings) {
    const own = owners.length === 0 ? undefined : fieldByTitle(reading, owners);
    if (own !== undefined) return targetOfField(own);
    const found = nameAndCode(reading) ?? known(slotOf(reading));
    if (found !== undefined) return found;
  }
  const plain = BY_PLAIN_TITLE.get(plainTitle(title));
  return (plain && targetOfField(plain)) ?? partByTitle(readings) ?? nameOfLevel(title);
};

const LEVEL = /^(?:本级|[省市县区乡镇村]级|乡镇|镇街|街道|社区|村居)/u;

/** 镇级事项名称 in a list of the town is the item's name; 省级法定办结时限 is not this item's limit. */
const nameOfLevel = (title: string): ColumnTarget | undefined => {
  const plain = plainTitle(title);
  const field = LEVEL.test(plain) ? fieldByTitle(plain.replace(LEVEL, ''), ['item']) : undefined;
  return field?.element === 'name' ? targetOfField(field) : undefined;
};

/** Groups whose columns tell of another version or another office's item, not of this one. */
const OTHER_THAN_THIS = /^(?:原|旧|调整前|变更前|修改前|取消前|上级|下级|对应|关联)/u;

/** A title under a group, with the group's meaning. */
const targetUnder = (group: string, title: string): ColumnTarget | undefined => {
  const whole = targetOfTitle(`${group}/${title}`) ?? targetOfTitle(`${group}${title}`);
  if (whole !== undefined) return whole;
  const owner = BLOCK_GROUPS.find(([words]) => words.test(group))?.[1];
  const part = owner === undefined ? undefined : partUnder(owner, title);
  if (part !== undefined) return targetOfField(part);
  const plain = plainTitle(title);
  const stem = group.replace(/(?:方式|渠道|途径|情况|信息)$/u, '');
  const words = GROUP_WORDS.find(([pattern]) => pattern.test(group))?.[1] ?? [];
  for (const joined of [plain + group, stem + plain, ...words.map((word) => plain + word)]) {
    const found = targetOfTitle(joined);
    if (found !== undefined && found.kind !== 'PART') return found;
  }
  if (OTHER_THAN_THIS.test(group) || (GENERIC.test(plain) && !BANNER.test(group))) return undefined;
  const alone = targetOfTitle(title);
  return alone?.kind === 'PART' ? undefined : alone;
};

const partUnder = (owner: FieldOwner, title: string): Field | undefined => {
  for (const reading of titleReadings(title)) {
    const field = fieldByTitle(reading, [owner]);
    if (field !== undefined) return field;
  }
  return undefined;
};

/**
 * What a title means under the titles of the groups above it, outermost first (`办理时限`, `法定`). The joined title
 * counts before the group's meaning, and that before the title alone.
 */
export const targetOfStack = (
  stack: readonly string[],
  owners: readonly FieldOwner[] = [],
): ColumnTarget | undefined => {
  const title = stack.at(-1) ?? '';
  const groups = stack.slice(0, -1).reverse();
  if (groups.length === 0) return targetOfTitle(title, owners);
  for (const group of groups) {
    const found = targetUnder(plainTitle(group), title);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Whether a title alone does not say whose name, code or kind it is. */
export const isGeneric = (title: string): boolean => GENERIC.test(plainTitle(title));
