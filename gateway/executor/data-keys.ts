import type { FieldNode } from 'graphql';
import { print } from 'graphql';

/**
 * The keys under which fields stand in the gathered data. They are not the client's: an alias that hides the name of
 * a key or of a required field misleads plans.
 */
export interface DataKeys {
  /**
   * The field's own name where nothing speaks against it. A leaf has one key for all its aliases; objects stay apart
   * by alias, so that an error below one of them nulls nothing of the other.
   */
  keyOf(field: FieldNode): string;
  /** A mutation's root fields each run, however much they look alike. */
  mutationKeyOf(position: number): string;
  /** What the gateway answers itself; no name of a field can be the same. */
  introspectionKeyOf(responseKey: string): string;
}

/** The data keys of one operation; `taken` are the names of all fields of the supergraph. */
export function createDataKeys(taken: ReadonlySet<string>): DataKeys {
  const keys = new Map<string, string>();
  const used = new Set(taken);
  const free = (name: string): string => {
    let number = 0;
    while (used.has(`a${number}_${name}`)) number += 1;
    used.add(`a${number}_${name}`);
    return `a${number}_${name}`;
  };
  const keyUnder = (identity: string, name: string): string => {
    const key = keys.get(identity) ?? free(name);
    keys.set(identity, key);
    return key;
  };
  return {
    keyOf({ name, alias, arguments: given = [], selectionSet }) {
      const responseKey = selectionSet === undefined ? name.value : (alias?.value ?? name.value);
      if (given.length === 0 && responseKey === name.value) return name.value;
      const values = given.map((argument) => print(argument)).sort();
      return keyUnder(`${responseKey}: ${name.value}(${values.join(', ')})`, name.value);
    },
    mutationKeyOf: (position) => keyUnder(`mutation ${position}`, 'mutation'),
    introspectionKeyOf: (responseKey) => `introspection ${responseKey}`,
  };
}
