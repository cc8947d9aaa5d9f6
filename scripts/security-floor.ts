import { readFileSync } from 'node:fs';
import { type LockedPackage, runtimePackages } from './lockfile.ts';

/** What security-floor.json says. */
export interface SecurityFloor {
  readonly node: { readonly floor: string; readonly advisory: string };
  readonly mostRuntimePackages: number;
  readonly floors: Readonly<Record<string, { readonly floor: string; readonly advisory: string }>>;
  readonly banned: Readonly<Record<string, string>>;
}

export const readSecurityFloor = (): SecurityFloor =>
  JSON.parse(readFileSync(new URL('../security-floor.json', import.meta.url), 'utf8')) as SecurityFloor;

const numbersOf = (version: string): readonly number[] =>
  (version.split('-')[0] ?? '').split('.').map(Number);

/** Whether a version is the floor or later. A pre-release comes before its release. */
export const reaches = (version: string, floor: string): boolean => {
  const wanted = numbersOf(floor);
  for (const [place, number] of numbersOf(version).entries()) {
    const other = wanted[place] ?? 0;
    if (number !== other) return number > other;
  }
  return !version.includes('-');
};

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
