/**
 * How much of its file this thread has read, 0 to 1: set by whoever reads the bytes that become rows, told with every
 * event. A thread reads one file at a time.
 */
let share = 0;

/** Notes that `done` of `total` bytes have become rows; with nothing to go by the share stays 0. */
export const noteShare = (done: number, total: number): void => {
  share = total > 0 ? Math.min(1, done / total) : 0;
};

export const shareRead = (): number => share;

/** The same bytes, each chunk told with how many there have been so far. */
export async function* counted(
  bytes: AsyncIterable<Buffer>,
  tell: (done: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let done = 0;
  for await (const chunk of bytes) {
    done += chunk.length;
    tell(done);
    yield chunk;
  }
}
