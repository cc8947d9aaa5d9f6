import { posix } from 'node:path';
import { problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';
import { readXml } from './xml-tokens.ts';
import type { ZipParts } from './zip.ts';

/** A worksheet as the workbook lists it. */
export interface WorksheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** Which parts of an xlsx file hold what. */
export interface WorkbookParts {
  readonly worksheets: readonly WorksheetPart[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** Whether days are counted from 1904, as old Macintosh files do. */
  readonly is1904: boolean;
}

/** Worksheets of one file; each wants a part of its own, of which a file may have 2,000. */
const MOST_SHEETS = 1_000;

const damaged = (detail: string): FileRefused => new FileRefused(problem('FILE_UNREADABLE', { detail }));

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Relations by id. The types end alike in both dialects of the standard (transitional and strict). */
const readRelations = async (zip: ZipParts, owner: string): Promise<ReadonlyMap<string, Relation>> => {
  const folder = posix.dirname(owner);
  const part = posix.join(folder, '_rels', `${posix.basename(owner)}.rels`);
  const relations = new Map<string, Relation>();
  if (!zip.has(part)) return relations;
  let attributes: Record<string, string> | undefined;
  await readXml(zip.stream(part), {
    open: (name) => {
      attributes = name === 'Relationship' ? {} : undefined;
    },
    attribute: (name, value) => {
      if (attributes !== undefined) attributes[name] = value;
    },
    opened: () => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes ?? {};
      if (id === undefined || type === undefined || target === undefined || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: path });
      if (relations.size > MOST_SHEETS * 2) throw damaged('工作簿的部分过多');
    },
  });
  return relations;
};

interface ListedSheet {
  readonly name: string;
  readonly state: string | undefined;
  readonly relation: string;
}

const readWorkbook = async (zip: ZipParts, part: string) => {
  const sheets: ListedSheet[] = [];
  let is1904 = false;
  let element = '';
  let attributes: Record<string, string> = {};
  await readXml(zip.stream(part), {
    open: (name) => {
      element = name;
      attributes = {};
    },
    attribute: (name, value) => {
      attributes[name] = value;
    },
    opened: () => {
      if (element === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      // The attribute is r:id, told by its local name; sheetId is another one.
      const { name = '', state, id: relation = '' } = attributes;
      sheets.push({ name, state, relation });
      if (sheets.length > MOST_SHEETS) throw damaged(`工作表超过 ${MOST_SHEETS} 张`);
    },
  });
  return { sheets, is1904 };
};

/** The part that is the workbook; files of other office programs may name it otherwise than xl/workbook.xml. */
export const workbookPart = async (zip: ZipParts): Promise<string | undefined> => {
  const relations = await readRelations(zip, '');
  const named = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target;
  return named !== undefined && zip.has(named) ? named : undefined;
};

/** Lists the worksheets in the order of their tabs; sheets that are charts or macros have no rows and are left out. */
export const readParts = async (zip: ZipParts): Promise<WorkbookParts> => {
  const workbook = (await workbookPart(zip)) ?? 'xl/workbook.xml';
  const { sheets, is1904 } = await readWorkbook(zip, workbook);
  const relations = await readRelations(zip, workbook);
  const only = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type)?.target;
  const worksheets = sheets.flatMap(({ name, state, relation: id }) => {
    const relation = relations.get(id);
    if (relation?.type !== 'worksheet') return [];
    const hidden = state === 'hidden' || state === 'veryHidden';
    return [{ name, hidden, part: relation.target }];
  });
  if (worksheets.length === 0) throw damaged('文件里没有工作表');
  // One part read again and again under many names would be a bomb that no ratio shows.
  if (new Set(worksheets.map(({ part }) => part)).size < worksheets.length)
    throw damaged('几张工作表共用同一内容');
  return { worksheets, is1904, strings: only('sharedStrings'), styles: only('styles') };
};
