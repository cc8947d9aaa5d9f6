import { readFile, writeFile } from 'node:fs/promises';
import { compositionDrift, writeComposedFiles } from '../gateway/composed-files.ts';
import { elementsSdl } from './elements-sdl.ts';

/** `npm run generate` writes the generated files; with `--check` it only tells whether they have drifted. */
const ELEMENTS = new URL('../schema/elements.graphql', import.meta.url);

const checking = process.argv.includes('--check');
const wanted = elementsSdl();
const committed = await readFile(ELEMENTS, 'utf8').catch(() => '');
const drifted: string[] = committed === wanted ? [] : ['schema/elements.graphql'];
if (!checking) await writeFile(ELEMENTS, wanted);
drifted.push(...(checking ? await compositionDrift() : await writeComposedFiles()));

for (const name of drifted) process.stderr.write(`${checking ? '与来源不一致' : '已重新生成'}：${name}\n`);
if (checking && drifted.length > 0) {
  process.stderr.write('请运行 npm run generate 并提交。\n');
  process.exitCode = 1;
}
