import { defineConfig } from 'vitest/config';

/** The tests that hold catalog/: its own, and those that compare what is generated from it. */
export default defineConfig({
  test: {
    include: ['test/catalog/**/*.test.ts', 'test/generated.test.ts', 'test/gateway/problems-page.test.ts'],
  },
});
