import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { askOnce } from '../restarts/questions.ts';

/** Codes a reader may be given while the database is away; whatever else is wrong. */
const AWAY: ReadonlySet<string> = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']);

export interface ReadersSeen {
  readonly answered: number;
  /** Answers marked as those of the last release that is known. */
  readonly stale: number;
  /** Milliseconds of each request that was told the database is away. */
  readonly refused: readonly number[];
  /** Answers and failures that ought not to be. */
  readonly wrong: readonly string[];
  /** Requests for what was kept all the time that were not answered. */
  readonly keptLost: number;
  /** Answers to a question by a release that differ among each other, or from the answer by its number afterwards. */
  readonly different: number;
}

export interface Readers {
  readonly end: () => Promise<ReadersSeen>;
}

interface Question {
  readonly body: string;
  /** Its words and those of its answer as they are compared: those of a new question bear its number. */
  readonly comparable: (words: string) => string;
  /** Whether it is asked so often that its answer is always kept, but for a moment after each release. */
  readonly isKept: boolean;
}

/** Milliseconds between two requests of one reader. */
const OFTEN = 5;

/**
 * Ask over and over: the same questions, and one in words that nobody has used before: `number` makes them new, and
 * stands in them as `asked…`.
 */
export const startReaders = (
  url: string,
  questions: readonly string[],
  newQuestion: (number: number) => string,
): Readers => {
  const digests = new Map<string, Set<string>>();
  const refused: number[] = [];
  const wrong: string[] = [];
  let [answered, stale, keptLost, number, isOver] = [0, 0, 0, 0, false];
  const ask = async ({ body, isKept, comparable }: Question): Promise<void> => {
    const begun = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const text = await response.text();
    const { errors } = JSON.parse(text) as {
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    if (errors !== undefined) {
      refused.push(performance.now() - begun);
      if (isKept) keptLost += 1;
      if (!errors.every(({ extensions }) => AWAY.has(extensions.code))) wrong.push(text.slice(0, 300));
      return;
    }
    answered += 1;
    if (response.headers.get('warning') !== null) stale += 1;
    const key = `${response.headers.get('x-release')} ${comparable(body)}`;
    const digest = createHash('sha256').update(comparable(text)).digest('base64url');
    digests.set(key, (digests.get(key) ?? new Set()).add(digest));
  };
  const reading = async (next: () => Question): Promise<void> => {
    while (!isOver) {
      await ask(next()).catch((error: unknown) => wrong.push(String(error)));
      await pause(OFTEN);
    }
  };
  const readers = [
    ...questions.map((body) => reading(() => ({ body, isKept: true, comparable: (words) => words }))),
    ...[1, 2].map(() =>
      reading(() => {
        number += 1;
        const name = `asked${number}`;
        const comparable = (words: string): string => words.replace(name, 'asked0');
        return { body: newQuestion(number), isKept: false, comparable };
      }),
    ),
  ];
  return {
    end: async () => {
      isOver = true;
      await Promise.all(readers);
      const different = await differentOf(url, digests);
      return { answered, stale, refused, wrong, keptLost, different };
    },
  };
};

const differentOf = async (
  url: string,
  digests: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<number> => {
  let different = 0;
  for (const [key, seen] of digests) {
    const at = key.indexOf(' ');
    const text = await askOnce(url, key.slice(at + 1), Number(key.slice(0, at)));
    const digest = createHash('sha256').update(text).digest('base64url');
    if (seen.size !== 1 || !seen.has(digest)) different += 1;
  }
  return different;
};
