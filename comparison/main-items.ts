import type { ComparedItem } from './compared-item.ts';

/** As much of an item as tells main items. */
export type CodedItem = Pick<ComparedItem, 'id' | 'elements'>;

/** The main items of a catalog, and which of them each of its items names as its own. */
export interface MainItems<Item extends CodedItem = ComparedItem> {
  readonly ids: ReadonlySet<string>;
  readonly of: (item: Item) => readonly Item[];
}

/** Every list of a province is held against the same catalog. */
const known = new WeakMap<readonly CodedItem[], unknown>();

const NONE: readonly never[] = [];

/** The code by which an item names its main item. */
const mainCodeOf = ({ elements: { mainItemCode, basicCode, localBasicCode } }: CodedItem): unknown =>
  // Guangdong's items that are not split name their own code as their main item's.
  mainItemCode === basicCode || mainItemCode === localBasicCode ? undefined : mainItemCode;

/** The codes by which an item may be named. */
const codesOf = ({ elements: { basicCode, localBasicCode } }: CodedItem): readonly unknown[] =>
  basicCode === localBasicCode || localBasicCode == null ? [basicCode] : [basicCode, localBasicCode];

const read = <Item extends CodedItem>(items: readonly Item[]): MainItems<Item> => {
  const named = new Set<unknown>();
  for (const item of items) named.add(mainCodeOf(item));
  const mains = items.filter(
    (item) =>
      item.elements['hasSubItems'] === true || codesOf(item).some((code) => code != null && named.has(code)),
  );
  const coded = Map.groupBy(
    mains.flatMap((main) => codesOf(main).map((code) => ({ code, main }))),
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
export const mainItemsOf = <Item extends CodedItem>({
  items,
}: {
  readonly items: readonly Item[];
}): MainItems<Item> => {
  const found = (known.get(items) as MainItems<Item> | undefined) ?? read(items);
  known.set(items, found);
  return found;
};
