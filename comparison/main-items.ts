import { normalizeName } from '../catalog/names.ts';
import type { ComparedItem } from './compared-item.ts';
import { remembered } from './remembered.ts';

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

/** The codes by which an item may be named. */
const codesOf = ({ elements: { basicCode, localBasicCode } }: CodedItem): readonly unknown[] =>
  basicCode === localBasicCode || localBasicCode == null ? [basicCode] : [basicCode, localBasicCode];

const nameForm = remembered(normalizeName);

const keyOf = (code: unknown, name: unknown): string => `${code} ${nameForm(String(name ?? ''))}`;

/** How an item names its main item: by its code, or by code and name where the item itself has that code too. */
const mainNamedBy = (item: CodedItem): unknown => {
  const { mainItemCode, mainItemName } = item.elements;
  if (mainItemCode == null || !codesOf(item).includes(mainItemCode)) return mainItemCode;
  return mainItemName == null || mainItemName === '' ? undefined : keyOf(mainItemCode, mainItemName);
};

/**
 * How others may name an item as theirs. In Guangdong's catalog a main item may share its code with all its sub-items:
 * the code alone means none of those, and code and name mean the one that names no main item itself.
 */
const namesFor = (item: CodedItem): readonly unknown[] => {
  const codes = codesOf(item).filter((code) => code != null);
  const { name, mainItemCode } = item.elements;
  if (mainItemCode == null || mainItemCode === '')
    return [...codes, ...codes.map((code) => keyOf(code, name))];
  const named = mainNamedBy(item);
  return named === mainItemCode || named === undefined || named === keyOf(mainItemCode, name) ? codes : [];
};

const read = <Item extends CodedItem>(items: readonly Item[]): MainItems<Item> => {
  const named = new Set<unknown>();
  for (const item of items) named.add(mainNamedBy(item));
  const called = items.map((item) => ({ item, names: namesFor(item) }));
  const mains = called.filter(
    ({ item, names }) => item.elements['hasSubItems'] === true || names.some((name) => named.has(name)),
  );
  const byName = Map.groupBy(
    mains.flatMap(({ item, names }) => names.map((name) => ({ name, item }))),
    ({ name }) => name,
  );
  return {
    ids: new Set(mains.map(({ item }) => item.id)),
    of: (item) => {
      const name = mainNamedBy(item);
      return name == null ? NONE : (byName.get(name)?.map((one) => one.item) ?? NONE);
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
