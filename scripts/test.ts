import { ensureChromium } from '../test/support/browser.ts';
import { commandOf, runSteps } from './steps.ts';

/** `npm test`: every check and every test; a browser is installed first where that is possible. */
await ensureChromium();
await runSteps([
  { title: '类型', words: [commandOf('typescript', 'tsc'), '--noEmit'] },
  { title: '页面的类型', words: [commandOf('typescript', 'tsc'), '-p', 'test/web'] },
  { title: '格式与规范', words: [commandOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings'] },
  { title: '生成的文件', words: ['scripts/generate.ts', '--check'] },
  { title: '全部测试', words: [commandOf('vitest', 'vitest'), 'run'] },
]);
