import { ensureChromium } from '../test/support/browser.ts';
import { commandOf, runSteps, STATIC_STEPS } from './steps.ts';

/** `npm test`: every check and every test; a browser is installed first where that is possible. */
ensureChromium();
await runSteps([...STATIC_STEPS, { title: '全部测试', words: [commandOf('vitest', 'vitest'), 'run'] }]);
