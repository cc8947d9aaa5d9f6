import { isAscii } from 'node:buffer';
import type { Encoding } from './text-encoding.ts';

interface Line {
  /** Counted from 1. */
  readonly line: number;
  readonly bytes: Buffer;
}

/** Bytes of a line looked at; the rest of a longer one is left unjudged. */
const LONGEST_LINE = 1 << 20;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Both encodings use the bytes of line ends for nothing else, so a file can be cut before its encoding is known. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line, void, undefined> {
  let parts: Buffer[] = [];
  let kept = 0;
  let line = 1;
  let afterReturn = false;
  const keep = (part: Buffer) => {
    if (kept < LONGEST_LINE) parts.push(part);
    kept += part.length;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let place = 0; place < chunk.length; place += 1) {
      const byte = chunk[place];
      if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) {
        afterReturn = false;
        continue;
      }
      if (byte === LINE_FEED && afterReturn) {
        start = place + 1;
        afterReturn = false;
        continue;
      }
      afterReturn = byte === CARRIAGE_RETURN;
      keep(chunk.subarray(start, place));
      yield { line, bytes: Buffer.concat(parts) };
      [parts, kept, start] = [[], 0, place + 1];
      line += 1;
    }
    keep(chunk.subarray(start));
  }
  if (kept > 0) yield { line, bytes: Buffer.concat(parts) };
}

/** With `cut`, a character cut off at the end is no failure: a longer prefix fails wherever a shorter one does. */
const fails = (encoding: Encoding, bytes: Buffer, cut: boolean): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
    return false;
  } catch {
    return true;
  }
};

const isValid = (encoding: Encoding, { bytes }: Line): boolean =>
  !fails(encoding, bytes, bytes.length >= LONGEST_LINE);

/** The first byte, counted from 1, that no character of the encoding can have; one past the end if it is missing. */
const firstWrongByte = (encoding: Encoding, bytes: Buffer): number => {
  let valid = 0;
  let wrong = bytes.length + 1;
  while (wrong - valid > 1) {
    const middle = (valid + wrong) >> 1;
    if (fails(encoding, bytes.subarray(0, middle), true)) wrong = middle;
    else valid = middle;
  }
  return wrong;
};

/** Four Chinese characters: no text in GB 18030 has a whole line that is so much of UTF-8 by accident. */
const PROOF = 4;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const CHINESE = /[\u2e80-\u9fff\uff00-\uffef]/gu;

/** Whether most of a line that is not valid UTF-8 reads as Chinese in UTF-8 nonetheless: it was cut or damaged. */
const isDamagedUtf8 = (bytes: Buffer): boolean => {
  const text = bytes.toString('utf8');
  return countOf(text, CHINESE) > countOf(text, /\ufffd/gu);
};

const placed = ({ line, bytes }: Line, encoding: Encoding): string =>
  `第 ${line} 行第 ${firstWrongByte(encoding, bytes)} 个字节`;

/**
 * What keeps a text that is not UTF-8 from being GB 18030 throughout: lines of both in one file, damaged UTF-8, or
 * neither; undefined if nothing does.
 */
export const surveyLines = async (chunks: AsyncIterable<Buffer>): Promise<string | undefined> => {
  let utf8: Line | undefined;
  let gb18030: Line | undefined;
  let neither: Line | undefined;
  for await (const one of linesOf(chunks)) {
    if (isAscii(one.bytes)) continue;
    if (isValid('UTF-8', one)) {
      if (utf8 === undefined && countOf(one.bytes.toString('utf8'), CHINESE) >= PROOF) utf8 = one;
    } else if (isDamagedUtf8(one.bytes)) {
      return `${placed(one, 'UTF-8')}起不是合法的 UTF-8`;
    } else if (isValid('GB18030', one)) gb18030 ??= one;
    else neither ??= one;
    if (utf8 !== undefined && gb18030 !== undefined) {
      const [first, other] = utf8.line < gb18030.line ? ['UTF-8', 'GB18030'] : ['GB18030', 'UTF-8'];
      const [before, after] = [Math.min(utf8.line, gb18030.line), Math.max(utf8.line, gb18030.line)];
      return `同一文件混有两种编码，第 ${before} 行是 ${first}，第 ${after} 行却是 ${other}`;
    }
  }
  if (neither === undefined) return undefined;
  if (utf8 !== undefined) return `${placed(neither, 'UTF-8')}起不是合法的 UTF-8`;
  if (gb18030 !== undefined) return `${placed(neither, 'GB18030')}起不是合法的 GB18030`;
  return `${placed(neither, 'GB18030')}起既不是 UTF-8，也不是 GB18030`;
};

/** Where a file stops being the UTF-8 that its byte order mark says it is. */
const damagedUtf8In = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  for await (const one of linesOf(chunks)) {
    if (!isValid('UTF-8', one)) return `${placed(one, 'UTF-8')}起不是合法的 UTF-8`;
  }
  return '不是合法的 UTF-8';
};

const endsInHalf = (bytes: Buffer, encoding: Encoding): boolean =>
  bytes.length > 1 && ((bytes.at(encoding === 'UTF-16LE' ? -1 : -2) ?? 0) & 0xfc) === 0xd8;

/** Where a file stops being what its byte order mark says: at a half of a character, or at an odd byte at the end. */
export const damageIn = async (chunks: AsyncIterable<Buffer>, encoding: Encoding): Promise<string> => {
  if (encoding === 'UTF-8') return await damagedUtf8In(chunks);
  let half: Buffer = Buffer.alloc(0);
  let read = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([half, chunk]);
    if (fails(encoding, bytes, true)) {
      return `第 ${read - half.length + firstWrongByte(encoding, bytes)} 个字节起不是合法的 ${encoding}`;
    }
    read += chunk.length;
    half = endsInHalf(chunk, encoding) ? chunk.subarray(-2) : chunk.subarray(chunk.length);
  }
  return `文件在第 ${read} 个字节处中断，不是合法的 ${encoding}`;
};
