import { parseCode } from '../../catalog/codes/parse.ts';

/** A code as far as it names an item: codes of different spaces say nothing of each other. */
export interface CodeKey {
  /** The scheme, and the province or ministry that gave the number out. */
  readonly space: string;
  readonly main: string;
  /** The number of the sub-item; 000, 00Y and the like for the main item itself. */
  readonly sub: string;
}

/** 9 characters before the sub-item in Sichuan's scheme: 511A00319|00018 names sub-item 18 of main item 511A00319. */
const SICHUAN_MAIN = 9;

const remembered = new Map<string, CodeKey | undefined>();
/** The codes of local items are those of the references, and repeat from place to place. */
const MOST_REMEMBERED = 20_000;

/** The item number of a code, or undefined where the code is of no known scheme or names no item. */
export function codeKey(raw: string): CodeKey | undefined {
  if (remembered.has(raw)) return remembered.get(raw);
  const key = parsedKey(raw);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(raw, key);
  return key;
}

const parsedKey = (raw: string): CodeKey | undefined => {
  const { scheme, segments, normalized } = parseCode(raw);
  switch (segments.kind) {
    case 'CN_12':
    case 'CN_31':
    case 'CN_33':
    case 'ZJ_45': {
      const { basic } = segments;
      return { space: `CN:${basic.region}`, main: basic.itemType + basic.mainItem, sub: basic.subItem };
    }
    case 'SICHUAN': {
      const { basic } = segments;
      return {
        space: `SICHUAN:${basic.slice(0, 2)}`,
        main: basic.slice(0, SICHUAN_MAIN),
        sub: basic.slice(SICHUAN_MAIN),
      };
    }
    case 'SICHUAN_OLD':
      // 1J-5100-00027: the four digits are the province, and the last ones the item.
      if (segments.mainItem.length === 4) {
        return {
          space: `${scheme}:${segments.mainItem}`,
          main: segments.typeLetter + segments.subItem,
          sub: '',
        };
      }
      return { space: scheme, main: segments.typeLetter + segments.mainItem, sub: segments.subItem };
    case 'ZJ_LEGACY': {
      // The same number in both forms: 公共服务-00512-002 is 331400512002.
      const { typeCode, typeName, mainItem, subItem, detailItem } = segments;
      const sub = detailItem === undefined ? subItem : `${subItem}-${detailItem}`;
      return typeCode === undefined
        ? { space: `${scheme}:${typeName}`, main: mainItem, sub }
        : { space: 'CN:33', main: typeCode + mainItem, sub };
    }
    case 'GUIZHOU':
      return { space: scheme, main: segments.itemType + segments.mainItem, sub: segments.subItem };
    case 'LOCAL':
    case 'USCC':
      return undefined;
    default:
      return { space: scheme, main: normalized, sub: '' };
  }
};

/**
 * What the codes of two items say. EXACT: one code of each names the same item; SAME_MAIN: the same main item but
 * another sub-item; MAIN_ITEM: one is the main item of the other; ELSEWHERE: a shared space, but another number.
 */
export type CodeRelation = 'UNKNOWN' | 'EXACT' | 'MAIN_ITEM' | 'SAME_MAIN' | 'ELSEWHERE';

const isWhole = (sub: string): boolean => /^0*$/u.test(sub);
const isMainItem = (sub: string): boolean => /^0*Y?$/u.test(sub);

const ORDER = ['EXACT', 'MAIN_ITEM', 'SAME_MAIN', 'ELSEWHERE', 'UNKNOWN'] as const;
const [EXACT, MAIN_ITEM, SAME_MAIN, ELSEWHERE, UNKNOWN] = [0, 1, 2, 3, 4] as const;

/** The place of the relation in ORDER. */
const relationOf = (left: CodeKey, right: CodeKey): number => {
  if (left.space !== right.space) return UNKNOWN;
  if (left.main !== right.main) return ELSEWHERE;
  if (left.sub === right.sub) return EXACT;
  // 000, 00000 and nothing at all are one: no sub-item. 00Y is an item that has some.
  if (isWhole(left.sub) && isWhole(right.sub)) return EXACT;
  const [short, long] = left.sub.length < right.sub.length ? [left.sub, right.sub] : [right.sub, left.sub];
  // 001 is the main item of 001-02.
  if (short !== '' && long.startsWith(`${short}-`)) return MAIN_ITEM;
  return isMainItem(left.sub) || isMainItem(right.sub) ? MAIN_ITEM : SAME_MAIN;
};

/** The strongest relation between any code of the one and any of the other. */
export function codeRelation(left: readonly CodeKey[], right: readonly CodeKey[]): CodeRelation {
  let best: number = UNKNOWN;
  for (const one of left) {
    for (const other of right) best = Math.min(best, relationOf(one, other));
  }
  return ORDER[best] as CodeRelation;
}
