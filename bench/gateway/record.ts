import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chartOf } from './chart.ts';
import type { GatewayFigures } from './figures.ts';
import { BENCH_SIZES } from './options.ts';
import { ROOT } from './server-process.ts';
import { sizeSection } from './tables.ts';

const CHARTS = join(ROOT, 'docs/charts');
const DOCUMENT = join(ROOT, 'docs/performance.md');
const BLOCK = /(<!-- gateway -->\n)[\s\S]*(<!-- \/gateway -->)/u;

const figuresFile = (size: string): string => join(CHARTS, `gateway-${size}.json`);

const recorded = async (): Promise<readonly GatewayFigures[]> => {
  const texts = await Promise.all(
    Object.keys(BENCH_SIZES).map((size) => readFile(figuresFile(size), 'utf8').catch(() => undefined)),
  );
  return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as GatewayFigures]));
};

/** Keeps the figures of one size beside the documents, draws their chart and writes the tables of every size anew. */
export const recordFigures = async (figures: GatewayFigures): Promise<void> => {
  await mkdir(CHARTS, { recursive: true });
  await writeFile(figuresFile(figures.size), `${JSON.stringify(figures, null, 2)}\n`);
  await writeFile(join(CHARTS, `gateway-${figures.size}.svg`), chartOf(figures));
  const sections = (await recorded()).map(sizeSection).join('\n\n');
  const document = await readFile(DOCUMENT, 'utf8');
  if (!BLOCK.test(document)) throw new Error('docs/performance.md has no place for the figures');
  await writeFile(
    DOCUMENT,
    document.replace(BLOCK, (_all, begin: string, end: string) => `${begin}\n${sections}\n\n${end}`),
  );
};
