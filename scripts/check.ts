import { commandOf, runSteps } from './steps.ts';

/** `npm run check`: what can be known in seconds and without a database. */
await runSteps([
  { title: '类型', words: [commandOf('typescript', 'tsc'), '--noEmit'] },
  { title: '页面的类型', words: [commandOf('typescript', 'tsc'), '-p', 'test/web'] },
  { title: '格式与规范', words: [commandOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings'] },
  { title: '生成的文件', words: ['scripts/generate.ts', '--check'] },
  { title: '单元测试', words: [commandOf('vitest', 'vitest'), 'run', '--project', 'unit'] },
]);
