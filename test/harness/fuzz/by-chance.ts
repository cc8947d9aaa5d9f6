import fc from 'fast-check';
import { GraphQLError, parse } from 'graphql';
import { errorCode } from '../../../catalog/error-codes.ts';
import { readCostModel } from '../../../cost/model.ts';
import { readSupergraph } from '../../../gateway/composed-files.ts';
import { answerType } from '../../../gateway/http/accept.ts';
import { publicError } from '../../../gateway/plugins/public-error.ts';
import { requestIdOf } from '../../../gateway/plugins/request-id.ts';
import { apiSchema } from '../api-schema.ts';
import { hostileBodies } from './hostile-texts.ts';
import { createGates, type Fate } from './through-the-gates.ts';

export interface ByChance {
  readonly runs: number;
  readonly seed: number;
}

/** Takes so many hostile bodies through the gates of the hub; how many came how far. Throws at the first bug, with its seed. */
export const bodiesByChance = async ({ runs, seed }: ByChance): Promise<ReadonlyMap<Fate, number>> => {
  const schema = apiSchema();
  const model = readCostModel(schema, parse(await readSupergraph(), { noLocation: true }));
  const gates = createGates(schema, model);
  const fates = new Map<Fate, number>();
  const property = fc.property(hostileBodies, (body) => {
    const fate = gates(body);
    fates.set(fate, (fates.get(fate) ?? 0) + 1);
  });
  fc.assert(property, { numRuns: runs, seed });
  return fates;
};

const SECRET = 'secret:';

/** Gives errors of every kind their public form; throws where one has a code of no list, or shows what it was told. */
export const errorsByChance = ({ runs, seed }: ByChance): void => {
  const secret = fc.string({ minLength: 8, maxLength: 40 }).map((text) => SECRET + text);
  const known = fc.constantFrom('INTERNAL_ERROR', 'X', '__proto__', 'constructor', '');
  const property = fc.property(
    secret,
    fc.oneof(known, fc.anything()),
    fc.boolean(),
    fc.anything(),
    (text, code, hasPath, detail) => {
      const extensions = { code, detail, subgraph: hasPath ? 'county' : undefined, stack: text };
      const path = hasPath ? ['items', 0] : undefined;
      const error = new GraphQLError(text, { path, extensions, originalError: new Error(text) });
      const shown = publicError(error, 'fuzz');
      return errorCode(shown.extensions.code) !== undefined && !JSON.stringify(shown).includes(SECRET);
    },
  );
  fc.assert(property, { numRuns: runs, seed });
};

const TYPES: readonly unknown[] = ['application/json', 'application/graphql-response+json', undefined];

/** Reads headers of every kind; throws where one could forge another. */
export const headersByChance = ({ runs, seed }: ByChance): void => {
  const property = fc.property(
    fc.string({ unit: 'binary', maxLength: 300 }),
    (text) => TYPES.includes(answerType(text)) && /^[\w.:-]{1,128}$/u.test(requestIdOf(text)),
  );
  fc.assert(property, { numRuns: runs, seed });
};
