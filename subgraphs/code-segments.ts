import type { BasicCode } from '../catalog/codes/cn.ts';
import type { CodeSegments } from '../catalog/codes/parse.ts';
import type { CodeScheme } from '../catalog/codes/schemes.ts';
import { chineseOf, enumerate } from '../catalog/enumerations.ts';
import { exerciseLevelOfCode } from '../catalog/exercise-levels.ts';

/** A segment of a code as it is shown: its Chinese name, its value, and what the value means when that is certain. */
export interface ShownSegment {
  readonly name: string;
  readonly value: string;
  readonly meaning?: string;
}

type Part = readonly [key: string, name: string];

const CREDIT_CODE: Part = ['organisation', '统一社会信用代码'];
const LEVEL: Part = ['level', '行使层级'];
const BASIC: Part = ['basic', '基本编码'];
const SICHUAN_TAIL: readonly Part[] = [
  ['region', '区划'],
  ['reserved', '保留位'],
  ['organisation', '机构'],
  ['flag', '标志位'],
  ['sequence', '业务办理项'],
];

/** The segments of each scheme from left to right. */
const PARTS: Readonly<Record<CodeScheme, readonly Part[]>> = {
  CN_12: [BASIC],
  CN_31: [CREDIT_CODE, LEVEL, BASIC],
  CN_33: [CREDIT_CODE, LEVEL, BASIC, ['handlingItem', '业务办理项']],
  ZJ_45: [['department', '部门标识'], LEVEL, BASIC],
  ZJ_LEGACY: [
    ['typeName', '类型'],
    ['mainItem', '主项'],
    ['subItem', '子项'],
    ['detailItem', '细项'],
  ],
  GBT_39046_BASIC: [['code', '基本编码']],
  GBT_39046_IMPLEMENTATION: [['code', '实施编码']],
  SICHUAN: [['category', '大类'], ['typeLetter', '类型'], ['serial', '顺序号'], ...SICHUAN_TAIL],
  SICHUAN_OLD: [['typeLetter', '类型'], ['mainItem', '主项'], ['subItem', '子项'], ...SICHUAN_TAIL],
  GUIZHOU: [
    ['itemType', '事项类型'],
    ['mainItem', '主项'],
    ['subItem', '子项'],
    ['remainder', '事权、区划与机构'],
  ],
  USCC: [
    ['registration', '登记管理部门'],
    ['institution', '机构类别'],
    ['region', '登记机关区划'],
    ['organisation', '主体标识码'],
    ['check', '校验码'],
  ],
  LOCAL: [['code', '编码']],
};

const segment = (name: string, value: string, meaning?: string): ShownSegment =>
  meaning === undefined ? { name, value } : { name, value, meaning };

const itemTypeMeaning = (code: string): string | undefined => {
  const found = enumerate('ItemType', code);
  return 'symbol' in found ? chineseOf('ItemType', found.symbol) : undefined;
};

const levelMeaning = (code: string): string | undefined => {
  const level = exerciseLevelOfCode(code);
  return level && chineseOf('ExerciseLevel', level);
};

// GB/T 39554.1-2020: 000 has no sub-items, 00Y is a main item that has some.
const SUB_ITEMS: Readonly<Record<string, string>> = { '000': '没有子项', '00Y': '有子项的主项' };

const basicSegments = ({ region, itemType, mainItem, subItem }: BasicCode): readonly ShownSegment[] => [
  segment('区划', region, region === '00' ? '国家目录' : undefined),
  segment('事项类型', itemType, itemTypeMeaning(itemType)),
  segment('主项', mainItem),
  segment('子项', subItem, SUB_ITEMS[subItem]),
];

/** The segments of a parsed code from left to right, with Chinese names. */
export const shownSegments = (segments: CodeSegments): readonly ShownSegment[] => {
  const values: Readonly<Record<string, unknown>> = { ...segments };
  return PARTS[segments.kind].flatMap(([key, name]) => {
    const value = values[key];
    if (typeof value === 'string')
      return [segment(name, value, key === 'level' ? levelMeaning(value) : undefined)];
    return value === undefined ? [] : basicSegments(value as BasicCode);
  });
};
