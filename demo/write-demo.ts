import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Level } from '../catalog/levels.ts';
import { type Column, cellsInOrder, LIST_COLUMNS, REFERENCE_COLUMNS, TOWNSHIP_COLUMNS } from './columns.ts';
import { csvLine } from './csv.ts';
import { guideOfOffice } from './guide-complete.ts';
import { type GuideSubject, shortGuide } from './guide-record.ts';
import { countyGuideSubject, townshipGuideSubject } from './guide-subjects.ts';
import { LIST_NAMES, LISTS, listKey, REFERENCE_LIST } from './list-names.ts';
import { type Editions, editionsOf } from './older-edition.ts';
import { type OutputFile, openOutput } from './output-file.ts';
import { type PlaceLists, placeLists } from './place-lists.ts';
import { nilReturns, placeTruth } from './place-truth.ts';
import { cities, counties, type Place, PROVINCE } from './places.ts';
import { promisesOfCity } from './promise-truth.ts';
import { type ReferenceItem, referenceCatalog } from './reference-catalog.ts';
import { earlierCells, referenceCells } from './reference-cells.ts';
import { type DemoSize, SIZES, type SizeParameters } from './sizes.ts';
import { townshipRows } from './township-rows.ts';
import { TRUTH_KINDS, type Truth, type TruthKind, truthLine } from './truth.ts';

export interface DemoFile {
  readonly file: string;
  /** The list's key, to be given to `import --list`. */
  readonly list: string;
  readonly name: string;
  readonly level: Level;
  readonly region: string;
  readonly kind: 'REFERENCE' | 'POWER' | 'PUBLIC_SERVICE' | 'GOVERNMENT_SERVICE' | 'GUIDE';
  readonly rows: number;
}

export interface DemoManifest {
  readonly province: { readonly name: string; readonly code: string };
  readonly seed: number;
  readonly size: DemoSize;
  /** What to load, in this order: every file once. */
  readonly files: readonly DemoFile[];
  /** The reference catalog as it stood before: import and publish it first to have two releases. Optional. */
  readonly earlier: readonly DemoFile[];
  readonly truth: string;
  /** The kinds of truth lines, each explained in a sentence. */
  readonly truthKinds: Readonly<Record<TruthKind, string>>;
}

export interface DemoOptions {
  readonly size: DemoSize;
  /** Directory for the files; it is made where it does not exist. */
  readonly out: string;
  readonly seed?: number;
  readonly onProgress?: (progress: DemoProgress) => void;
  /** Other numbers of things than the size has: for tests of the arithmetic. */
  readonly parameters?: SizeParameters;
}

export interface DemoProgress {
  readonly files: number;
  readonly rows: number;
  readonly name: string;
}

interface Run {
  readonly options: DemoOptions;
  readonly seed: number;
  readonly parameters: SizeParameters;
  readonly items: readonly ReferenceItem[];
  readonly editions: Editions;
  readonly truth: OutputFile;
  readonly files: DemoFile[];
  rows: number;
}

/**
 * Writes the demonstration province into `out`: CSV lists, JSON Lines guides, `truth.jsonl` and `manifest.json`,
 * which it also returns. The same size and seed give the same bytes; memory does not grow with the size.
 */
export async function writeDemo(options: DemoOptions): Promise<DemoManifest> {
  const { size, out, seed = 1 } = options;
  const parameters = options.parameters ?? SIZES[size];
  await mkdir(out, { recursive: true });
  const items = referenceCatalog(parameters);
  const editions = editionsOf(items, seed);
  const truth = openOutput(join(out, 'truth.jsonl'));
  const run: Run = { options, seed, parameters, items, editions, truth, files: [], rows: 0 };
  const earlier = await writeReference(run);
  for (const [cityOrdinal, city] of cities(parameters).entries()) {
    await writePlace(run, city, cityOrdinal);
    const promises = promisesOfCity();
    for (const county of counties(city, cityOrdinal, parameters))
      promises.add(await writePlace(run, county, county.ordinal));
    await writeTruth(run, promises.truths());
  }
  await truth.close();
  const province = { name: PROVINCE.name, code: PROVINCE.code };
  const manifest: DemoManifest = {
    province,
    seed,
    size,
    files: run.files,
    earlier,
    truth: 'truth.jsonl',
    truthKinds: TRUTH_KINDS,
  };
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return manifest;
}

async function writeReference(run: Run): Promise<readonly DemoFile[]> {
  const about = {
    list: REFERENCE_LIST,
    level: PROVINCE.level,
    region: PROVINCE.code,
    kind: 'REFERENCE',
  } as const;
  const now = run.items.map((item) => referenceCells(item));
  const before = run.items.flatMap((item) => earlierCells(item, run.editions));
  const file = {
    ...about,
    file: 'reference.csv',
    name: `${PROVINCE.name}政务服务事项基本目录（2023年版）`,
    rows: now.length,
  };
  const old = {
    ...about,
    file: 'reference-2021.csv',
    name: `${PROVINCE.name}政务服务事项基本目录（2021年版）`,
    rows: before.length,
  };
  await writeCsv(run, old.file, REFERENCE_COLUMNS, before);
  await writeCsv(run, file.file, REFERENCE_COLUMNS, now);
  done(run, file);
  return [old];
}

async function writePlace(run: Run, place: Place, ordinal: number): Promise<PlaceLists> {
  const { seed, items, editions } = run;
  const level = place.level === 'CITY' ? '3' : '4';
  const menu = items.filter((item) => item.handled && item.levels.includes(level));
  const lists = placeLists({ seed, place, ordinal, items, menu, editions });
  for (const name of LIST_NAMES) {
    const { kind, title } = LISTS[name];
    const file = `${listKey(place, name)}.csv`;
    const rows = [...lists.rows[name].map(({ cells }) => cells), ...nilReturns(lists, name)];
    await writeCsv(run, file, LIST_COLUMNS[name], rows);
    const about = { file, list: listKey(place, name), name: `${place.name}${title}` };
    done(run, { ...about, level: place.level, region: place.code, kind, rows: lists.rows[name].length });
  }
  await writeTruth(run, placeTruth(lists));
  if (place.level === 'COUNTY') await writeTownshipsAndGuides(run, lists);
  else await writeGuides(run, lists);
  return lists;
}

async function writeTownshipsAndGuides(run: Run, lists: PlaceLists): Promise<void> {
  const { place } = lists;
  const list = listKey(place, 'township');
  const csv = openOutput(join(run.options.out, `${list}.csv`));
  const guides = openOutput(join(run.options.out, `${listKey(place, 'guides')}.jsonl`));
  await csv.write(csvLine(TOWNSHIP_COLUMNS));
  let guideCount = await writeCountyGuides(run, guides, lists);
  let rows = 0;
  const given = new Map<string, number>();
  for (const row of townshipRows(lists, run.parameters, run.seed)) {
    rows += 1;
    await csv.write(csvLine(cellsInOrder(TOWNSHIP_COLUMNS, row.cells)));
    await writeTruth(run, row.truths);
    const town = row.place.code.slice(0, 9);
    const had = given.get(town) ?? 0;
    if (row.place.level !== 'TOWNSHIP' || had >= run.parameters.guidesPerTownship) continue;
    given.set(town, had + 1);
    guideCount += 1;
    await guides.write(guideLine(run, townshipGuideSubject(row, place)));
  }
  await csv.close();
  await guides.close();
  const about = { level: 'TOWNSHIP', region: place.code, kind: 'GOVERNMENT_SERVICE' } as const;
  done(run, {
    ...about,
    file: `${list}.csv`,
    list,
    name: `${place.name}乡镇（街道）和村（社区）政务服务事项清单`,
    rows,
  });
  doneGuides(run, place, guideCount);
}

async function writeGuides(run: Run, lists: PlaceLists): Promise<void> {
  const guides = openOutput(join(run.options.out, `${listKey(lists.place, 'guides')}.jsonl`));
  const count = await writeCountyGuides(run, guides, lists);
  await guides.close();
  doneGuides(run, lists.place, count);
}

async function writeCountyGuides(run: Run, guides: OutputFile, lists: PlaceLists): Promise<number> {
  let count = 0;
  for (const row of lists.rows.implementation) {
    if (row.planted.some(({ kind }) => kind === 'DUPLICATE')) continue;
    count += 1;
    await guides.write(guideLine(run, countyGuideSubject(row, lists.place)));
  }
  return count;
}

function guideLine(run: Run, subject: GuideSubject): string {
  const guide = run.parameters.completeGuides ? guideOfOffice(subject) : shortGuide(subject);
  return `${JSON.stringify(guide, withoutEmpty)}\n`;
}

/** An element without a value is left out, as an exporter of real tables does. */
function withoutEmpty(_column: string, value: unknown): unknown {
  return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

async function writeTruth(run: Run, truths: readonly Truth[]): Promise<void> {
  for (const truth of truths) await run.truth.write(truthLine(truth));
}

async function writeCsv(
  run: Run,
  file: string,
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, string>>>[],
) {
  const output = openOutput(join(run.options.out, file));
  await output.write(csvLine(columns));
  for (const cells of rows) await output.write(csvLine(cellsInOrder(columns, cells)));
  await output.close();
}

function doneGuides(run: Run, place: Place, rows: number): void {
  const list = listKey(place, 'guides');
  done(run, {
    file: `${list}.jsonl`,
    list,
    name: `${place.name}办事指南`,
    level: place.level,
    region: place.code,
    kind: 'GUIDE',
    rows,
  });
}

function done(run: Run, file: DemoFile): void {
  run.files.push(file);
  run.rows += file.rows;
  run.options.onProgress?.({ files: run.files.length, rows: run.rows, name: file.name });
}
