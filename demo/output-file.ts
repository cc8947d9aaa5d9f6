import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** How much text is gathered before it is handed to the stream: one write per row would cost more than the row. */
const CHUNK = 256 * 1024;

/** A text file written piece by piece; `write` waits when the disk is slower than the generator. */
export interface OutputFile {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a UTF-8 file for writing, replacing what was there. */
export function openOutput(path: string): OutputFile {
  const stream = createWriteStream(path, { encoding: 'utf8' });
  let pending = '';
  const flush = async () => {
    const text = pending;
    pending = '';
    if (text !== '' && !stream.write(text)) await drained(stream);
  };
  return {
    write: async (text) => {
      pending += text;
      if (pending.length >= CHUNK) await flush();
    },
    close: async () => {
      await flush();
      stream.end();
      await finished(stream);
    },
  };
}

async function drained(stream: WriteStream): Promise<void> {
  await once(stream, 'drain');
}
