import { normalizeName } from '../../catalog/names.ts';
import type { Authority } from '../authority.ts';
import { areComparable } from '../code-scheme.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { type Adopted, adopted } from './adopted.ts';
import { firstOfOtherNames } from './first-of-other-names.ts';
import { quoted } from './quoted.ts';
import { referenceOf } from './reference-of.ts';
import type { ListRule } from './rule.ts';
import { isFirstCatalog } from './without-reference.ts';

const basics = (item: ComparedItem) =>
  ({ rule: 'CMP_05', severity: 'ERROR', catalogId: item.catalogId, itemId: item.id }) as const;

/** 业务办理项 bear the code and often the name of their item, and are told apart by their own. */
const handlingItem = ({ elements }: ComparedItem): string => String(elements['handlingItemCode'] ?? '');

/** What is yet to come into force may take over code and name of what it will replace. */
const edition = ({ state }: ComparedItem): string => (state === 'SCHEDULED' ? state : '');

/** One code on several names: each is told that has it after another, with that beside it. */
const sharedCodes = (authority: Authority, items: readonly ComparedItem[]): readonly Finding[] =>
  groups(items, (item) =>
    item.codeKey === undefined ? undefined : `${item.codeKey} ${handlingItem(item)} ${edition(item)}`,
  ).flatMap((sharing) =>
    firstOfOtherNames(authority, sharing).map(([item, first]) => ({
      ...basics(item),
      otherId: first.id,
      message: `${quoted(item.name)}与${quoted(first.name)}用同一个编码`,
      action: '请为其中一项另编编码',
    })),
  );

const codesOf = ({ elements }: ComparedItem): readonly unknown[] =>
  ['basicCode', 'localBasicCode', 'implementationCode'].flatMap((code) => elements[code] ?? []);

const mainOf = ({ elements, name }: ComparedItem): string => {
  const main = elements['mainItemCode'] ?? elements['mainItemName'];
  // An item that is not split may name itself.
  return typeof main !== 'string' || main === name || elements['basicCode'] === main
    ? ''
    : normalizeName(main);
};

const isMainOf = (main: ComparedItem, { elements }: ComparedItem): boolean =>
  main.elements['hasSubItems'] === true || codesOf(main).includes(elements['mainItemCode'] ?? '');

/** Two items of one name that are two: a main item and its sub-item, or what the reference too has twice. */
const areTwo = (authority: Authority, one: ComparedItem, other: ComparedItem): boolean => {
  if (isMainOf(one, other) !== isMainOf(other, one)) return true;
  const [ofOne, ofOther] = [referenceOf(authority, one), referenceOf(authority, other)];
  if (ofOne === undefined || ofOther === undefined || ofOne.id === ofOther.id) return false;
  return normalizeName(ofOne.name) === normalizeName(ofOther.name);
};

/** Of items with one name each that names another before it again: 变更 under two main items are two. */
const namedAgain = (
  authority: Authority,
  items: readonly ComparedItem[],
): readonly (readonly [item: ComparedItem, first: ComparedItem])[] => {
  const firsts = new Map<string, ComparedItem>();
  return items.flatMap((item) => {
    const main = mainOf(item);
    const before = main === '' ? [...firsts.values()] : [main, ''].flatMap((key) => firsts.get(key) ?? []);
    if (!firsts.has(main)) firsts.set(main, item);
    const first = before.find((one) => !areTwo(authority, one, item));
    return first === undefined ? [] : [[item, first] as const];
  });
};

/** One name of one department several times: with codes that differ, or simply filed twice. */
const sharedNames = (authority: Authority, items: readonly ComparedItem[]): readonly Finding[] =>
  groups(items, (item) =>
    [normalizeName(item.name), item.department, item.regionCode, handlingItem(item), edition(item)].join(' '),
  ).flatMap((sharing) =>
    namedAgain(authority, sharing).map(([item, first]) => ({
      ...basics(item),
      otherId: first.id,
      message: `${quoted(item.name)}在清单中出现不止一次${item.codeKey === first.codeKey ? '' : '，编码不同'}`,
      action: '请核对是否重复填报；确是两项的，在名称中写明区别',
    })),
  );

/** Items with the same key, in their order; those without one left out. */
const groups = (
  items: readonly ComparedItem[],
  keyOf: (item: ComparedItem) => string | undefined,
): readonly (readonly [ComparedItem, ...ComparedItem[]])[] =>
  [...Map.groupBy(items, keyOf)].flatMap(([key, [first, ...others]]) =>
    key === undefined || first === undefined ? [] : [[first, ...others] as const],
  );

const otherCode = ({ item, reference, link }: Adopted): readonly Finding[] => {
  const [ours, theirs] = [item.basicKey, reference.basicKey];
  if (ours === undefined || theirs === undefined || ours === theirs) return [];
  if (!areComparable(item, reference)) return [];
  return [
    {
      ...basics(item),
      otherId: reference.id,
      linkId: link.id,
      field: 'basicCode',
      actual: String(item.elements['basicCode'] ?? ''),
      expected: String(reference.elements['basicCode'] ?? ''),
      message: `${quoted(item.name)}的基本编码与参考目录的${quoted(reference.name)}不同`,
      action: '请改用参考目录的基本编码',
    },
  ];
};

/** 编码与名称不是一一对应。 */
export const codeAndName: ListRule = {
  code: 'CMP_05',
  title: '编码与参考目录不同，或者编码与名称不是一一对应',
  source: '四级四同；标准汇编 4.3 CMP-05',
  severities: { ERROR: '一律' },
  check: (beside) => {
    const ofCatalog = adopted(beside).flatMap(otherCode);
    if (!isFirstCatalog(beside)) return ofCatalog;
    const items = beside.list.items.filter(({ state }) => state !== 'CANCELLED');
    return [...ofCatalog, ...sharedCodes(beside.authority, items), ...sharedNames(beside.authority, items)];
  },
};
