import type { DataObject } from './answer-shape.ts';
import { isDataObject } from './answer-shape.ts';
import type { FieldsOf, ProjectedField } from './completion.ts';
import type { ResponsePath } from './target-path.ts';

interface Place {
  readonly path: ResponsePath;
  readonly fieldsOf: FieldsOf | undefined;
}

/**
 * Translates a path through the data into the client's paths: under every alias the client gave, and only as far
 * as it selected. What a plan fetched for itself (keys, required fields) must not be named in an answer.
 */
export function clientPaths(root: FieldsOf, data: DataObject, path: ResponsePath): readonly ResponsePath[] {
  let places: readonly Place[] = [{ path: [], fieldsOf: root }];
  let value: unknown = data;
  const ended: ResponsePath[] = [];
  for (const segment of path) {
    if (typeof segment === 'number') {
      places = places.map((place) => ({ ...place, path: [...place.path, segment] }));
      value = Array.isArray(value) ? value[segment] : undefined;
      continue;
    }
    const typeName = isDataObject(value) ? value['__typename'] : undefined;
    const next = places.flatMap(({ path: before, fieldsOf }) =>
      (fieldsOf?.(typeName) ?? [])
        .filter(({ source }) => source === segment)
        .filter(({ once }, index) => index === 0 || !once)
        .map(({ key, below }) => ({ path: [...before, key], fieldsOf: below })),
    );
    if (next.length === 0) {
      ended.push(...places.map((place) => place.path));
      places = [];
      break;
    }
    places = next;
    value = isDataObject(value) ? value[segment] : undefined;
  }
  return [...places.map((place) => place.path), ...ended];
}

/** Where in the answer a client's path stands: the position of each of its fields among those selected beside it. */
export function answerOrder(root: FieldsOf, data: DataObject, path: ResponsePath): readonly number[] {
  let fieldsOf: FieldsOf | undefined = root;
  let value: unknown = data;
  return path.map((segment) => {
    if (typeof segment === 'number') {
      value = Array.isArray(value) ? value[segment] : undefined;
      return segment;
    }
    const fields: readonly ProjectedField[] =
      fieldsOf?.(isDataObject(value) ? value['__typename'] : undefined) ?? [];
    const position = fields.findIndex(({ key }) => key === segment);
    const field = fields[position];
    value = field !== undefined && isDataObject(value) ? value[field.source] : undefined;
    fieldsOf = field?.below;
    return position;
  });
}
