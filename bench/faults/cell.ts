import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../../test/harness/faults/fault-proxy.ts';
import { readFigures } from './gateway-figures.ts';
import { type JudgingLoad, type Outcome, startJudgingLoad } from './judging-load.ts';
import type { Proxies } from './proxies.ts';
import type { PlacedQuestion } from './questions.ts';

/** What one kind of fault before one subgraph came to. */
export interface Cell {
  readonly victim: string;
  readonly fault: Fault;
  /** Questions that need the victim, while the fault lasted. */
  readonly touched: readonly Outcome[];
  /** Those that do not, while it lasted and just before. */
  readonly untouched: readonly Outcome[];
  readonly idle: readonly Outcome[];
  /** Milliseconds until the breaker was seen open, and calls that had reached the subgraph by then; none where it stayed closed. */
  readonly opened: { readonly after: number; readonly calls: number } | undefined;
  /** Calls that reached it from then on, and the seconds that lasted. */
  readonly whileOpen: { readonly calls: number; readonly seconds: number };
  /** Milliseconds from the end of the fault until it was seen closed again. */
  readonly closed: number;
  /** Calls that arrived, and calls that were meant to be made. */
  readonly calls: { readonly arrived: number; readonly made: number };
}

export interface Ground {
  readonly url: string;
  readonly proxies: Proxies;
  readonly questions: readonly PlacedQuestion[];
  /** Milliseconds of each window. */
  readonly window: number;
}

/** Connections of either load. */
const TOUCHED = 2;
const UNTOUCHED = 2;
/** Milliseconds between two looks at the breaker. */
const LOOK = 40;
const LONGEST_RETURN = 5_000;

/** Milliseconds until the breaker of a subgraph is seen open or closed; undefined where that takes too long. */
const untilSeen = async (
  { url }: Ground,
  victim: string,
  isOpen: boolean,
  longest: number,
): Promise<number | undefined> => {
  const begun = performance.now();
  while (performance.now() - begun < longest) {
    if ((await readFigures(url)).isOpen[victim] === isOpen) return performance.now() - begun;
    await delay(LOOK);
  }
  return undefined;
};

const made = ({ asked, spared }: Awaited<ReturnType<typeof readFigures>>, name: string): number =>
  (asked[name] ?? 0) - (spared[name] ?? 0);

/** A window without and a window with the fault, under load, then its end; what is asked is judged throughout. */
export const measureCell = async (ground: Ground, victim: string, fault: Fault): Promise<Cell> => {
  const { url, proxies, questions, window } = ground;
  const callsNow = async (): Promise<number> => (await proxies.arrivals())[victim]?.calls ?? 0;
  const needing = questions.filter(({ needs }) => needs.has(victim));
  const others = questions.filter(({ needs }) => !needs.has(victim));
  const [touching, leaving] = [
    startJudgingLoad(url, needing, TOUCHED),
    startJudgingLoad(url, others, UNTOUCHED),
  ];
  try {
    await delay(300);
    leaving.take();
    touching.take();
    const [figures, arrived] = [await readFigures(url), await callsNow()];
    await delay(window);
    const idle = leaving.take();
    const before = touching.take();
    const wrongBefore = [...idle, ...before].find(({ judgement }) => judgement.kind !== 'WHOLE');
    if (wrongBefore !== undefined) throw new Error(`without any fault: ${JSON.stringify(wrongBefore)}`);
    const atFault = await callsNow();
    const begun = performance.now();
    await proxies.become(victim, fault);
    const after = await untilSeen(ground, victim, true, window);
    const atOpen = await callsNow();
    const openedAt = performance.now();
    await delay(Math.max(0, window - (performance.now() - begun)));
    const atEnd = await callsNow();
    const seconds = (performance.now() - openedAt) / 1_000;
    const [touched, untouched] = [touching.take(), leaving.take()];
    const healed = performance.now();
    await proxies.become(victim, undefined);
    const closed = await untilSeen(ground, victim, false, LONGEST_RETURN);
    // What was under way while it came back may have been answered without it.
    await delay(200);
    const [then, all] = [await readFigures(url), await callsNow()];
    await Promise.all([touching.end(), leaving.end()]);
    // What was asked during the fault counts however long it took.
    const late = (load: JudgingLoad) => load.take().filter(({ begun: at }) => at < healed);
    return {
      victim,
      fault,
      touched: [...touched, ...late(touching)],
      untouched: [...untouched, ...late(leaving)],
      idle,
      opened: after === undefined ? undefined : { after, calls: atOpen - atFault },
      whileOpen: after === undefined ? { calls: 0, seconds: 0 } : { calls: atEnd - atOpen, seconds },
      closed: after === undefined ? 0 : (closed ?? Number.POSITIVE_INFINITY),
      calls: { arrived: all - arrived, made: made(then, victim) - made(figures, victim) },
    };
  } finally {
    await Promise.all([touching.end(), leaving.end()]);
  }
};
