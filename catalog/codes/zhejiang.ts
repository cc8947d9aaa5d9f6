import { codeOf, itemTypeOf } from '../enumerations.ts';
import { type Problem, problem } from '../problems.ts';
import { partsOf } from './parts.ts';

/** 类型-主项5-子项3[-细项2], the codes of the Zhejiang power list before the national ones. */
export interface ZhejiangSegments {
  readonly kind: 'ZJ_LEGACY';
  /** The type as written: 许可, 公共服务 … */
  readonly typeName: string;
  /** Zhejiang's own type code; 14 is 公共服务. Missing when the word is unknown. */
  readonly typeCode?: string;
  readonly mainItem: string;
  readonly subItem: string;
  /** 细项, below the sub-item. */
  readonly detailItem?: string;
}

const LEGACY =
  /^(?<typeName>\p{Script=Han}{2,8})-(?<mainItem>\d{5})-(?<subItem>\d{3})(?:-(?<detailItem>\d{2}))?$/u;

/** Reads a legacy Zhejiang code such as 许可-00193-001-02. */
export function parseZhejiangLegacy(text: string) {
  const parts = partsOf<Omit<ZhejiangSegments, 'kind' | 'typeCode'>>(LEGACY, text);
  if (!parts) return undefined;
  const { typeName, mainItem, subItem, detailItem } = parts;
  const typeCode = codeOf('ItemType', itemTypeOf(typeName), 'ZHEJIANG');
  const problems: Problem[] = typeCode
    ? []
    : [problem('CODE_SEGMENT', { value: text, detail: `类型“${typeName}”` })];
  const segments: ZhejiangSegments = {
    kind: 'ZJ_LEGACY',
    typeName,
    ...(typeCode ? { typeCode } : {}),
    mainItem,
    subItem,
    ...(detailItem ? { detailItem } : {}),
  };
  return { normalized: text, segments, problems };
}

/**
 * The 12-digit basic code of a legacy code: 33 + type + main item + sub-item (公共服务-00512-001 → 331400512001).
 * Undefined when the type is unknown, or when there is a 细项, which twelve digits cannot carry.
 */
export function zhejiangBasicCode(segments: ZhejiangSegments): string | undefined {
  if (!segments.typeCode || segments.detailItem) return undefined;
  return `33${segments.typeCode}${segments.mainItem}${segments.subItem}`;
}
