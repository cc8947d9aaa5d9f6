import type { BenchRequest, Contestant } from './contestant.ts';
import { sameAnswer } from './graphql-exchange.ts';
import type { Operation, VariableSet } from './operations.ts';

/** Asked at once while answers are compared. */
const AT_ONCE = 8;

const ask = async (url: string, { method, path, body }: BenchRequest): Promise<string> => {
  const response = await fetch(new URL(path, url), {
    method,
    ...(method === 'POST' ? { headers: { 'content-type': 'application/json' }, body } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  return text;
};

/** The text of a contestant's answer to each variable set of an operation. */
export const answersOf = async (
  { requestOf }: Contestant,
  url: string,
  operation: Operation,
  sets: readonly VariableSet[],
): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (let from = 0; from < sets.length; from += AT_ONCE) {
    const asked = sets.slice(from, from + AT_ONCE);
    texts.push(
      ...(await Promise.all(asked.map((set, index) => ask(url, requestOf(operation, set, from + index))))),
    );
  }
  return texts;
};

/** Two contestants' answers to the same questions. */
interface Compared {
  readonly contestant: Contestant;
  readonly texts: readonly string[];
}

/** Throws at the first answer that does not say what the hub's says, with both. */
export const demandSameAnswers = (
  operation: Operation,
  sets: readonly VariableSet[],
  expected: Compared,
  found: Compared,
): void => {
  for (const [place, set] of sets.entries()) {
    const [wanted, given] = [expected, found].map(({ contestant, texts }) =>
      contestant.answerOf(operation, JSON.parse(texts[place] ?? 'null'), set),
    );
    if (sameAnswer(wanted, given)) continue;
    const shown = [set.hub, wanted, given].map((value) => JSON.stringify(value).slice(0, 2_000));
    throw new Error(
      `${found.contestant.name} answers ${operation} otherwise than ${expected.contestant.name}:\n${shown.join('\n')}`,
    );
  }
};
