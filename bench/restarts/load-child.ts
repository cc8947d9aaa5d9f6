import { createHash } from 'node:crypto';
import type { FromLoad, Seen, ToLoad } from './load-messages.ts';
import { type Answer, type Load, startLoad } from './verified-load.ts';

/** Puts load in a process of its own, so that it takes no turn from the server or from who measures. */
const tell = (message: FromLoad): void => void process.send?.(message);

/** How often it is told how far the load is, in milliseconds. */
const OFTEN = 50;

interface Gathered {
  count: number;
  readonly digests: Set<string>;
  last: bigint;
}

const gathered = new Map<string, Gathered>();
const gather = ({ index, release, text, sentAt }: Answer): void => {
  const key = `${index} ${release}`;
  const one = gathered.get(key) ?? { count: 0, digests: new Set<string>(), last: 0n };
  gathered.set(key, one);
  one.count += 1;
  one.digests.add(createHash('sha256').update(text).digest('base64url'));
  if (sentAt > one.last) one.last = sentAt;
};

const seen = (): Seen[] =>
  [...gathered].map(([key, { count, digests, last }]) => {
    const [index = 0, release = 0] = key.split(' ').map(Number);
    return { index, release, count, digests: [...digests], lastSentAt: String(last) };
  });

let load: Load | undefined;
const told = setInterval(() => {
  if (load !== undefined) tell({ kind: 'SO_FAR', answered: load.answered(), failures: load.failures() });
}, OFTEN);

process.on('message', async (message: ToLoad) => {
  if (message.kind === 'BEGIN') {
    load = startLoad(message.plan, gather);
    return;
  }
  clearInterval(told);
  if (load !== undefined) tell({ kind: 'OVER', ...(await load.end()), seen: seen() });
  process.disconnect();
});
process.on('disconnect', () => process.exit());
