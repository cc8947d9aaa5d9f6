import { LEVEL_NAMES, LEVELS, type Level, parseLevel } from '../catalog/levels.ts';
import { type Problem, problem } from '../catalog/problems.ts';
import { normalizeRegionCode, regionPath, regionSubtreeRange } from '../catalog/regions.ts';
import type { RowCodes } from './codes-of-row.ts';
import { type RecordMaker, textOf } from './record-maker.ts';
import type { NamedRow } from './row.ts';

/** The region of a row, and what of its cells could not be used. */
export interface RowRegion {
  readonly code: string;
  readonly other: readonly { readonly title: string; readonly value: string }[];
  readonly problems: readonly Problem[];
}

const withoutCode = (maker: RecordMaker, row: NamedRow, name: string | undefined): RowRegion => {
  maker.words.region(maker.list.regionCode, undefined);
  const code = maker.list.regionCode;
  if (name === undefined) return { code, other: [], problems: [] };
  const place = { row: row.row, cell: row.cellOf('regionName'), field: 'regionName' };
  return {
    code,
    other: [{ title: '区划名称', value: name }],
    problems: [problem('UNKNOWN_REGION', { value: name, ...place })],
  };
};

const outside = (maker: RecordMaker, row: NamedRow, code: string): readonly Problem[] => {
  const range = regionSubtreeRange(maker.list.regionCode);
  const allowed = maker.list.kind === 'REFERENCE' && code === '000000000000';
  if (range === undefined || allowed || (code >= range.from && code <= range.to)) return [];
  const place = { row: row.row, cell: row.cellOf('regionCode'), field: 'regionCode' };
  return [problem('REGION_OUTSIDE_LIST', { value: code, other: maker.list.regionCode, ...place })];
};

/** The region a row names, else the list's; a place without a code cannot be found on the map and is flagged. */
export const regionOf = (maker: RecordMaker, row: NamedRow): RowRegion => {
  const raw = textOf(row.core['regionCode']);
  const name = textOf(row.core['regionName']);
  if (raw === undefined) return withoutCode(maker, row, name);
  const read = normalizeRegionCode(raw);
  if ('problem' in read) {
    const other = [{ title: '区划代码', value: raw }];
    return {
      code: maker.list.regionCode,
      other: name === undefined ? other : [...other, { title: '区划名称', value: name }],
      problems: [{ ...read.problem, row: row.row }],
    };
  }
  maker.words.region(read.code, name);
  return { code: read.code, other: [], problems: outside(maker, row, read.code) };
};

/**
 * The code of a guide leads to its item wherever that is: an office neither within the list's region nor above it is
 * another place's, and so is the item, unless the row says the same by its region already.
 */
export const officeOutside = (
  maker: RecordMaker,
  row: NamedRow,
  { office }: RowCodes,
  region: RowRegion,
): readonly Problem[] => {
  const own = maker.list.regionCode;
  const range = regionSubtreeRange(own);
  if (office === undefined || range === undefined) return [];
  if (region.problems.some(({ code }) => code === 'REGION_OUTSIDE_LIST')) return [];
  const { regionCode, element, raw } = office;
  if ((regionCode >= range.from && regionCode <= range.to) || regionPath(own).includes(regionCode)) return [];
  const detail = `（取自编码“${raw}”）`;
  const place = { row: row.row, cell: row.cellOf(element), field: element };
  return [problem('REGION_OUTSIDE_LIST', { value: regionCode, detail, other: own, ...place })];
};

/** A catalog of the province carries the nation's items beside its own. */
const highest = ({ kind, level }: RecordMaker['list']): Level =>
  kind === 'REFERENCE' ? 'NATIONAL' : (level as Level);

/** The level a row names, else the list's; one above the list's would put it among another office's items. */
export const levelOf = (
  maker: RecordMaker,
  row: NamedRow,
): { readonly level: Level; readonly problems: readonly Problem[] } => {
  const raw = row.facts.level;
  const own = maker.list.level as Level;
  if (raw === undefined) return { level: own, problems: [] };
  const level = parseLevel(raw);
  if (level === undefined)
    return { level: own, problems: [problem('UNKNOWN_LEVEL', { value: raw, row: row.row })] };
  if (LEVELS.indexOf(level) >= LEVELS.indexOf(highest(maker.list))) return { level, problems: [] };
  const found = problem('LEVEL_ABOVE_LIST', { value: raw, other: LEVEL_NAMES[own], row: row.row });
  return { level, problems: [found] };
};
