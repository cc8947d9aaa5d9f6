import { flips, type HostileFile, hostile, type Outcome, truncations } from './hostile-file.ts';
import { PART_KEYS, type PartKey, workbookFile, workbookParts } from './hostile-workbook.ts';
import { deflatedRun, type ForgedPart, forgedZip } from './hostile-zip.ts';

const MEGABYTE = 1 << 20;

const forged = (key: PartKey, change: Partial<ForgedPart>): Buffer =>
  forgedZip(workbookParts({}, { [key]: change }));

/** Damage may lie where nobody looks, or turn the file into something else that is refused for what it is. */
const DAMAGED: readonly Outcome[] = [
  'READ',
  'FILE_UNREADABLE',
  'FILE_ENCRYPTED',
  'FILE_ARCHIVE',
  'FILE_FORMAT_UNSUPPORTED',
  'FILE_DOCTYPE',
  'FILE_BOMB',
  'FILE_ENCODING',
];

/** Parts read at the first look and for the rows. */
const SOME_KEYS = ['types', 'sheet'] as const;

const bombs: readonly HostileFile[] = [
  ...PART_KEYS.map((key) => hostile(`bomb-in-${key}.xlsx`, () => forged(key, deflatedRun(300)), 'FILE_BOMB')),
  ...SOME_KEYS.map((key) =>
    hostile(
      `bomb-declared-small-in-${key}.xlsx`,
      () => forged(key, { ...deflatedRun(100), size: 1000 }),
      'FILE_BOMB',
      'FILE_UNREADABLE',
    ),
  ),
  hostile(
    'bomb-of-nobody-reads.xlsx',
    () => forgedZip([...workbookParts(), { name: 'xl/media/a.png', data: '', ...deflatedRun(100) }]),
    'READ',
  ),
  hostile(
    'bomb-beside-incompressible.xlsx',
    () =>
      forgedZip([
        ...workbookParts({}, { sheet: deflatedRun(200) }),
        { name: 'xl/media/b.png', data: Buffer.alloc(MEGABYTE, 'ab'), stored: true },
      ]),
    'FILE_BOMB',
  ),
  hostile(
    'bomb-in-docx.docx',
    () =>
      forgedZip([
        { name: 'word/document.xml', data: '', ...deflatedRun(200) },
        { name: '_rels/.rels', data: '<Relationships/>' },
      ]),
    'FILE_BOMB',
    'FILE_UNREADABLE',
  ),
  hostile(
    'zip-in-zip.xlsx',
    () => forgedZip([{ name: 'inner.zip', data: forgedZip([{ name: 'a', data: '', ...deflatedRun(50) }]) }]),
    'FILE_ARCHIVE',
  ),
];

const entries: readonly HostileFile[] = [
  hostile(
    'three-thousand-parts.xlsx',
    () =>
      forgedZip([
        ...workbookParts(),
        ...Array.from({ length: 3000 }, (_none, index) => ({ name: `p/${index}`, data: '' })),
      ]),
    'FILE_TOO_MANY_PARTS',
  ),
  hostile('count-forged-large.xlsx', () => forgedZip(workbookParts(), 60_000), 'FILE_TOO_MANY_PARTS'),
  hostile('count-forged-larger.xlsx', () => forgedZip(workbookParts(), 900), 'FILE_UNREADABLE'),
  hostile('count-forged-small.xlsx', () => forgedZip(workbookParts(), 1), 'FILE_UNREADABLE', 'FILE_ARCHIVE'),
  hostile('no-parts.xlsx', () => forgedZip([]), 'FILE_ARCHIVE'),
  hostile(
    'parts-share-bytes.xlsx',
    () =>
      forgedZip([
        ...workbookParts(),
        ...Array.from({ length: 500 }, (_none, index) => ({
          name: `xl/worksheets/sheet${index + 2}.xml`,
          data: '<worksheet/>',
          sharesBytesOf: 4,
        })),
      ]),
    'FILE_UNREADABLE',
  ),
  ...SOME_KEYS.map((key) =>
    hostile(
      `part-twice-${key}.xlsx`,
      () =>
        forgedZip([
          ...workbookParts(),
          ...workbookParts().filter((_part, index) => PART_KEYS[index] === key),
        ]),
      'FILE_UNREADABLE',
    ),
  ),
  hostile(
    'part-twice-but-for-case.xlsx',
    () => forgedZip([...workbookParts(), { name: 'XL/Workbook.XML', data: '<workbook/>' }]),
    'FILE_UNREADABLE',
  ),
  ...PART_KEYS.map((key) =>
    hostile(
      `part-missing-${key}.xlsx`,
      () => forgedZip(workbookParts().filter((_part, index) => PART_KEYS[index] !== key)),
      ...(key === 'types' || key === 'rootRelations' ? (['READ'] as const) : (['FILE_UNREADABLE'] as const)),
      'FILE_ARCHIVE',
    ),
  ),
  ...[
    '../../../etc/passwd',
    '/etc/cron.d/x',
    '..\\..\\x.dll',
    'C:\\windows\\x',
    'a/../../b',
    'nul',
    '\u202egnp.exe',
  ].map((name, index) =>
    hostile(
      `name-that-climbs-${index}.xlsx`,
      () => forgedZip([...workbookParts(), { name, data: 'x' }]),
      'READ',
    ),
  ),
  hostile(
    'names-with-backslashes.xlsx',
    () =>
      forgedZip(workbookParts().map((part) => ({ ...part, name: `/${part.name.replaceAll('/', '\\')}` }))),
    'READ',
  ),
  hostile(
    'names-without-end.xlsx',
    () =>
      forgedZip([
        ...workbookParts(),
        ...Array.from({ length: 60 }, (_none, index) => ({ name: `${index}`.padEnd(60_000, 'a'), data: '' })),
      ]),
    'FILE_UNREADABLE',
  ),
];

const forgeries: readonly HostileFile[] = [
  ...SOME_KEYS.flatMap((key) => [
    hostile(`wrong-sum-${key}.xlsx`, () => forged(key, { sum: 0x12345678 }), 'FILE_UNREADABLE'),
    hostile(`size-too-large-${key}.xlsx`, () => forged(key, { size: 900 * MEGABYTE }), 'FILE_UNREADABLE'),
    hostile(`size-too-small-${key}.xlsx`, () => forged(key, { size: 3 }), 'FILE_UNREADABLE'),
    hostile(
      `packed-too-large-${key}.xlsx`,
      () => forged(key, { packedSize: 500 * MEGABYTE }),
      'FILE_UNREADABLE',
    ),
    hostile(`packed-too-small-${key}.xlsx`, () => forged(key, { packedSize: 5 }), 'FILE_UNREADABLE'),
    hostile(`encrypted-${key}.xlsx`, () => forged(key, { flags: 0x801 }), 'FILE_ENCRYPTED'),
  ]),
  ...[1, 9, 99].map((method) =>
    hostile(`packed-by-method-${method}.xlsx`, () => forged('sheet', { method }), 'FILE_UNREADABLE'),
  ),
  hostile(
    'not-deflated-at-all.xlsx',
    () => forged('sheet', { deflated: Buffer.from('plain text') }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'stored-parts.xlsx',
    () => forgedZip(workbookParts().map((part) => ({ ...part, stored: true }))),
    'READ',
  ),
  hostile(
    'bytes-before-the-zip.xlsx',
    () => Buffer.concat([Buffer.from('#!/bin/sh\n'), workbookFile()]),
    'FILE_UNREADABLE',
    'READ',
  ),
  hostile(
    'bytes-after-the-zip.xlsx',
    () => Buffer.concat([workbookFile(), Buffer.alloc(70_000)]),
    'FILE_UNREADABLE',
  ),
  hostile('two-zips-in-one.xlsx', () => Buffer.concat([workbookFile(), workbookFile()]), 'READ'),
];

/** Packed files whose packing is the weapon. */
export const ARCHIVES: readonly HostileFile[] = [
  ...bombs,
  ...entries,
  ...forgeries,
  ...truncations('workbook', '.xlsx', workbookFile, 5, 'FILE_UNREADABLE', 'READ'),
  ...flips('workbook', '.xlsx', workbookFile, 6, ...DAMAGED),
];
