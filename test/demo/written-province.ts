import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { GuideRecord } from '../../demo/guide-record.ts';
import type { Truth } from '../../demo/truth.ts';
import { type DemoManifest, type DemoOptions, writeDemo } from '../../demo/write-demo.ts';

export type Row = Readonly<Record<string, string>>;

/** A demonstration province as a reader of its files sees it. */
export interface WrittenProvince {
  readonly manifest: DemoManifest;
  readonly bytes: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  readonly guides: ReadonlyMap<string, readonly GuideRecord[]>;
  readonly truths: readonly Truth[];
}

/** Writes a province into a directory of its own, reads everything back and removes the directory. */
export async function writtenProvince(options: Omit<DemoOptions, 'out'>): Promise<WrittenProvince> {
  const out = await mkdtemp(join(tmpdir(), 'zongheng-demo-test-'));
  try {
    const manifest = await writeDemo({ ...options, out });
    const names = [...manifest.files, ...manifest.earlier].map(({ file }) => file);
    const bytes = new Map<string, string>();
    for (const name of [...names, manifest.truth, 'manifest.json'])
      bytes.set(name, await readFile(join(out, name), 'utf8'));
    const text = (name: string) => bytes.get(name) ?? '';
    const csv = names.filter((name) => name.endsWith('.csv'));
    const jsonLines = names.filter((name) => name.endsWith('.jsonl'));
    return {
      manifest,
      bytes,
      tables: new Map(
        csv.map((name) => [
          name,
          Papa.parse<Row>(text(name), { header: true, newline: '\n', skipEmptyLines: true }).data,
        ]),
      ),
      guides: new Map(jsonLines.map((name) => [name, lines<GuideRecord>(text(name))])),
      truths: lines<Truth>(text(manifest.truth)),
    };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

function lines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
