/** Milliseconds a signature is good for, before and after the moment it names. */
export const WINDOW = 30_000;

/** What becomes of a nonce: taken, or why not. */
export type Taken = 'TAKEN' | 'USED' | 'FORGOTTEN' | 'FULL';

export interface Nonces {
  /** Takes the nonce of a call signed then, once: from now on it is used. Milliseconds since 1970. */
  readonly take: (nonce: string, signedAt: number, now: number) => Taken;
  /** How many are remembered. */
  readonly size: () => number;
}

/** Some twelve thousand calls a second, more than a subgraph answers, in 40 MB. */
const MOST = 400_000;

const SECOND = 1_000;

/**
 * Remembers every nonce until the signature it came with has run out. Of a call signed before `since`, or at a moment
 * whose nonces are forgotten already, nobody can say whether it was answered before: it is FORGOTTEN, even where the
 * clock was put back. When there is no more room, nothing is forgotten to make some: calls are refused.
 */
export const createNonces = (since: number, most: number = MOST): Nonces => {
  const bySecond = new Map<number, Set<string>>();
  let forgottenBefore = since;
  let size = 0;
  const forget = (now: number): void => {
    for (const [second, nonces] of bySecond) {
      const end = (second + 1) * SECOND;
      if (end > now - WINDOW) continue;
      bySecond.delete(second);
      size -= nonces.size;
      forgottenBefore = Math.max(forgottenBefore, end);
    }
  };
  const take = (nonce: string, signedAt: number, now: number): Taken => {
    forget(now);
    if (signedAt < forgottenBefore) return 'FORGOTTEN';
    const second = Math.floor(signedAt / SECOND);
    const nonces = bySecond.get(second) ?? new Set();
    if (nonces.has(nonce)) return 'USED';
    if (size >= most) return 'FULL';
    bySecond.set(second, nonces.add(ownText(nonce)));
    size += 1;
    return 'TAKEN';
  };
  return { take, size: () => size };
};

/** The same characters in a text of their own: a part of a header would keep the whole of it in memory. */
const ownText = (text: string): string => Buffer.from(text).toString();
