import { type Crew, type CrewOptions, createCrew } from './crew.ts';
import { becauseOf, type Running } from './starting.ts';

/** Several processes that answer on one port. */
export interface Supervisor {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  /** Process ids of the workers that answer now. */
  readonly workers: () => readonly number[];
  /**
   * Replaces every worker by a new one, one after another: an old one leaves once the new one is ready, and what it has
   * under way it finishes. False where a new one was not ready in time: the old ones stay.
   */
  readonly roll: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/**
 * Begins so many workers and keeps as many: in the place of one that dies or hangs another is begun at once. The port
 * is this process's own, which hands connections to the workers in turn, so that none is lost with a worker that leaves.
 */
export const supervise = async (options: CrewOptions): Promise<Supervisor> => {
  const { count, tell } = options;
  const crew = createCrew(options);
  const url = await beginAll(crew, count);
  let rolling: Promise<boolean> = Promise.resolve(true);
  return {
    url,
    workers: () => [...crew.running].map(({ process }) => process.pid),
    roll: () => {
      rolling = rolling.then(() => rollOnce(crew, count, tell));
      return rolling;
    },
    close: async () => {
      await Promise.all([crew.close(), rolling]);
    },
  };
};

/** The address they share; throws the first reason that one has told where not all of them are ready. */
const beginAll = async (crew: Crew, count: number): Promise<string> => {
  const begun = await Promise.all(Array.from({ length: count }, () => crew.begin()));
  const ready = begun.filter((one): one is Running => !('kind' in one));
  const [first] = ready;
  if (first !== undefined && ready.length === count) return first.url;
  await crew.close();
  const told = begun.flatMap((one) => ('kind' in one && one.sentence !== undefined ? [one.sentence] : []));
  throw new Error(told[0] ?? '工作进程没有就绪，请看上面各进程的输出');
};

/** Replaces the workers of a crew one after another; false where a new one was not ready, or on closing. */
export const rollOnce = async (
  crew: Crew,
  count: number,
  tell: (sentence: string) => void,
): Promise<boolean> => {
  if (crew.isClosing()) return false;
  await crew.loadAnew();
  for (const old of [...crew.running]) {
    if (crew.isClosing()) return false;
    const next = await crew.begin();
    if ('kind' in next) {
      // The one in reserve was let go of: a worker that dies is to be replaced at once all the same.
      crew.keepSpare();
      if (!crew.isClosing()) tell(`新的工作进程没有就绪，原来的继续作答${becauseOf(next)}`);
      return false;
    }
    // One that died meanwhile may have another in its place already.
    if (crew.running.has(old)) await crew.end(old);
    else if (crew.running.size > count) await crew.end(next);
  }
  return true;
};
