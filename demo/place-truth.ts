import { levelMarked } from '../catalog/level-marks.ts';
import { canonicalOrganisation } from '../catalog/organisations/canonical-organisation.ts';
import { type Cells, type Column, LIST_COLUMNS } from './columns.ts';
import { LIST_NAMES, type ListName, listKey } from './list-names.ts';
import { isPower } from './offer.ts';
import { departmentOffice } from './organisations.ts';
import type { ListRow, PlaceLists } from './place-lists.ts';
import type { Planted } from './planting.ts';
import type { ReferenceItem } from './reference-catalog.ts';
import type { Truth } from './truth.ts';
import type { DepartmentWords } from './vocabulary/subject.ts';

/** Everything that is true of a place's lists: the links of every row, what was planted, what is missing. */
export function placeTruth(lists: PlaceLists): readonly Truth[] {
  const rows = LIST_NAMES.flatMap((name) => lists.rows[name].flatMap((row) => rowTruth(row, lists)));
  return [...rows, ...LIST_NAMES.flatMap((name) => missingTruth(name, lists))];
}

/** The row by which a department says that it has no public service (沈阳市通知：零报告). */
export function nilReturns({ place, found }: PlaceLists, name: ListName): readonly Cells[] {
  if (name !== 'public' || found.nilReturn === undefined) return [];
  return [
    {
      实施主体: departmentOffice(found.nilReturn, place).name,
      事项名称: '零报告',
    },
  ];
}

function rowTruth(row: ListRow, lists: PlaceLists): readonly Truth[] {
  const at = { list: listKey(lists.place, row.list), row: row.key };
  const columns: readonly string[] = LIST_COLUMNS[row.list];
  const isRenamed = row.planted.some(
    ({ kind, field, was = '', is = '' }) =>
      kind === 'RENAMED' && field === '事项名称' && levelMarked(was).name !== levelMarked(is).name,
  );
  const shown = row.planted
    .filter(({ field }) => field === undefined || columns.includes(field))
    // Written otherwise once more, a former name is nobody's; a mark of level or half-width signs leave it what it was.
    .filter(({ kind, field }) => !(isRenamed && kind === 'OUTDATED' && field === '事项名称'));
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

/** Whether a list of a kind takes a reference item: powers, services, or what is applied for. */
const TAKES: Readonly<Record<ListName, (item: ReferenceItem) => boolean>> = {
  power: ({ main }) => isPower(main),
  public: ({ main }) => !isPower(main),
  directory: ({ onApplication }) => onApplication,
  implementation: ({ onApplication }) => onApplication,
};

const functionsOf = (office: string, region: string): readonly string[] =>
  canonicalOrganisation(office, region).functions;

/** What a list owes and lacks, item by item, and the departments of which it has nothing at all. */
function missingTruth(name: ListName, { place, menu, rows, found }: PlaceLists): readonly Truth[] {
  const list = listKey(place, name);
  const answered = new Set(rows[name].flatMap(({ offer }) => offer.references));
  // 挂起: it stays on the list of powers or services, and is taken from the others.
  for (const { offer } of [...rows.power, ...rows.public])
    if (offer.state !== '在用') for (const reference of offer.references) answered.add(reference);
  const nil = (item: ReferenceItem) => item.department === found.nilReturn && !isPower(item.main);
  const missing = menu.filter((item) => TAKES[name](item) && !answered.has(item) && !nil(item));
  const filing = new Set(rows[name].map(({ offer }) => offer.department));
  // 教科体局 speaks for three departments.
  const spokenFor = new Set(
    rows[name].flatMap(({ cells }) => functionsOf(cells.实施主体 ?? '', place.fullName)),
  );
  const isSilent = (one: DepartmentWords) =>
    !filing.has(one) && !functionsOf(one.county, place.fullName).some((each) => spokenFor.has(each));
  const silent = new Set(missing.map(({ department }) => department).filter(isSilent));
  const why = '参考目录规定本级行使，清单中没有（应领未领）';
  return [
    ...missing.map(({ code }): Truth => ({ kind: 'GAP', list, reference: code, why })),
    ...[...silent].map(
      ({ county }): Truth => ({
        kind: 'NO_RETURN',
        list,
        department: county,
        why: '该部门既无事项也未零报告',
      }),
    ),
    ...(name === 'public' && found.nilReturn !== undefined
      ? [
          {
            kind: 'NIL_RETURN',
            list,
            department: found.nilReturn.county,
            why: '该部门无公共服务事项，已零报告',
          } as const,
        ]
      : []),
  ];
}
