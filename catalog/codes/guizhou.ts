import { type Problem, problem } from '../problems.ts';
import { partsOf } from './parts.ts';

/** DB52/T 1264-2018: type letters 2 + main item 5 + sub-item 3, and for an implementation code a longer remainder. */
export interface GuizhouSegments {
  readonly kind: 'GUIZHOU';
  /** XK is 行政许可. */
  readonly itemType: string;
  readonly mainItem: string;
  readonly subItem: string;
  /** 事权代码 + 区划 + 机构; kept whole because the standard's text for its order was not available. */
  readonly remainder?: string;
}

const GUIZHOU =
  /^(?<itemType>[A-Z]{2})(?<mainItem>\d{5})(?<subItem>\d{3}|\d{2}Y)(?<remainder>\d{7}[0-9A-Z]{9,18})?$/u;

/** Reads a Guizhou licence code such as XK0010100Y. */
export function parseGuizhou(text: string) {
  const parts = partsOf<Omit<GuizhouSegments, 'kind'>>(GUIZHOU, text);
  if (!parts) return undefined;
  const { itemType, mainItem, subItem, remainder } = parts;
  const segments: GuizhouSegments = {
    kind: 'GUIZHOU',
    itemType,
    mainItem,
    subItem,
    ...(remainder ? { remainder } : {}),
  };
  const strange = subItem.endsWith('Y') && subItem !== '00Y';
  const problems: Problem[] = strange
    ? [problem('CODE_SEGMENT', { value: text, detail: `子项“${subItem}”` })]
    : [];
  return { normalized: text, segments, problems };
}
