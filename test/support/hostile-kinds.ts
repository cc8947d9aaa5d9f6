import { type HostileFile, hostile, type Outcome, seeded } from './hostile-file.ts';

const ENDINGS = ['.xlsx', '.csv'] as const;

/** The first bytes of files of other kinds, and what is said of them whatever their names end with. */
const KINDS: readonly (readonly [name: string, head: string, outcome: Outcome])[] = [
  ['pdf', '255044462d312e370a25e2e3cfd3', 'FILE_PICTURE'],
  ['png', '89504e470d0a1a0a0000000d49484452', 'FILE_PICTURE'],
  ['jpeg', 'ffd8ffe000104a46494600', 'FILE_PICTURE'],
  ['gif', '47494638396101000100', 'FILE_PICTURE'],
  ['tiff', '49492a0008000000', 'FILE_PICTURE'],
  ['webp', '524946460000000057454250', 'FILE_PICTURE'],
  ['rar', '526172211a0701003392b5e5', 'FILE_ARCHIVE'],
  ['7z', '377abcaf271c0004', 'FILE_ARCHIVE'],
  ['gzip', '1f8b0800000000000003', 'FILE_ARCHIVE'],
  ['elf', '7f454c4602010100', 'FILE_FORMAT_UNSUPPORTED'],
  ['exe', '4d5a90000300000004000000', 'FILE_FORMAT_UNSUPPORTED'],
  ['sqlite', '53514c69746520666f726d6174203300', 'FILE_FORMAT_UNSUPPORTED'],
  ['rtf', '7b5c727466315c616e7369', 'FILE_FORMAT_UNSUPPORTED'],
];

const TEXT: readonly Outcome[] = [
  'FILE_UNREADABLE',
  'FILE_ENCODING',
  'FILE_FORMAT_UNSUPPORTED',
  'FILE_EMPTY',
];

const random = (seed: number, length: number): Buffer => {
  const next = seeded(seed);
  return Buffer.from(Array.from({ length }, () => next(256)));
};

const odd: readonly (readonly [name: string, make: () => Buffer, ...outcomes: readonly Outcome[]])[] = [
  ['nothing', () => Buffer.alloc(0), 'FILE_EMPTY'],
  ['one-byte', () => Buffer.from('a'), 'READ', ...TEXT],
  ['one-nul', () => Buffer.alloc(1), 'READ', ...TEXT],
  ['nuls', () => Buffer.alloc(5000), 'READ', ...TEXT],
  ['mark-of-utf8', () => Buffer.from('efbbbf', 'hex'), 'READ', ...TEXT],
  ['mark-of-utf16', () => Buffer.from('fffe', 'hex'), 'READ', ...TEXT],
  ['zip-mark-only', () => Buffer.from('504b0304', 'hex'), 'FILE_UNREADABLE'],
  ['ole-mark-only', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_UNREADABLE'],
  ['random', () => random(1, 20_000), ...TEXT],
  ['half-a-character', () => Buffer.from('e4ba', 'hex'), 'READ', ...TEXT],
];

/** Files of other kinds, nothings and noise under endings that are read. */
export const OTHER_KINDS: readonly HostileFile[] = ENDINGS.flatMap((ending, order) => [
  ...KINDS.filter((_kind, index) => index % 2 === order % 2).map(([name, head, outcome]) =>
    hostile(
      `kind-${name}${ending}`,
      () => Buffer.concat([Buffer.from(head, 'hex'), random(2, 300)]),
      outcome,
    ),
  ),
  ...odd
    .filter((_odd, index) => index % 2 === order % 2)
    .map(([name, make, ...outcomes]) => hostile(`odd-${name}${ending}`, make, ...outcomes)),
]);
