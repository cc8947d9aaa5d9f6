import { type Column, LIST_COLUMNS } from './columns.ts';
import { departmentTruth } from './county-offers.ts';
import { LIST_NAMES, type ListName, listKey } from './list-names.ts';
import { isPower } from './offer.ts';
import type { ListRow, PlaceLists } from './place-lists.ts';
import type { Planted } from './planting.ts';
import type { ReferenceItem } from './reference-catalog.ts';
import type { Truth } from './truth.ts';

/** Everything that is true of a place's lists: the links of every row, what was planted, what is missing. */
export function placeTruth(lists: PlaceLists): readonly Truth[] {
  const rows = LIST_NAMES.flatMap((name) => lists.rows[name].flatMap((row) => rowTruth(row, lists)));
  const gaps = lists.found.gaps.flatMap((item) => gapTruth(item, lists));
  return [...rows, ...gaps, ...departmentTruth(lists.found, listKey(lists.place, 'public'))];
}

function rowTruth(row: ListRow, lists: PlaceLists): readonly Truth[] {
  const at = { list: listKey(lists.place, row.list), row: row.key };
  const columns: readonly string[] = LIST_COLUMNS[row.list];
  const shown = row.planted.filter(({ field }) => field === undefined || columns.includes(field));
  return [...links(row, at), ...shown.map((planted) => plantedTruth(planted, row, at, lists))];
}

interface At {
  readonly list: string;
  readonly row: string;
}

function plantedTruth(
  { kind, field, was, is, why }: Planted,
  row: ListRow,
  at: At,
  lists: PlaceLists,
): Truth {
  const reference = row.offer.references[0]?.code;
  // A county writes limits in its own way, and a list may differ in a name twice: what counts is the cell.
  const cell = field === undefined || field === '申请材料' ? is : row.cells[field as Column];
  const shown = kind === 'DUPLICATE' ? undefined : cell;
  return {
    kind,
    ...at,
    ...(kind === 'OVERLAP' ? twinOf(row, lists) : {}),
    ...(kind === 'DUPLICATE' && is !== undefined ? { other: is } : {}),
    ...(field === undefined ? {} : { field }),
    ...(reference === undefined ? {} : { reference }),
    ...(was === undefined ? {} : { was }),
    ...(shown === undefined ? {} : { is: shown }),
    why,
  };
}

function links({ offer }: ListRow, at: At): readonly Truth[] {
  if (offer.local) return [{ kind: 'EXTRA', ...at, relation: 'NONE', why: offer.local.why }];
  const { relation, why } = relationOf(offer.references.length, offer.handling);
  return offer.references.map(({ code }) => ({ kind: 'LINK', ...at, relation, reference: code, why }));
}

function relationOf(references: number, handling: string) {
  if (references > 1) return { relation: 'BROADER', why: '县级把参考目录的两个子项合为一项' } as const;
  if (handling !== '')
    return { relation: 'NARROWER', why: '县级把参考目录的一项按服务对象拆为两个业务办理项' } as const;
  return { relation: 'EQUIVALENT', why: '对应参考目录的同一事项' } as const;
}

/** The row of the other list that the same item stands in. */
function twinOf(row: ListRow, lists: PlaceLists) {
  const other: ListName = row.list === 'power' ? 'public' : 'power';
  const twin = lists.rows[other].find(({ offer }) => offer === row.offer);
  return twin === undefined ? {} : { other: twin.key, otherList: listKey(lists.place, other) };
}

/** A menu item that is not offered is missing from each list it belongs to. */
function gapTruth(item: ReferenceItem, lists: PlaceLists): readonly Truth[] {
  const own: ListName = isPower({ type: item.main.type }) ? 'power' : 'public';
  const wanted: readonly ListName[] = item.onApplication ? [own, 'directory', 'implementation'] : [own];
  const why = '参考目录规定本级行使，清单中没有（应领未领）';
  return wanted.map((name) => ({ kind: 'GAP', list: listKey(lists.place, name), reference: item.code, why }));
}
