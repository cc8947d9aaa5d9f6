import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { errorCode } from '../../catalog/error-codes.ts';
import { answerType } from '../../gateway/http/accept.ts';
import { publicError } from '../../gateway/plugins/public-error.ts';
import { requestIdOf } from '../../gateway/plugins/request-id.ts';
import { hubModel, hubSchema } from '../cost/hub-model.ts';
import { hostileBodies } from './fuzz/hostile-texts.ts';
import { createGates, FATES, type Fate } from './fuzz/through-the-gates.ts';

/** 200,000 for the long form; see docs/hardening.md. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 5_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);

describe('hostile inputs by chance', () => {
  test('of every body each gate makes a request or a refusal, and nothing else', () => {
    const gates = createGates(hubSchema, hubModel);
    const fates = new Map<Fate, number>();
    const property = fc.property(hostileBodies, (body) => {
      const fate = gates(body);
      fates.set(fate, (fates.get(fate) ?? 0) + 1);
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
    // Every gate is reached: a generator that is refused at the first one tries nothing.
    expect([...fates.keys()].sort()).toEqual([...FATES].sort());
  }, 600_000);

  test('nothing of an error that is not of the closed list goes out', () => {
    const secret = fc.string({ minLength: 8, maxLength: 40 }).map((text) => `secret:${text}`);
    const codes = fc.oneof(
      fc.constantFrom('INTERNAL_ERROR', 'X', '__proto__', 'constructor', ''),
      fc.anything(),
    );
    const property = fc.property(
      secret,
      codes,
      fc.boolean(),
      fc.anything(),
      (text, code, hasPath, detail) => {
        const path = hasPath ? ['items', 0] : undefined;
        const extensions = { code, detail, subgraph: hasPath ? 'county' : undefined, stack: text };
        const error = new GraphQLError(text, { path, extensions, originalError: new Error(text) });
        const shown = publicError(error, 'fuzz');
        expect(errorCode(shown.extensions.code)).toBeDefined();
        expect(JSON.stringify(shown)).not.toContain('secret:');
      },
    );
    fc.assert(property, { numRuns: RUNS / 5, seed: SEED });
  }, 600_000);

  test('headers of every kind are read, and none is repeated that could forge another', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(['application/json', 'application/graphql-response+json', undefined]).toContain(
        answerType(text),
      );
      expect(requestIdOf(text)).toMatch(/^[\w.:-]{1,128}$/u);
    });
    fc.assert(property, { numRuns: RUNS / 5, seed: SEED });
  }, 600_000);
});
