import { type Level, parseLevel } from '../catalog/levels.ts';
import { type Problem, problem, problemAt } from '../catalog/problems.ts';
import { normalizeRegionCode } from '../catalog/regions.ts';
import { codesOfRow, type RowCodes } from './codes-of-row.ts';
import { type DraftRow, draftRow, type ListIdentity } from './draft.ts';
import { stableId } from './identity.ts';
import type { NamedRow } from './row.ts';
import { itemTarget } from './targets.ts';
import type { Words } from './words.ts';

/** What the records of one list are made with. */
export interface RecordMaker {
  readonly list: ListIdentity;
  readonly document: string;
  /** The files of the import, and which of them this is. */
  readonly documents: readonly string[];
  readonly table: number;
  readonly sheet: string | undefined;
  readonly words: Words;
  /** Places of rows by source key, to tell rows that share one. */
  readonly seen: Map<string, number>;
  /** How many rows share a key so far, for those that do. */
  readonly copies: Map<string, number>;
  /** Places of rows by name and region. */
  readonly named: Map<string, number>;
}

/** A row's draft rows, or none where it cannot be stored, and everything that was found wrong with it. */
export interface RecordResult {
  readonly rows: readonly DraftRow[];
  readonly problems: readonly Problem[];
}

const ID_KINDS = {
  'reference.item': 'referenceItem',
  'county.item': 'countyItem',
  'township.item': 'townshipItem',
} as const;

const stored = (problems: readonly Problem[]) =>
  problems.length === 0
    ? undefined
    : problems.map(({ code, severity, message }) => ({ code, severity, message }));

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A row's place as one number, the file's index and the row in it: one is held for every row of an import. */
const TABLE = 2 ** 32;
const placeOf = (maker: RecordMaker, row: NamedRow): number => maker.table * TABLE + row.row;

const placeText = (maker: RecordMaker, place: number): string => {
  const table = Math.floor(place / TABLE);
  const line = `第 ${place % TABLE} 行`;
  return table === maker.table ? line : `文件“${maker.documents[table]}”${line}`;
};

/** The source's own key, or else what tells its rows apart; rows that share one are numbered and flagged. */
const rowIdentity = (maker: RecordMaker, row: NamedRow, fallback: readonly (string | undefined)[]) => {
  const own = row.facts.rowKey ?? fallback.map((part) => part ?? '').join('|');
  const first = maker.seen.get(own);
  if (first === undefined) {
    maker.seen.set(own, placeOf(maker, row));
    return { key: own, problems: [] };
  }
  let copy = (maker.copies.get(own) ?? 1) + 1;
  while (maker.seen.has(`${own}#${copy}`)) copy += 1;
  maker.copies.set(own, copy);
  maker.seen.set(`${own}#${copy}`, placeOf(maker, row));
  const found = problem('DUPLICATE_KEY', { value: own, other: placeText(maker, first), row: row.row });
  return { key: `${own}#${copy}`, problems: [found] };
};

/** The region a row names, else the list's; a place without a code cannot be found on the map and is flagged. */
const regionOf = (maker: RecordMaker, row: NamedRow) => {
  const raw = text(row.core['regionCode']);
  const name = text(row.core['regionName']);
  if (raw === undefined) {
    maker.words.region(maker.list.regionCode, undefined);
    const found =
      name === undefined
        ? []
        : [problem('UNKNOWN_REGION', { value: name, row: row.row, field: 'regionName' })];
    return {
      code: maker.list.regionCode,
      other: name === undefined ? [] : [{ title: '区划名称', value: name }],
      problems: found,
    };
  }
  const read = normalizeRegionCode(raw);
  if ('problem' in read) {
    return {
      code: maker.list.regionCode,
      other: [{ title: '区划代码', value: raw }],
      problems: [{ ...read.problem, row: row.row }],
    };
  }
  maker.words.region(read.code, name);
  return { code: read.code, other: [], problems: [] };
};

const levelOf = (maker: RecordMaker, row: NamedRow): { level: Level; problems: readonly Problem[] } => {
  const raw = row.facts.level;
  const level = raw === undefined ? undefined : parseLevel(raw);
  if (level !== undefined) return { level, problems: [] };
  const problems = raw === undefined ? [] : [problem('UNKNOWN_LEVEL', { value: raw, row: row.row })];
  return { level: maker.list.level as Level, problems };
};

/** A block of materials, or the names in one cell: 「身份证;户口簿」. */
const guideElements = (row: NamedRow): Record<string, unknown> => {
  const { legalBases: _own, ...blocks } = row.blocks;
  const names = row.guide['materialsText'];
  const materials = blocks.materials ?? (Array.isArray(names) ? names.map((name) => ({ name })) : undefined);
  return { ...row.guide, ...blocks, ...(materials === undefined ? {} : { materials }) };
};

const leftovers = (row: NamedRow, codes: RowCodes, other: readonly { title: string; value: string }[]) => ({
  ...(row.unrecognised.length + codes.unrecognised.length > 0
    ? { unrecognised: [...row.unrecognised, ...codes.unrecognised] }
    : {}),
  ...(row.otherColumns.length + other.length > 0 ? { otherColumns: [...row.otherColumns, ...other] } : {}),
});

/** A name a list gives twice in one region; rows that share their key as well are flagged for that already. */
const sameNames = (maker: RecordMaker, row: NamedRow, name: string, key: string): readonly Problem[] => {
  const first = maker.named.get(key);
  if (first === undefined) {
    maker.named.set(key, placeOf(maker, row));
    return [];
  }
  return [
    problem('DUPLICATE_NAME', { value: name, other: placeText(maker, first), row: row.row, field: 'name' }),
  ];
};

const dateOrder = (row: NamedRow): readonly Problem[] => {
  const start = text(row.item['planEffectiveDate']);
  const end = text(row.item['planCancelDate']);
  if (start === undefined || end === undefined || end > start) return [];
  return [problem('DATE_ORDER', { value: end, other: start, row: row.row, field: 'planCancelDate' })];
};

const sourceOf = (maker: RecordMaker, row: NamedRow, key: string) => ({
  document: maker.document,
  ...(maker.sheet === undefined ? {} : { sheet: maker.sheet }),
  row: row.row,
  key,
});

const refused = (row: NamedRow): RecordResult => ({
  rows: [],
  problems: [problem('NAME_MISSING', { row: row.row, field: 'name' }), ...row.problems],
});

/** Makes the item of a row, and beside it the guide that its columns amount to. */
export const itemRecords = (maker: RecordMaker, row: NamedRow, ordinal: number): RecordResult => {
  const name = text(row.core['name']);
  if (name === undefined) return refused(row);
  const codes = codesOfRow(row);
  const region = regionOf(maker, row);
  const place = levelOf(maker, row);
  const target = itemTarget(place.level);
  const department = text(row.core['organisationName']);
  const handling = text(row.item['handlingItemCode']);
  const identity = rowIdentity(maker, row, [
    codes.implementationCode,
    handling,
    codes.basicCode,
    codes.localCode,
    name,
    text(row.item['mainItemName']),
    department,
    region.code,
  ]);
  const nameKey = maker.words.name(name);
  const problems = [
    ...row.problems,
    ...(identity.problems.length > 0
      ? identity.problems
      : sameNames(maker, row, name, `${nameKey} ${region.code}`)),
    ...region.problems,
    ...place.problems,
    ...dateOrder(row),
    ...codes.problems.map((found) => problemAt(found, { row: row.row })),
  ];
  const itemId = stableId(ID_KINDS[target], maker.list.catalogId, identity.key);
  const content = {
    catalog_id: maker.list.catalogId,
    level: place.level,
    kind: maker.list.kind,
    item_type: row.core['itemType'] ?? 'UNRECOGNISED',
    region_code: region.code,
    organisation_id:
      department === undefined
        ? undefined
        : maker.words.organisation(department, region.code, codes.organisationCode),
    task_name: name,
    name_key: nameKey,
    basic_code: codes.basicCode,
    implementation_code: codes.implementationCode,
    local_code: codes.localCode,
    basic_key: codes.basicKey,
    code_key: codes.codeKey,
    source_item_key: codes.sourceItemKey,
    task_state: row.core['state'] ?? 'IN_FORCE',
    plan_effective_date: row.item['planEffectiveDate'],
    plan_cancel_date: row.item['planCancelDate'],
    elements: {
      ...row.item,
      ...(row.blocks.legalBases === undefined ? {} : { legalBases: row.blocks.legalBases }),
      ...leftovers(row, codes, region.other),
    },
  };
  const source = sourceOf(maker, row, identity.key);
  const item = draftRow(target, itemId, content, {
    item_id: itemId,
    ordinal,
    source,
    problems: stored(problems),
  });
  const elements = guideElements(row);
  if (Object.keys(elements).length === 0) return { rows: [item], problems };
  const guide = {
    catalog_id: maker.list.catalogId,
    item_id: itemId,
    precedence: 1,
    guide_name: name,
    elements,
  };
  // The item's own hash serves its guide as well: one hash less for each of 150,000 rows.
  const guideId = `gd_${itemId.slice(3)}`;
  return {
    rows: [item, draftRow('guide.guide', guideId, guide, { guide_id: guideId, ordinal, source })],
    problems,
  };
};

/** Makes the guide of a row of a guide collection; which item it speaks of is found when it is published. */
export const guideRecords = (maker: RecordMaker, row: NamedRow, ordinal: number): RecordResult => {
  const name = text(row.core['name']);
  if (name === undefined) return refused(row);
  const codes = codesOfRow(row);
  const region = regionOf(maker, row);
  const department = text(row.core['organisationName']);
  const identity = rowIdentity(maker, row, [
    codes.implementationCode,
    codes.basicCode,
    name,
    department,
    region.code,
  ]);
  const problems = [
    ...row.problems,
    ...identity.problems,
    ...region.problems,
    ...codes.problems.map((found) => problemAt(found, { row: row.row })),
  ];
  const content = {
    catalog_id: maker.list.catalogId,
    item_code_key: codes.codeKey,
    item_name_key: maker.words.name(name),
    item_region_code: region.code,
    precedence: 0,
    guide_name: name,
    elements: {
      ...guideElements(row),
      itemElements: {
        ...row.item,
        ...(row.blocks.legalBases === undefined ? {} : { legalBases: row.blocks.legalBases }),
      },
      ...leftovers(row, codes, region.other),
    },
  };
  const guideId = stableId('guide', maker.list.catalogId, identity.key);
  const source = sourceOf(maker, row, identity.key);
  const beside = { guide_id: guideId, ordinal, source, problems: stored(problems) };
  return { rows: [draftRow('guide.guide', guideId, content, beside)], problems };
};
