import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of a packed file: its path within, and its text piece by piece. */
export interface ZipPart {
  readonly path: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

interface Packed {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly fullSize: number;
}

/** 1 January 1980, the first day the format knows: the same input gives the same bytes whatever the clock says. */
const DATE = 0x00_21;
/** Names in UTF-8, and sizes after the data because they are not known before. */
const FLAGS = 0x08_08;
const DEFLATED = 8;
const VERSION = 20;
const LARGEST = 0xff_ff_ff_ff;

const localHeader = (name: Buffer): Buffer => {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04_03_4b_50, 0);
  bytes.writeUInt16LE(VERSION, 4);
  bytes.writeUInt16LE(FLAGS, 6);
  bytes.writeUInt16LE(DEFLATED, 8);
  bytes.writeUInt16LE(DATE, 12);
  bytes.writeUInt16LE(name.length, 26);
  return Buffer.concat([bytes, name]);
};

const descriptor = ({ crc, size, fullSize }: Packed): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08_07_4b_50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(size, 8);
  bytes.writeUInt32LE(fullSize, 12);
  return bytes;
};

const centralHeader = ({ name, offset, crc, size, fullSize }: Packed): Buffer => {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02_01_4b_50, 0);
  bytes.writeUInt16LE(VERSION, 4);
  bytes.writeUInt16LE(VERSION, 6);
  bytes.writeUInt16LE(FLAGS, 8);
  bytes.writeUInt16LE(DEFLATED, 10);
  bytes.writeUInt16LE(DATE, 14);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(size, 20);
  bytes.writeUInt32LE(fullSize, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, name]);
};

const endRecord = (count: number, size: number, offset: number): Buffer => {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06_05_4b_50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
};

/** Packs one part and returns what the directory at the end says of it. */
async function* packPart({ path, text }: ZipPart, offset: number): AsyncGenerator<Buffer, Packed> {
  const name = Buffer.from(path);
  yield localHeader(name);
  let crc = 0;
  let size = 0;
  let fullSize = 0;
  async function* measured() {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      fullSize += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw({ level: 6 });
  const source = Readable.from(measured(), { objectMode: false });
  const failed = pipeline(source, deflate);
  failed.catch(() => undefined);
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    size += piece.length;
    yield piece;
  }
  await failed;
  const packed = { name, offset, crc, size, fullSize };
  if (fullSize > LARGEST) throw new Error(`${path} is larger than the format holds`);
  yield descriptor(packed);
  return packed;
}

/**
 * A ZIP archive written while its parts are being made; the same parts give the same bytes. Without the 64-bit records,
 * so a part and the whole are limited to 4 GiB; a larger one throws.
 */
export async function* zipStream(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Packed[] = [];
  let offset = 0;
  for await (const part of parts) {
    const pieces = packPart(part, offset);
    for (let step = await pieces.next(); ; step = await pieces.next()) {
      if (step.done) {
        directory.push(step.value);
        break;
      }
      offset += step.value.length;
      yield step.value;
    }
  }
  if (offset > LARGEST) throw new Error('the archive is larger than the format holds');
  const headers = Buffer.concat(directory.map(centralHeader));
  yield headers;
  yield endRecord(directory.length, headers.length, offset);
}
