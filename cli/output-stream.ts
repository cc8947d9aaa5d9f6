import type { Writable } from 'node:stream';
import { whyUnwritable } from './file-words.ts';

/** One of the process's two outputs. */
export interface OutputStream {
  readonly write: (text: string) => void;
  /** Why it broke off, other than that its reader had enough. */
  readonly failure: () => string | undefined;
}

/**
 * An output that may lose its reader (`zongheng releases | head -1`): from then on what is written goes nowhere, and
 * the command runs to its end, so that the database is closed.
 */
export const outputStream = (stream: Writable): OutputStream => {
  let isDead = false;
  let failure: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isDead && error.code !== 'EPIPE') failure = whyUnwritable(error) ?? error.message;
    isDead = true;
  });
  return {
    write: (text) => {
      if (!isDead) stream.write(text);
    },
    failure: () => failure,
  };
};
