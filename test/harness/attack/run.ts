import type { CanaryWatch } from '../canaries.ts';
import { type Family, sizesOf } from './hostile-request.ts';
import { processorTimeOf } from './process-figures.ts';
import { send } from './send.ts';
import { isLate, judge, type Verdict } from './verdict.ts';

/** One attack and what it came to. */
export interface Outcome extends Verdict {
  readonly family: string;
  readonly size: number;
  readonly milliseconds: number;
  /** Milliseconds of the server's main thread meanwhile, those for honest requests beside it among them. */
  readonly processor: number;
}

/** Where attacks go, and who looks through what comes back. */
export interface Target {
  readonly port: number;
  /** Process of the server. */
  readonly pid: number;
  readonly watch: CanaryWatch;
  /** Milliseconds of the server's main thread that a refusal may take. */
  readonly soon: number;
}

/** Sends every family in so many sizes, one after the other, and judges each answer. */
export const attack = async (
  target: Target,
  families: readonly Family[],
  sizes: number,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const family of families)
    for (const size of sizesOf(family, sizes)) outcomes.push(await attackOnce(target, family, size));
  return outcomes;
};

/** How often an attack is sent again that was refused late. */
const TRIES = 3;

/** Sends one attack and judges the answer. */
export const attackOnce = async (target: Target, family: Family, size: number): Promise<Outcome> => {
  const request = family.request(size);
  const once = async (): Promise<Outcome> => {
    const before = processorTimeOf(target.pid);
    const sent = await send(target.port, request);
    const processor = processorTimeOf(target.pid) - before;
    for (const answer of sent.answers) target.watch.look(`${family.name} × ${size}`, answer);
    return {
      family: family.name,
      size,
      milliseconds: sent.milliseconds,
      processor,
      ...judge({ ...sent, milliseconds: processor }, request, target.soon),
    };
  };
  let outcome = await once();
  // What is slow by itself is slow again; an honest request beside it, or collecting what is used no more, is not.
  for (let again = 0; again < TRIES && outcome.wrong.some(isLate); again += 1) outcome = await once();
  return outcome;
};

/** What must not be, one sentence an attack. */
export const harmDone = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes
    .filter(({ wrong }) => wrong.length > 0)
    .map(
      ({ family, size, kind, codes, statuses, wrong }) =>
        `${family} × ${size} (${kind} ${statuses.join('/')} ${codes.join('/')}): ${[...new Set(wrong)].join('; ')}`,
    );
