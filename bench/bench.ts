import { BENCHMARKS } from './benchmarks.ts';

const [name, ...words] = process.argv.slice(2);
const benchmark = BENCHMARKS[name ?? ''];
if (benchmark === undefined) {
  process.stderr.write(
    `用法：npm run bench -- <名称> [--json]\n名称：${Object.keys(BENCHMARKS).join('、')}\n`,
  );
  process.exitCode = 2;
} else {
  const result = await benchmark((sentence) => process.stderr.write(`${sentence}\n`), words);
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
  else for (const [title, value] of Object.entries(result)) process.stdout.write(`${title}\t${value}\n`);
}
