/** Something the hub does not start with: what it is and why, and what to do instead. Chinese, each a sentence. */
export interface Unsafe {
  readonly reason: string;
  readonly remedy: string;
}

/** A refusal to start, with every reason at once. */
export class UnsafeStart extends Error {
  override readonly name = 'UnsafeStart';
}

/** Throws UnsafeStart with all that was found; nothing found is fine. */
export const refuseUnsafe = (found: readonly Unsafe[]): void => {
  if (found.length === 0) return;
  const lines = found.map(({ reason, remedy }) => `不安全，不启动：${reason}。${remedy}。`);
  throw new UnsafeStart(lines.join('\n'));
};
