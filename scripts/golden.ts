import { commandOf, runSteps } from './steps.ts';

/** `npm run golden`: writes the golden answers and numbers of statements anew, to be reviewed as a change. */
process.env['WRITE_GOLDEN'] = '1';
await runSteps([
  { title: '金标答案', words: [commandOf('vitest', 'vitest'), 'run', '--project', 'e2e', 'test/operations'] },
]);
