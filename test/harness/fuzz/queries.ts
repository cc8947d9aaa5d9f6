import { parse } from 'graphql';
import { errorCode } from '../../../catalog/error-codes.ts';
import { randomQuery, seededRandom } from '../../support/random-query.ts';
import { apiSchema } from '../api-schema.ts';
import { hasShape, withTypeNames } from './answer-shape.ts';

/** What queries by chance came to. */
export interface QueriesResult {
  readonly asked: number;
  /** Those that got data. */
  readonly answered: number;
  /** Those that were not even begun, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** What must not be, with the query that brought it about. */
  readonly wrong: readonly string[];
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message?: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

const HARM = new Set(['INTERNAL_ERROR', 'SUBGRAPH_INVALID_RESPONSE', 'SUBGRAPH_UNAVAILABLE']);

/** Pages of a few, mostly from the beginning, of places there are: a query that is refused at once shows little. */
const likely = (coordinate: string, _type: unknown, random: () => number): unknown => {
  const name = coordinate.split('.').at(-1);
  if (random() < 0.1) return undefined;
  if (name === 'first') return 1 + Math.floor(random() * 10);
  if (name === 'after' || name === 'asOf') return null;
  if (name === 'region' || name === 'parent') return '880121000000';
  return undefined;
};

/** Asks an endpoint so many queries made by chance, one after the other; the same seed asks the same. */
export const queriesBy = async (seed: number, count: number, url: string): Promise<QueriesResult> => {
  const schema = apiSchema();
  const random = seededRandom(seed);
  const refused: Record<string, number> = {};
  const wrong: string[] = [];
  let answered = 0;
  for (let asked = 0; asked < count; asked += 1) {
    const depth = 2 + Math.floor(random() * 4);
    const { query: plain, variables } = randomQuery(schema, random, { depth, breadth: 3, values: likely });
    const query = withTypeNames(schema, plain);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as Told;
    const codes = errors.map(({ extensions }) => String(extensions?.code));
    for (const code of codes) if (data === undefined) refused[code] = (refused[code] ?? 0) + 1;
    const unknown = codes.filter((code) => errorCode(code) === undefined || HARM.has(code));
    if (data !== undefined && data !== null) answered += 1;
    const misshapen =
      data === undefined || data === null ? undefined : await hasShape(schema, parse(query), variables, data);
    if (unknown.length > 0 || misshapen !== undefined || (codes.length === 0 && response.status !== 200))
      wrong.push(
        `${response.status} ${codes.join()} ${misshapen ?? ''}\n${query}\n${JSON.stringify(variables)}`,
      );
  }
  return { asked: count, answered, refused, wrong };
};
