import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { DataObject } from './answer-shape.ts';
import { isDataObject } from './answer-shape.ts';
import type { TypeConditions } from './supergraph.ts';

/**
 * Builds what a subgraph is told about an entity; `undefined` when the entity is not of the types asked for,
 * or when something required never arrived. Required values that arrived as null are sent as null.
 */
export type RepresentationOf = (entity: DataObject) => DataObject | undefined;

/** Writes its part of a representation; false when a required value is missing. */
type Part = (source: DataObject, into: DataObject) => boolean;

const MISSING = Symbol('missing');

/** Compiles the `requires` of a fetch. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  types: TypeConditions,
): RepresentationOf {
  const part = compileSelections(requires, types);
  return (entity) => {
    const representation: DataObject = {};
    if (!part(entity, representation)) return undefined;
    for (const _ in representation) return representation;
    return undefined;
  };
}

function compileSelections(selections: readonly RequiresSelection[], types: TypeConditions): Part {
  const parts = selections.map((selection): Part => {
    if (selection.kind === 'Field') return compileField(selection, types);
    if (selection.kind === 'InlineFragment') return compileFragment(selection, types);
    throw new Error(`the plan requires a fragment by name: ${selection.value}`);
  });
  return (source, into) => {
    for (const part of parts) if (!part(source, into)) return false;
    return true;
  };
}

function compileFragment(
  { typeCondition, selections }: Extract<RequiresSelection, { kind: 'InlineFragment' }>,
  types: TypeConditions,
): Part {
  const part = compileSelections(selections, types);
  return (source, into) => {
    const typeName = source['__typename'];
    if (typeof typeName === 'string' && !types.satisfies(typeName, typeCondition)) return true;
    return part(source, into);
  };
}

function compileField(
  { name, alias, selections }: Extract<RequiresSelection, { kind: 'Field' }>,
  types: TypeConditions,
): Part {
  // The planner fetches a required field under a name of its own where the client's selection has taken the
  // field's name (other arguments): then `name` is the key in the data and `alias` the field's true name.
  const target = alias ?? name;
  const part =
    selections === undefined || selections.length === 0 ? undefined : compileSelections(selections, types);
  return (source, into) => {
    const own = Object.hasOwn(source, name) ? source[name] : undefined;
    const found = own === undefined && alias !== undefined ? source[alias] : own;
    if (found === undefined || typeof found === 'function') return false;
    const value = part === undefined ? found : nested(found, part, into[target]);
    if (value === MISSING) return false;
    into[target] = value;
    return true;
  };
}

/** `before` is what another fragment has already written under the same key. */
function nested(found: unknown, part: Part, before: unknown): unknown {
  if (Array.isArray(found)) {
    const earlier = Array.isArray(before) ? before : [];
    const values: unknown[] = [];
    for (let index = 0; index < found.length; index++) {
      const value = nested(found[index], part, earlier[index]);
      if (value === MISSING) return MISSING;
      values.push(value);
    }
    return values;
  }
  if (!isDataObject(found)) return found;
  const value: DataObject = isDataObject(before) ? before : {};
  return part(found, value) ? value : MISSING;
}
