import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';

/** One stream of an OLE file, read at any position; past its end fewer bytes come. */
export interface OleStream {
  readonly size: number;
  read(position: number, length: number): Buffer;
}

/** The streams that stand at the top of an OLE compound file (MS-CFB): xls, doc, ppt, wps, encrypted xlsx. */
export interface OleFile {
  readonly names: readonly string[];
  stream(name: string): OleStream | undefined;
  close(): void;
}

/** The eight bytes an OLE compound file starts with (MS-CFB §2.2). */
export const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const HEADER = 512;
const ENTRY = 128;
/** Numbers from here on stand for an end or for nothing (MS-CFB §2.1). */
const LAST_SECTOR = 0xfffffffa;
const NOTHING = 0xffffffff;
const STREAM = 2;

/** Entries of the directory; an xls file with all its embedded objects has some hundreds. */
const MOST_ENTRIES = 20_000;

const damaged = (cause?: unknown): FileRefused =>
  new FileRefused(problem('FILE_UNREADABLE', { detail: '文件已损坏' }), cause);

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

interface Sectors {
  readonly size: number;
  /** Where the sectors that follow one another from here on lie in the file. */
  chain(first: number, most: number): readonly number[];
  at(sector: number): number;
}

type ReadAt = (position: number, length: number) => Buffer;

/** The file's sectors and which follows which; a chain that turns in a circle is damage. */
const readSectors = (readAt: ReadAt, header: Buffer, fileSize: number): Sectors => {
  const size = 1 << header.readUInt16LE(30);
  if (size !== 512 && size !== 4096) throw damaged();
  const at = (sector: number): number => (sector + 1) * size;
  const count = Math.ceil(fileSize / size);
  const tables: number[] = [];
  for (let index = 0; index < 109; index += 1) tables.push(header.readUInt32LE(76 + index * 4));
  let more = header.readUInt32LE(68);
  for (let steps = 0; more < LAST_SECTOR; steps += 1) {
    if (steps > count) throw damaged();
    const sector = readAt(at(more), size);
    for (let index = 0; index + 8 <= sector.length; index += 4) tables.push(sector.readUInt32LE(index));
    if (sector.length < size) throw damaged();
    more = sector.readUInt32LE(size - 4);
  }
  const next = new Uint32Array(count).fill(NOTHING);
  const perTable = size / 4;
  tables.forEach((table, index) => {
    if (table >= LAST_SECTOR || index * perTable >= count) return;
    const sector = readAt(at(table), size);
    const entries = Math.min(sector.length >> 2, count - index * perTable);
    for (let entry = 0; entry < entries; entry += 1) {
      next[index * perTable + entry] = sector.readUInt32LE(entry * 4);
    }
  });
  const chain = (first: number, most: number): readonly number[] => {
    const found: number[] = [];
    for (let sector = first; sector < LAST_SECTOR && found.length < most; sector = next[sector] ?? NOTHING) {
      if (sector >= count || found.length > count) throw damaged();
      found.push(sector);
    }
    return found;
  };
  return { size, chain, at };
};

/** A stream whose pieces of `size` bytes lie at the given positions. */
const piecewise = (places: readonly number[], size: number, length: number, readAt: ReadAt): OleStream => ({
  size: Math.min(length, places.length * size),
  read: (position, wanted) => {
    const end = Math.min(position + wanted, length, places.length * size);
    const pieces: Buffer[] = [];
    for (let from = position; from < end; ) {
      let index = Math.floor(from / size);
      const start = places[index]! + (from % size);
      let to = Math.min((index + 1) * size, end);
      // Pieces that lie side by side are read at once.
      while (to < end && places[index + 1] === places[index]! + size) {
        index += 1;
        to = Math.min((index + 1) * size, end);
      }
      pieces.push(readAt(start, to - from));
      from = to;
    }
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  },
});

const readEntry = (bytes: Buffer, isLarge: boolean): Entry => {
  const nameLength = Math.min(64, bytes.readUInt16LE(64));
  const high = isLarge ? bytes.readUInt32LE(124) : 0;
  return {
    name: bytes.toString('utf16le', 0, Math.max(0, nameLength - 2)),
    type: bytes[66] ?? 0,
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    start: bytes.readUInt32LE(116),
    size: high * 2 ** 32 + bytes.readUInt32LE(120),
  };
};

/** Streams of the top level only: a document embedded in this one has streams of the same names further down. */
const topLevel = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? NOTHING];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    if (entry.type === STREAM) found.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
};

const parse = (readAt: ReadAt, fileSize: number): Omit<OleFile, 'close'> => {
  const header = readAt(0, HEADER);
  if (header.length < HEADER || !header.subarray(0, 8).equals(OLE_MAGIC)) throw damaged();
  const sectors = readSectors(readAt, header, fileSize);
  const whole = (first: number, length: number): OleStream => {
    const places = sectors.chain(first, Math.ceil(length / sectors.size)).map(sectors.at);
    return piecewise(places, sectors.size, length, readAt);
  };
  const directory = whole(header.readUInt32LE(48), MOST_ENTRIES * ENTRY);
  const bytes = directory.read(0, directory.size);
  const isLarge = sectors.size === 4096;
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    entries.push(readEntry(bytes.subarray(at, at + ENTRY), isLarge));
  }
  const root = entries[0];
  const streams = topLevel(entries);
  const small = header.readUInt32LE(56);
  const stream = (name: string): OleStream | undefined => {
    const entry = streams.get(name);
    if (entry === undefined || root === undefined) return undefined;
    if (entry.size > fileSize) throw damaged();
    if (entry.size >= small) return whole(entry.start, entry.size);
    // Small streams lie in pieces of 64 bytes within the root's stream, chained by a table of their own.
    const container = whole(root.start, Math.min(root.size, fileSize));
    const table = whole(header.readUInt32LE(60), fileSize).read(0, fileSize);
    const places: number[] = [];
    for (let piece = entry.start; piece < LAST_SECTOR && places.length * 64 < entry.size; ) {
      places.push(piece * 64);
      piece = piece * 4 + 4 <= table.length ? table.readUInt32LE(piece * 4) : NOTHING;
    }
    return piecewise(places, 64, entry.size, (position, length) => container.read(position, length));
  };
  return { names: [...streams.keys()], stream };
};

/** Opens an OLE file; throws `FileRefused` where it is damaged. The caller closes it. Reads wait for the disk. */
export const openOle = (path: string): OleFile => {
  const descriptor = openSync(path, 'r');
  try {
    const readAt: ReadAt = (position, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
    };
    const file = parse(readAt, fstatSync(descriptor).size);
    return { ...file, close: () => closeSync(descriptor) };
  } catch (error) {
    closeSync(descriptor);
    throw error instanceof RangeError ? damaged(error) : error;
  }
};
