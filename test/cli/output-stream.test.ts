import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { outputStream } from '../../cli/output-stream.ts';

/** A stream that breaks at its second piece. */
const breaking = (code: string) => {
  const taken: string[] = [];
  const stream = new Writable({
    autoDestroy: false,
    write: (chunk, _encoding, done) => {
      taken.push(String(chunk));
      done(taken.length < 2 ? null : Object.assign(new Error(`write ${code}`), { code }));
    },
  });
  return { stream, taken };
};

test.each([
  ['EPIPE', undefined],
  ['ENOSPC', '磁盘已满'],
])('after %s nothing more is written and nothing is thrown', async (code, failure) => {
  const { stream, taken } = breaking(code);
  const output = outputStream(stream);
  for (const text of ['a', 'b', 'c', 'd']) {
    output.write(text);
    await new Promise(setImmediate);
  }
  expect([taken, output.failure()]).toEqual([['a', 'b'], failure]);
});
