import { chineseOf, exerciseLevelOf, itemTypeOf } from '../enumerations.ts';
import type { BasicCode, CnHandlingSegments, CnImplementationSegments } from './cn.ts';
import type { CodeSegments } from './parse.ts';
import type { SichuanOldSegments, SichuanSegments } from './sichuan.ts';

/** One segment of a code as a reader sees it; `meaning` only where it is certain. */
export interface CodeSegment {
  readonly name: string;
  readonly value: string;
  readonly meaning?: string;
}

const ITEM_TYPE_SCHEME_OF_LETTER = 'SICHUAN';

/** The segments of a code from left to right, with Chinese names. Empty values are left out. */
export function describeSegments(segments: CodeSegments): readonly CodeSegment[] {
  return listed(segments).filter(({ value }) => value !== '');
}

function listed(segments: CodeSegments): CodeSegment[] {
  switch (segments.kind) {
    case 'CN_12':
      return basic(segments.basic);
    case 'CN_33':
      return [...implementation(segments), segment('业务办理项', segments.handlingItem)];
    case 'CN_31':
      return implementation(segments);
    case 'ZJ_45':
      return [segment('部门标识', segments.department), level(segments.level), ...basic(segments.basic)];
    case 'ZJ_LEGACY':
      return [
        segment('类型', segments.typeName, typeMeaning(segments.typeCode, 'ZHEJIANG')),
        ...[segment('主项', segments.mainItem), segment('子项', segments.subItem)],
        segment('细项', segments.detailItem),
      ];
    case 'SICHUAN':
      return [
        ...[segment('省', '51', '四川省'), segment('类别', segments.category)],
        segment('类型', segments.typeLetter, typeMeaning(segments.typeLetter, ITEM_TYPE_SCHEME_OF_LETTER)),
        ...[segment('顺序', segments.serial), ...sichuanTail(segments)],
      ];
    case 'SICHUAN_OLD':
      return [
        segment('类型', segments.typeLetter, typeMeaning(segments.typeLetter, ITEM_TYPE_SCHEME_OF_LETTER)),
        ...[segment('主项', segments.mainItem), segment('子项', segments.subItem), ...sichuanTail(segments)],
      ];
    case 'GUIZHOU':
      return [
        segment('类型', segments.itemType, typeMeaning(segments.itemType)),
        ...[segment('主项', segments.mainItem), segment('子项', segments.subItem)],
        segment('事权、区划与机构', segments.remainder),
      ];
    case 'USCC':
      return [
        ...[segment('登记管理部门', segments.registration), segment('机构类别', segments.institution)],
        ...[segment('登记机关区划', segments.region), segment('主体标识码', segments.organisation)],
        segment('校验码', segments.check),
      ];
    default:
      return [segment('编码', segments.code)];
  }
}

function implementation(segments: CnImplementationSegments | CnHandlingSegments): CodeSegment[] {
  return [
    segment('统一社会信用代码', segments.organisation),
    level(segments.level),
    ...basic(segments.basic),
  ];
}

function basic({ region, itemType, department, mainItem, subItem }: BasicCode): CodeSegment[] {
  // Zhejiang's digits and the national ones disagree, and both occur behind 33.
  const type = region === '33' ? undefined : typeMeaning(itemType);
  return [
    segment('区划', region, region === '00' ? '国家目录' : undefined),
    segment('事项类型', itemType, type),
    segment('主项', mainItem, department && `前两位 ${department} 为国务院部门`),
    segment('子项', subItem, subItem === '000' ? '无子项' : subItem === '00Y' ? '有子项的主项' : undefined),
  ];
}

function level(digit: string): CodeSegment {
  const symbol = exerciseLevelOf(digit);
  return segment('行使层级', digit, symbol && chineseOf('ExerciseLevel', symbol));
}

function sichuanTail({
  region,
  reserved,
  organisation,
  flag,
  sequence,
}: SichuanSegments | SichuanOldSegments) {
  return [
    ...[segment('区划', region), segment('预留', reserved), segment('机构', organisation)],
    ...[segment('标志', flag), segment('顺序号', sequence)],
  ];
}

/** Without a scheme the code is one of GB/T 39046. */
function typeMeaning(code: string | undefined, scheme?: string): string | undefined {
  if (code === undefined) return undefined;
  const type = itemTypeOf(code, scheme);
  return type === 'UNRECOGNISED' ? undefined : chineseOf('ItemType', type);
}

function segment(name: string, value = '', meaning?: string): CodeSegment {
  return meaning ? { name, value, meaning } : { name, value };
}
