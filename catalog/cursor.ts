/** Keys of the last row of a page, in the order of its sorting. */
export type CursorKeys = readonly (string | number | null)[];

/** Where a page ended, and the release it was read from: the next page reads the same release. */
export interface Cursor {
  readonly release: number;
  readonly keys: CursorKeys;
}

/** An opaque text for a position in a list (Relay cursor). */
export const encodeCursor = (release: number, keys: CursorKeys): string =>
  Buffer.from(JSON.stringify([release, ...keys])).toString('base64url');

/** The position a cursor stands for; undefined for a text that no `encodeCursor` made. */
export const decodeCursor = (text: string): Cursor | undefined => {
  try {
    // What is no list throws here as well; what its members are is looked at next.
    const [release, ...keys]: [number, ...CursorKeys] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    const plain = keys.every((key) => key === null || typeof key === 'string' || typeof key === 'number');
    return Number.isInteger(release) && release > 0 && plain ? { release, keys } : undefined;
  } catch {
    return undefined;
  }
};
