import { isDeepStrictEqual } from 'node:util';
import type { Contestant } from './contestant.ts';
import { HUB_DOCUMENTS } from './operations.ts';

/** The `data` of an answer alone; throws for one that tells errors or has none. */
export const dataOnly = (answer: unknown): { readonly data: Readonly<Record<string, unknown>> } => {
  const { data, errors } = answer as { data?: Record<string, unknown>; errors?: unknown };
  if (errors !== undefined || data == null)
    throw new Error(`an answer with errors: ${JSON.stringify(answer).slice(0, 500)}`);
  return { data };
};

/** How those are asked who serve the hub's own schema. */
export const hubExchange: Pick<Contestant, 'requestOf' | 'answerOf'> = {
  requestOf: (operation, { hub }) => ({
    method: 'POST',
    path: '/graphql',
    body: JSON.stringify({ query: HUB_DOCUMENTS[operation], variables: hub }),
  }),
  answerOf: (_operation, answer) => dataOnly(answer),
};

/** Whether two answers say the same. */
export const sameAnswer = (left: unknown, right: unknown): boolean => isDeepStrictEqual(left, right);
