import { Kind, parse, valueFromASTUntyped } from 'graphql';

/** Address of each subgraph by its name, as the supergraph's `@join__graph(name:, url:)` states them. */
export function supergraphAddresses(supergraphSdl: string): Readonly<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { directives } of definition.values ?? []) {
      const graph = directives?.find(({ name }) => name.value === 'join__graph');
      const stated = Object.fromEntries(
        (graph?.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
      );
      if (typeof stated['name'] === 'string') addresses[stated['name']] = String(stated['url'] ?? '');
    }
  }
  return addresses;
}
