import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// vite would take graphql's index.mjs while @apollo/subgraph requires index.js: two copies, "another realm".
const graphql = createRequire(import.meta.url).resolve('graphql');
const alias = [{ find: /^graphql$/, replacement: graphql }];

/** Projects by cost; the file suffix decides: x.test.ts needs nothing, x.db.test.ts a database, and so on. */
const costly = ['**/*.thread.test.ts', '**/*.db.test.ts', '**/*.e2e.test.ts', '**/*.browser.test.ts'];

/** Of those that start processes, the ones that wait for what they end with and measure no time: two may run at once. */
const commands = ['test/cli/**/*.e2e.test.ts', 'test/intake/**/*.e2e.test.ts'];

// What tests start, threads and commands, reads the same modules over and over: compiled once, kept for the next.
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') };

// By itself vitest leaves one core free: on two cores half of them.
const WORKERS = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        // What needs nothing leaves nothing behind: the files share their processes, and modules are read once.
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: costly,
          env,
          isolate: false,
          maxWorkers: WORKERS,
          restoreMocks: true,
          unstubGlobals: true,
          setupFiles: ['test/support/shared-process.ts'],
        },
      },
      // Not so threads: one that ends has taken along the process it was in, once in three runs (SIGSEGV in V8).
      {
        resolve: { alias },
        test: { name: 'thread', include: ['test/**/*.thread.test.ts'], env, maxWorkers: WORKERS },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          env,
          maxWorkers: WORKERS,
          include: ['test/**/*.db.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'command',
          env,
          maxWorkers: WORKERS,
          include: commands,
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          env,
          include: ['test/**/*.e2e.test.ts'],
          exclude: commands,
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'browser',
          env,
          maxWorkers: WORKERS,
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
