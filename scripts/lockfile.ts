import { readFileSync } from 'node:fs';

/** One package as package-lock.json tells it. */
export interface LockedPackage {
  /** Where it is installed: `node_modules/a/node_modules/b`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly integrity: string | undefined;
  readonly license: string | undefined;
  /** Whether only those who develop install it. */
  readonly isForDevelopment: boolean;
  readonly hasInstallScript: boolean;
  /** The names it asks for, of which an optional one may be missing. */
  readonly asksFor: readonly string[];
}

type Names = Readonly<Record<string, string>>;

interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
}

const packageOf = ([path, entry]: readonly [string, Entry]): LockedPackage => ({
  path,
  // An alias is installed under a name that is not its own.
  name: entry.name ?? path.replace(/^.*node_modules\//u, ''),
  version: entry.version ?? '',
  integrity: entry.integrity,
  license: entry.license,
  isForDevelopment: entry.dev === true,
  hasInstallScript: entry.hasInstallScript === true,
  asksFor: Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies }),
});

/** The foreign packages of a lockfile's text, by their places; our own folders are none. */
export const lockedPackages = (text: string): readonly LockedPackage[] =>
  Object.entries((JSON.parse(text) as { readonly packages: Readonly<Record<string, Entry>> }).packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true)
    .map(packageOf)
    .sort((one, other) => (one.path < other.path ? -1 : 1));

/** What an installation without development packages brings. */
export const runtimePackages = (packages: readonly LockedPackage[]): readonly LockedPackage[] =>
  packages.filter(({ isForDevelopment }) => !isForDevelopment);

/** The foreign packages of the committed lockfile. */
export const readLockfile = (): readonly LockedPackage[] =>
  lockedPackages(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
