import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A command of this project's dependencies, run by the Node this script runs on. */
export interface Step {
  readonly title: string;
  readonly words: readonly string[];
}

const require = createRequire(import.meta.url);

/** The script behind a dependency's command, so that nothing depends on the PATH. */
export const commandOf = (dependency: string, command: string): string => {
  const manifest = require(`${dependency}/package.json`) as { bin: string | Record<string, string> };
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (file === undefined) throw new Error(`${dependency} has no command ${command}`);
  return join(dirname(require.resolve(`${dependency}/package.json`)), file);
};

const run = (step: Step): Promise<number> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, step.words, { stdio: 'inherit' });
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });

/** Runs the steps one after the other and ends the process with 1 when any of them failed. */
export const runSteps = async (steps: readonly Step[]): Promise<void> => {
  const failed: string[] = [];
  for (const step of steps) {
    const begun = performance.now();
    const code = await run(step);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stderr.write(`${code === 0 ? '通过' : '未通过'}：${step.title}（${seconds} 秒）\n`);
    if (code !== 0) failed.push(step.title);
  }
  if (failed.length === 0) return;
  process.stderr.write(`未通过的步骤：${failed.join('、')}\n`);
  process.exitCode = 1;
};

/** What is checked without running a test. */
export const STATIC_STEPS: readonly Step[] = [
  { title: '类型', words: [commandOf('typescript', 'tsc'), '--noEmit'] },
  { title: '页面的类型', words: [commandOf('typescript', 'tsc'), '-p', 'test/web'] },
  { title: '格式与规范', words: [commandOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings'] },
  { title: '生成的文件', words: ['scripts/generate.ts', '--check'] },
];
