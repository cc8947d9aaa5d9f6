import { readFileSync } from 'node:fs';
import { reaches } from '../cli/floors/reaches.ts';
import { type LockedPackage, runtimePackages } from './lockfile.ts';

/** What security-floor.json says. */
export interface SecurityFloor {
  readonly node: { readonly floor: string; readonly advisory: string };
  readonly mostRuntimePackages: number;
  readonly floors: Readonly<Record<string, { readonly floor: string; readonly advisory: string }>>;
  readonly banned: Readonly<Record<string, string>>;
}

/** The floors that are committed. */
export const readSecurityFloor = (): SecurityFloor =>
  JSON.parse(readFileSync(new URL('../security-floor.json', import.meta.url), 'utf8')) as SecurityFloor;

/** Everything in a lockfile that is below its floor or banned, as `name@version: advisory`. */
export const unsafePackages = (
  packages: readonly LockedPackage[],
  { floors, banned }: Pick<SecurityFloor, 'floors' | 'banned'>,
): readonly string[] => {
  const low = packages.flatMap(({ name, version }) => {
    const rule = Object.hasOwn(floors, name) ? floors[name] : undefined;
    if (rule === undefined || reaches(version, rule.floor)) return [];
    return [`${name}@${version}: ${rule.advisory} (≥ ${rule.floor})`];
  });
  const forbidden = runtimePackages(packages).flatMap(({ name, version }) =>
    Object.hasOwn(banned, name) ? [`${name}@${version}: ${banned[name]}`] : [],
  );
  return [...low, ...forbidden];
};
