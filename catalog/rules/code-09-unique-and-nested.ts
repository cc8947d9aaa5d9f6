import type { Finding } from './check.ts';

/** What the check of a whole list needs of each item. */
export interface ListedCode {
  /** Row in the file, for the report. */
  readonly row: number;
  /** `SCHEME:normalized` of the code the item goes by. */
  readonly codeKey?: string;
  /** The basic code, bare or with its scheme before a colon. */
  readonly basicCode?: string;
  /** LifecycleState symbol. */
  readonly state: string;
  /** Whoever issues the code: only together with it a code without a credit code inside is one. */
  readonly organisation?: string;
  /** Several 业务办理项 share one implementation code; with different handling codes they are no duplicates. */
  readonly handlingItemCode?: string;
}

export type Code09 =
  | 'CODE_09'
  | 'CODE_09_PARENT_MISSING'
  | 'CODE_09_PARENT_HANDLED'
  | 'CODE_09_NO_MAIN_ITEMS';

/** What a check of the whole list found, and in which row. */
export interface ListFinding<Code extends string = string> extends Finding<Code> {
  readonly row: number;
}

/** Schemes whose codes contain the organisation; the others number items for everybody. */
const OWNED = /^(?:CN_31|CN_33|ZJ_45|SICHUAN|SICHUAN_OLD):/u;

const BASIC = /(?:^|:)(\d{9}(?:\d{3}|00Y))$/u;

const ownKey = (codeKey: string, { organisation, handlingItemCode }: ListedCode): string =>
  [codeKey, OWNED.test(codeKey) ? undefined : organisation, handlingItemCode].join('\n');

interface Main {
  readonly row: number;
  readonly code: string;
  /** In force, and with an implementation code, so somebody handles it; or 000, which says that it has no sub-items. */
  readonly handled: boolean;
}

interface Child {
  readonly row: number;
  readonly code: string;
}

/** Main items and the first sub-item of each, by the nine digits they share: few beside 150,000 rows. */
interface Family {
  readonly mains: Map<string, Main>;
  readonly children: Map<string, Child>;
  childCount: number;
}

const enrol = (family: Family, item: ListedCode): void => {
  const { row, state, codeKey, basicCode } = item;
  const code = basicCode && BASIC.exec(basicCode)?.[1];
  if (!code) return;
  const [head, sub] = [code.slice(0, 9), code.slice(9)];
  if (sub === '000' || sub === '00Y') {
    const implemented = codeKey !== undefined && OWNED.test(codeKey);
    const handled = state === 'IN_FORCE' && (sub === '000' || implemented);
    // 00Y is the main item even where a 000 of the same number stands beside it.
    if (sub === '00Y' || !family.mains.has(head)) family.mains.set(head, { row, code, handled });
    return;
  }
  family.childCount += 1;
  if (!family.children.has(head)) family.children.set(head, { row, code });
};

const nesting = ({ mains, children, childCount }: Family): ListFinding<Code09>[] => {
  const [first] = children.values();
  if (first === undefined) return [];
  const field = 'basicCode';
  const listsMains = [...mains.values()].some((main) => main.code.endsWith('00Y'));
  const anyMain = listsMains || [...children.keys()].some((head) => mains.has(head));
  if (!anyMain) return [{ code: 'CODE_09_NO_MAIN_ITEMS', row: first.row, field, value: String(childCount) }];
  return [...children].flatMap(([head, child]): ListFinding<Code09>[] => {
    const main = mains.get(head);
    if (main === undefined) {
      const other = `${head}00Y`;
      return [{ code: 'CODE_09_PARENT_MISSING', row: child.row, field, value: child.code, other }];
    }
    if (!main.handled) return [];
    return [{ code: 'CODE_09_PARENT_HANDLED', row: main.row, field, value: main.code, other: child.code }];
  });
};

/**
 * CODE-09 over a whole list: a code stands once within its scheme and owner; a sub-item has its main item in the list,
 * told once per main item; a main item with sub-items is not itself handled. Cancelled items hold no code. Findings
 * come in the order of rows. Keeps codes and row numbers only.
 */
export const code09 = (list: Iterable<ListedCode>): readonly ListFinding<Code09>[] => {
  const seen = new Map<string, number>();
  const family: Family = { mains: new Map(), children: new Map(), childCount: 0 };
  const found: ListFinding<Code09>[] = [];
  for (const item of list) {
    if (item.state === 'CANCELLED') continue;
    enrol(family, item);
    const { codeKey, row } = item;
    if (codeKey === undefined) continue;
    const key = ownKey(codeKey, item);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else {
      const value = codeKey.slice(codeKey.indexOf(':') + 1);
      found.push({ code: 'CODE_09', row, value, other: String(before) });
    }
  }
  return [...found, ...nesting(family)].sort((left, right) => left.row - right.row);
};
