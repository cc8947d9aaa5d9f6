import { commandOf, runSteps, STATIC_STEPS } from './steps.ts';

/** `npm run check`: what can be known in seconds and without a database. */
await runSteps([
  ...STATIC_STEPS,
  {
    title: '单元测试',
    words: [commandOf('vitest', 'vitest'), 'run', '--project', 'unit', '--project', 'thread'],
  },
]);
