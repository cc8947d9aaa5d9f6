import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { inPlainDigits, inPlainUnits } from './limits.ts';
import { unreadable } from './unreadable.ts';

/** The parts of a packed document (xlsx, docx), read one after the other and never written anywhere. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked bytes of a part in chunks; throws `FileRefused` where the part is broken or passes a limit. */
  stream(name: string): AsyncGenerator<Buffer, void, undefined>;
  close(): void;
}

/** What all parts may unpack to whatever their packed size is. */
const FREE_BYTES = 20 << 20;

/**
 * Unpacked bytes for each packed one that no honest document reaches: sheets of formatted empty cells shrink to a
 * twelfth, to 1/108 where their writer leaves the addresses out; deflate itself ends at 1,032.
 */
const HIGHEST_RATIO = 200;

/** Bytes of all names, extra fields and comments together; an honest part has less than a hundred. */
const MOST_DIRECTORY_BYTES = 2 << 20;

/** Small chunks stay among the short-lived objects, whose memory is used again at once. */
const CHUNK = 32 << 10;

const STORED = 0;
const DEFLATED = 8;

const bomb = (limit: number): FileRefused =>
  new FileRefused(problem('FILE_BOMB', { other: inPlainUnits(limit) }));

const damaged = (detail: string, cause?: unknown): FileRefused =>
  new FileRefused(problem('FILE_UNREADABLE', { detail }), cause);

/** Names as the packer meant them: some write `\xl\workbook.xml` or `/xl/workbook.xml`. */
const partName = (entry: Entry): string =>
  getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw as Buffer<ArrayBuffer>,
    entry.extraFields,
    false,
  ).replace(/^\/+/u, '');

/** Parts that share bytes are how a few kilobytes become petabytes (Fifield 2019, "A better zip bomb"). */
const refuseOverlaps = (entries: readonly Entry[]): void => {
  const places = entries
    .map(({ relativeOffsetOfLocalHeader: start, compressedSize }) => ({ start, size: compressedSize }))
    .sort((one, other) => one.start - other.start);
  let reached = 0;
  for (const { start, size } of places) {
    if (start < reached) throw damaged('压缩包内的部分互相重叠');
    // 30 bytes are the least a part's own header has.
    reached = start + 30 + size;
  }
};

/** The list of parts, by name in lower case: names that differ in case only are the same part (OPC §6.2.2.3). */
const readDirectory = async (zip: ZipFile, limits: ReadLimits): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > limits.entries) {
    throw new FileRefused(
      problem('FILE_TOO_MANY_PARTS', {
        value: inPlainDigits(zip.entryCount),
        other: inPlainDigits(limits.entries),
      }),
    );
  }
  const entries: Entry[] = [];
  const byName = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (bytes > MOST_DIRECTORY_BYTES) throw damaged('压缩包的目录过长');
    entries.push(entry);
    const name = partName(entry).toLowerCase();
    if (name.endsWith('/')) continue;
    if (byName.has(name)) throw damaged('压缩包内有同名的部分');
    byName.set(name, entry);
  }
  refuseOverlaps(entries);
  return byName;
};

/** Counts what is unpacked, whatever the directory declares, so that no part and no sum of parts passes the limit. */
interface Budget {
  /** A part is about to be read; read a second time it counts once. */
  open(entry: Entry): void;
  /** The part has given so many bytes; throws `FileRefused` where all parts together pass the limit. */
  reach(entry: Entry, unpacked: number): void;
}

const budgetOf = (limits: ReadLimits): Budget => {
  const reached = new Map<Entry, number>();
  let packed = 0;
  let total = 0;
  return {
    open: (entry) => {
      if (reached.has(entry)) return;
      reached.set(entry, 0);
      packed += entry.compressedSize;
    },
    reach: (entry, unpacked) => {
      const before = reached.get(entry) ?? 0;
      if (unpacked <= before) return;
      reached.set(entry, unpacked);
      total += unpacked - before;
      const allowed = Math.min(limits.unpackedBytes, FREE_BYTES + packed * HIGHEST_RATIO);
      if (total > allowed) throw bomb(allowed);
    },
  };
};

/** The part's bytes as they lie in the file, unpacked; zlib's errors come as they are. */
async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer, void, undefined> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === STORED) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  packed.on('error', (error) => inflate.destroy(error));
  try {
    yield* packed.pipe(inflate);
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

async function* readPart(
  zip: ZipFile,
  entry: Entry,
  budget: Budget,
): AsyncGenerator<Buffer, void, undefined> {
  if (entry.isEncrypted()) throw new FileRefused(problem('FILE_ENCRYPTED'));
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw damaged('压缩方式不受支持');
  }
  budget.open(entry);
  let sum = 0;
  let size = 0;
  try {
    for await (const chunk of inflated(zip, entry)) {
      size += chunk.length;
      budget.reach(entry, size);
      if (size > entry.uncompressedSize) throw damaged('压缩包声明的大小与内容不符');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : damaged('压缩包已损坏', error);
  }
  if (size !== entry.uncompressedSize) throw damaged('压缩包声明的大小与内容不符');
  if (sum !== entry.crc32) throw damaged('压缩包已损坏，校验和不符');
}

/**
 * Opens a packed document without unpacking anything yet. Every part read counts towards `limits.unpackedBytes`, by
 * its real bytes. Throws `FileRefused` for what is no zip, is damaged, or passes a limit; the caller closes it.
 */
export const openZip = async (path: string, limits: ReadLimits): Promise<ZipParts> => {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((error: Error) => {
    throw unreadable(error, '压缩包已损坏');
  });
  try {
    if (zip.fileSize > limits.fileBytes) {
      throw new FileRefused(
        problem('FILE_TOO_LARGE', {
          value: inPlainUnits(zip.fileSize),
          other: inPlainUnits(limits.fileBytes),
        }),
      );
    }
    const entries = await readDirectory(zip, limits);
    const budget = budgetOf(limits);
    return {
      names: Array.from(entries.values(), partName),
      has: (name) => entries.has(name.toLowerCase()),
      stream: (name) => {
        const entry = entries.get(name.toLowerCase());
        if (entry === undefined) throw damaged(`缺少“${name}”`);
        return readPart(zip, entry, budget);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof FileRefused ? error : damaged('压缩包已损坏', error);
  }
};
