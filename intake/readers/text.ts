import { stat } from 'node:fs/promises';
import { type Problem, problem } from '../../catalog/problems.ts';
import type { ReadLimits } from './grid.ts';
import { counted, noteShare } from './read-share.ts';
import { bytesOf, type Detected, detectEncoding, type Encoding } from './text-encoding.ts';

/** A file's text in pieces, its encoding known and valid throughout. */
export interface DecodedText {
  readonly encoding: Encoding;
  /** Pieces of the text without byte order mark and without NULs. */
  readonly chunks: AsyncIterable<string>;
  /** An encoding that was guessed, NULs that were dropped; complete once the pieces are read. */
  readonly problems: readonly Problem[];
}

async function* decode(
  path: string,
  limits: ReadLimits,
  encoding: Encoding,
  problems: Problem[],
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let dropped = 0;
  const { size } = await stat(path);
  for await (const bytes of counted(bytesOf(path, limits), (done) => noteShare(done, size))) {
    const text = decoder.decode(bytes, { stream: true });
    const clean = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
    dropped += text.length - clean.length;
    if (clean !== '') yield clean;
  }
  if (dropped > 0) problems.push(problem('TEXT_NULLS', { value: String(dropped) }));
}

/** A file's text in an encoding that has been detected. */
export const decodeAs = (path: string, limits: ReadLimits, { encoding, guessed }: Detected): DecodedText => {
  const problems = guessed ? [problem('FILE_ENCODING_GUESSED', { value: encoding })] : [];
  return { encoding, chunks: decode(path, limits, encoding, problems), problems };
};

/**
 * A file's text as a stream. The file is read twice, to find the encoding and to decode, so that memory does not
 * grow with it. Throws `FileRefused` where it cannot be read, is too large, or is in no known encoding throughout.
 */
export const decodeText = async (path: string, limits: ReadLimits): Promise<DecodedText> =>
  decodeAs(path, limits, await detectEncoding(path, limits));
