import { readFileSync } from 'node:fs';
import { readLockfile } from './lockfile.ts';
import { softwareBill } from './software-bill.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/** `npm run --silent sbom`: the software bill of materials on standard output. */
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest;
const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
process.stdout.write(
  `${JSON.stringify(softwareBill({ ...manifest, dependencies }, readLockfile()), null, 2)}\n`,
);
