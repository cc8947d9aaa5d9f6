import { commandOf, runSteps } from './steps.ts';

/** `npm run golden`: writes the golden answers, judgements and numbers of statements anew, to be reviewed as a change. */
process.env['WRITE_GOLDEN'] = '1';
await runSteps([
  {
    title: '匹配答案',
    words: [
      commandOf('vitest', 'vitest'),
      'run',
      '--project',
      'unit',
      'test/matching/block/golden-judgements',
    ],
  },
  { title: '金标答案', words: [commandOf('vitest', 'vitest'), 'run', '--project', 'e2e', 'test/operations'] },
]);
