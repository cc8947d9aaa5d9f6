import type { ComparedItem, ComparedList } from './compared-item.ts';

/** The main items of a catalog, and which of them each of its items names as its own. */
export interface MainItems {
  readonly ids: ReadonlySet<string>;
  readonly of: (item: ComparedItem) => readonly ComparedItem[];
}

/** Every list of a province is held against the same catalog. */
const known = new WeakMap<readonly ComparedItem[], MainItems>();

const NONE: readonly ComparedItem[] = [];

/** The code by which an item names its main item. */
const mainCodeOf = ({ elements: { mainItemCode, basicCode, localBasicCode } }: ComparedItem): unknown =>
  // Guangdong's items that are not split name their own code as their main item's.
  mainItemCode === basicCode || mainItemCode === localBasicCode ? undefined : mainItemCode;

const read = (items: readonly ComparedItem[]): MainItems => {
  const subs = Map.groupBy(items, mainCodeOf);
  const isMain = ({ elements: { hasSubItems, basicCode, localBasicCode } }: ComparedItem): boolean =>
    hasSubItems === true || [basicCode, localBasicCode].some((code) => code != null && subs.has(code));
  const mains = items.filter(isMain);
  const coded = Map.groupBy(
    mains.flatMap((main) =>
      [...new Set([main.elements['basicCode'], main.elements['localBasicCode']])].map((code) => ({
        code,
        main,
      })),
    ),
    ({ code }) => code,
  );
  return {
    ids: new Set(mains.map(({ id }) => id)),
    of: (item) => {
      const code = mainCodeOf(item);
      return code == null ? NONE : (coded.get(code)?.map(({ main }) => main) ?? NONE);
    },
  };
};

/** The items of a catalog that others of it name as their main item, or that say they have sub-items. */
export const mainItemsOf = ({ items }: Pick<ComparedList, 'items'>): MainItems => {
  const found = known.get(items) ?? read(items);
  known.set(items, found);
  return found;
};
