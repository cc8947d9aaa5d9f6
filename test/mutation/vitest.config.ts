import { defineConfig } from 'vitest/config';

/** The tests that hold the mutated layers: their own, and those that compare what is generated from them. */
export default defineConfig({
  test: {
    include: [
      'test/catalog/**/*.test.ts',
      'test/signing/**/*.test.ts',
      'test/gateway/tokens/**/*.test.ts',
      'test/gateway/protected-places.test.ts',
      'test/generated.test.ts',
      'test/gateway/problems-page.test.ts',
    ],
  },
});
