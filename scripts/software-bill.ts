import { type LockedPackage, runtimePackages } from './lockfile.ts';

/** What the bill says of the hub itself. */
export interface BillOf {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: readonly string[];
}

const referenceOf = ({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The package that a name means from a place, looked for as Node does: there, then ever further up. */
const resolve = (
  byPath: ReadonlyMap<string, LockedPackage>,
  from: string,
  name: string,
): LockedPackage | undefined => {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/[^/]+(\/[^/]+)?$/u, '')) {
    const found = byPath.get(`${folder}${folder === '' ? '' : '/'}node_modules/${name}`);
    if (found !== undefined || folder === '') return found;
  }
};

const hashesOf = (integrity: string | undefined) =>
  (integrity ?? '').split(' ').flatMap((text) => {
    const [, base64] = /^sha512-(.+)$/u.exec(text) ?? [];
    return base64 === undefined
      ? []
      : [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }];
  });

const componentOf = (one: LockedPackage) => ({
  type: 'library',
  'bom-ref': referenceOf(one),
  name: one.name,
  version: one.version,
  purl: referenceOf(one),
  hashes: hashesOf(one.integrity),
  ...(one.license === undefined ? {} : { licenses: [{ expression: one.license }] }),
});

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * The software bill of materials in CycloneDX 1.6: every package of an installation without development packages, for
 * all platforms, and what asks for what. The same lockfile gives the same bytes: no moment, no random number.
 */
export const softwareBill = (hub: BillOf, locked: readonly LockedPackage[]) => {
  const packages = runtimePackages(locked);
  const byPath = new Map(packages.map((one) => [one.path, one]));
  const asked = new Map<string, Set<string>>();
  const ask = (by: string, from: string, names: readonly string[]): void => {
    const known = asked.get(by) ?? new Set();
    for (const name of names) {
      const found = resolve(byPath, from, name);
      if (found !== undefined) known.add(referenceOf(found));
    }
    asked.set(by, known);
  };
  const own = referenceOf(hub);
  ask(own, '', hub.dependencies);
  for (const one of packages) ask(referenceOf(one), one.path, one.asksFor);
  const components = new Map(packages.map((one) => [referenceOf(one), componentOf(one)]));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: hub.name,
        version: hub.version,
        licenses: [{ license: { id: hub.license } }],
      },
    },
    components: [...components.keys()].sort(byText).map((reference) => components.get(reference)),
    dependencies: [...asked.keys()]
      .sort(byText)
      .map((reference) => ({ ref: reference, dependsOn: [...(asked.get(reference) ?? [])].sort(byText) })),
  };
};
