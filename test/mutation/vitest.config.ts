import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// One copy of graphql, as in the configuration of all tests.
const graphql = createRequire(import.meta.url).resolve('graphql');

/** The tests that hold the mutated layers: their own, and those that compare what is generated from them. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: [
      'test/catalog/**/*.test.ts',
      'test/signing/**/*.test.ts',
      'test/trail/**/*.test.ts',
      'test/cost/**/*.test.ts',
      'test/generated.test.ts',
      'test/gateway/problems-page.test.ts',
      'test/gateway/protected-places.test.ts',
      'test/gateway/plugins/writers.test.ts',
      'test/gateway/tokens/{key-file,key-set,open-tokens,read-token,verify-token}.test.ts',
    ],
    exclude: ['**/*.db.test.ts'],
  },
});
