/**
 * Groups things that hang together, directly or through others: labels on the same item depend on each other, so a
 * sample is drawn by groups and not by labels. Each thing has at least one key; groups come in the order of their first
 * thing.
 */
export function familiesOf<Thing>(
  things: readonly Thing[],
  keysOf: (thing: Thing) => readonly string[],
): readonly (readonly Thing[])[] {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let top = key;
    for (let next = parent.get(top); next !== undefined && next !== top; next = parent.get(top)) top = next;
    parent.set(key, top);
    return top;
  };
  for (const thing of things) {
    const [first, ...rest] = keysOf(thing).map(root);
    if (first === undefined) throw new Error('a thing without a key belongs to no family');
    for (const other of rest) parent.set(other, root(first));
  }
  const families = new Map<string, Thing[]>();
  for (const thing of things) {
    const family = root(keysOf(thing)[0] ?? '');
    const members = families.get(family);
    if (members === undefined) families.set(family, [thing]);
    else members.push(thing);
  }
  return [...families.values()];
}
