import { readFile, writeFile } from 'node:fs/promises';
import { rulesPage } from '../comparison/rules-page.ts';
import { compositionDrift, writeComposedFiles } from '../gateway/composed-files.ts';
import { problemsPage } from '../gateway/problems-page.ts';
import { elementsSdl } from './elements-sdl.ts';

/** `npm run generate` writes the generated files; with `--check` it only tells whether they have drifted. */
const GENERATED: Readonly<Record<string, () => string>> = {
  'schema/elements.graphql': elementsSdl,
  'docs/problems.md': problemsPage,
  'docs/comparison-rules.md': rulesPage,
};

const checking = process.argv.includes('--check');
const drifted: string[] = [];
for (const [name, make] of Object.entries(GENERATED)) {
  const file = new URL(`../${name}`, import.meta.url);
  const wanted = make();
  if ((await readFile(file, 'utf8').catch(() => '')) === wanted) continue;
  drifted.push(name);
  if (!checking) await writeFile(file, wanted);
}
drifted.push(...(checking ? await compositionDrift() : await writeComposedFiles()));

for (const name of drifted) process.stderr.write(`${checking ? '与来源不一致' : '已重新生成'}：${name}\n`);
if (checking && drifted.length > 0) {
  process.stderr.write('请运行 npm run generate 并提交。\n');
  process.exitCode = 1;
}
