import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Bill {
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version: string;
    readonly hashes: readonly { readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as T;

const print = (): string =>
  execFileSync(process.execPath, [new URL('../scripts/sbom.ts', import.meta.url).pathname], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });

const text = print();
const bill = JSON.parse(text) as Bill;
const { packages } = read<{
  packages: Record<
    string,
    { version: string; name?: string; dev?: boolean; link?: boolean; integrity?: string }
  >;
}>('package-lock.json');
const installed = Object.entries(packages).filter(
  ([path, entry]) => path.startsWith('node_modules/') && entry.dev !== true && entry.link !== true,
);

test('has every package that an installation brings, with its checksum, and no other', () => {
  const wanted = installed.map(
    ([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`,
  );
  const told = bill.components.map(({ name, version }) => `${name}@${version}`);
  expect(told.toSorted()).toEqual([...new Set(wanted)].toSorted());
  expect(told).toContain('graphql@16.15.0');
  const sums = installed.map(([, { integrity = '' }]) =>
    Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
  );
  expect(new Set(bill.components.map(({ hashes }) => hashes[0]?.content))).toEqual(new Set(sums));
});

test('tells what asks for what: everything is reached from the hub, and nothing is asked for that is not there', () => {
  const dependsOn = new Map(bill.dependencies.map((one) => [one.ref, one.dependsOn]));
  const reached = new Set<string>();
  const reach = (reference: string): void => {
    if (reached.has(reference)) return;
    reached.add(reference);
    for (const next of dependsOn.get(reference) ?? []) reach(next);
  };
  reach(bill.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/zongheng@'))?.ref ?? 'missing');
  const known = bill.components.map((one) => one['bom-ref']);
  expect(known.filter((reference) => !reached.has(reference))).toEqual([]);
  expect(
    bill.dependencies.flatMap((one) => one.dependsOn).filter((reference) => !known.includes(reference)),
  ).toEqual([]);
});

test('is the same whenever it is made', () => {
  expect(print()).toBe(text);
  expect(text).not.toMatch(/timestamp|serialNumber/u);
});
