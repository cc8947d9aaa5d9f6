import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { DataObject } from './answer-shape.ts';
import { isDataObject } from './answer-shape.ts';
import type { TypeConditions } from './supergraph.ts';

export type ResponsePath = readonly (string | number)[];

/** The objects a step of a plan starts from. */
export interface TargetPath {
  /** The objects at the path in the data, in the data's order. */
  collect(data: DataObject): DataObject[];
  /** Where in the answer each of these objects stands. */
  locate(data: DataObject, targets: ReadonlySet<DataObject>): Map<DataObject, ResponsePath>;
  /** The response keys of the path, without list positions. */
  readonly keys: readonly string[];
}

function fits(object: DataObject, conditions: readonly string[], types: TypeConditions): boolean {
  const typeName = object['__typename'];
  if (typeof typeName !== 'string') return true;
  for (const condition of conditions) if (types.satisfies(typeName, condition)) return true;
  return false;
}

/**
 * Compiles the path of a Flatten: fields by response key, `@` for the elements of a list, type conditions.
 * Lists are entered wherever they stand, also where a path ends on one.
 */
export function compileTargetPath(
  segments: readonly FlattenNodePathSegment[],
  types: TypeConditions,
): TargetPath {
  const collect = (value: unknown, position: number, found: DataObject[]): void => {
    if (Array.isArray(value)) {
      const next = segments[position] === '@' ? position + 1 : position;
      for (const element of value) collect(element, next, found);
      return;
    }
    if (!isDataObject(value)) return;
    const segment = segments[position];
    if (segment === undefined) found.push(value);
    else if (segment === '@') collect(value, position + 1, found);
    else if ('Field' in segment) collect(value[segment.Field], position + 1, found);
    else if (fits(value, segment.TypeCondition, types)) collect(value, position + 1, found);
  };
  const keys = segments.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));
  return {
    keys,
    collect(data) {
      const found: DataObject[] = [];
      collect(data, 0, found);
      return found;
    },
    // Type conditions are not asked again: a later answer may have made a type name more precise.
    locate(data, targets) {
      const paths = new Map<DataObject, ResponsePath>();
      const walk = (value: unknown, position: number, path: ResponsePath): void => {
        if (Array.isArray(value)) {
          value.forEach((element, index) => {
            walk(element, position, [...path, index]);
          });
        } else if (isDataObject(value)) {
          const key = keys[position];
          if (key !== undefined) walk(value[key], position + 1, [...path, key]);
          else if (targets.has(value)) paths.set(value, path);
        }
      };
      walk(data, 0, []);
      return paths;
    },
  };
}
