import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import type { ItemHead, LinkHead, ListHead } from './report.ts';
import { typeWord } from './words.ts';

/** A list with the number of its items. */
export const listHead = ({
  items,
  key,
  name,
  kind,
  level,
  regionCode,
  regionName,
}: ComparedList): ListHead => ({
  key,
  name,
  kind,
  level,
  regionCode,
  regionName,
  items: items.length,
});

const placeOf = ({ document, sheet, row, cell, key }: ComparedItem['source']): string => {
  const where = cell ?? (row === undefined ? (key ?? '') : `第 ${row} 行`);
  return `${document}${sheet === undefined ? '' : `“${sheet}”`}${where === '' ? '' : ` ${where}`}`;
};

const codeOf = ({ kind, elements }: ComparedItem): string => {
  const own = kind === 'REFERENCE' ? 'basicCode' : 'implementationCode';
  const found = [own, 'basicCode', 'localBasicCode', 'implementationCode'].map(
    (element) => elements[element],
  );
  return found.find((code): code is string => typeof code === 'string' && code !== '') ?? '';
};

/** Gives the function that names items; it knows the lists they stand in by their keys. */
export const itemHeads = (lists: readonly ComparedList[]) => {
  const keys = new Map(lists.map(({ catalogId, key }) => [catalogId, key]));
  return (item: ComparedItem): ItemHead => ({
    id: item.id,
    list: keys.get(item.catalogId) ?? '',
    name: item.name,
    code: codeOf(item),
    department: item.department ?? '',
    itemType: typeWord(item.itemType),
    place: placeOf(item.source),
  });
};

/** What a link says of its two ends. */
export const linkHead = ({ id, relation, isSettled, confidence }: ComparedLink): LinkHead => ({
  id,
  relation,
  isSettled,
  confidence,
});
