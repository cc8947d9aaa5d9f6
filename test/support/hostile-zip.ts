import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of a packed file, with what its directory entry is to claim instead of the truth. */
export interface ForgedPart {
  readonly name: string;
  readonly data: Buffer | string;
  readonly stored?: boolean;
  /** Already deflated; then `size` and `sum` are what it unpacks to. */
  readonly deflated?: Buffer;
  readonly size?: number;
  readonly sum?: number;
  readonly packedSize?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Position of the header of another part, by its index, in place of the part's own. */
  readonly sharesBytesOf?: number;
}

const UTF8_NAMES = 0x800;

const header = (signature: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
};

const common = (bytes: Buffer, at: number, part: ForgedPart, packed: Buffer, data: Buffer): void => {
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(part.flags ?? UTF8_NAMES, at + 2);
  bytes.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), at + 4);
  bytes.writeUInt16LE(0x21, at + 8);
  bytes.writeUInt32LE(part.sum ?? crc32(data), at + 10);
  bytes.writeUInt32LE(part.packedSize ?? packed.length, at + 14);
  bytes.writeUInt32LE(part.size ?? data.length, at + 18);
  bytes.writeUInt16LE(Buffer.byteLength(part.name), at + 22);
};

/** A zip file of the parts, as truthful or as forged as they say. */
export const forgedZip = (parts: readonly ForgedPart[], count = parts.length): Buffer => {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const positions: number[] = [];
  let position = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.deflated ?? (part.stored ? data : deflateRawSync(data));
    const name = Buffer.from(part.name);
    const shared = part.sharesBytesOf === undefined ? undefined : positions[part.sharesBytesOf];
    positions.push(shared ?? position);
    const entry = header(0x02014b50, 46);
    entry.writeUInt16LE(20, 4);
    common(entry, 6, part, packed, data);
    entry.writeUInt32LE(shared ?? position, 42);
    directory.push(entry, name);
    if (shared !== undefined) continue;
    const local = header(0x04034b50, 30);
    common(local, 4, part, packed, data);
    pieces.push(local, name, packed);
    position += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = header(0x06054b50, 22);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...pieces, list, end]);
};

const PIECE = 1 << 20;

/**
 * So many megabytes of one byte, deflated: a megabyte's deflate over and over, each piece ending at a whole byte
 * (full flush), and at the end an empty last block. Nothing of that size is ever held.
 */
export const deflatedRun = (
  megabytes: number,
  byte = 0x20,
): { readonly deflated: Buffer; readonly size: number } => {
  const flushed = deflateRawSync(Buffer.alloc(PIECE, byte), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(Buffer.alloc(0));
  return {
    deflated: Buffer.concat([...Array.from({ length: megabytes }, () => flushed), last]),
    size: megabytes * PIECE,
  };
};
