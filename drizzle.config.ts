import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    'db/reference.ts',
    'db/county.ts',
    'db/township.ts',
    'db/guide.ts',
    'db/matching.ts',
    'db/intake.ts',
    'db/release.ts',
    'db/audit.ts',
  ],
  out: 'db/migrations',
});
