import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import type { AnswerShape } from './answer-shape.ts';
import { isDataObject, unitedShape } from './answer-shape.ts';
import type { TypeConditions } from './supergraph.ts';
import type { ResponsePath } from './target-path.ts';

/** Changes a representation before it is sent, or an answer before it is merged, in place. */
export type Rewrite = (value: unknown) => void;

type Plain =
  | { readonly path: readonly FetchNodePathSegment[]; readonly setValueTo: string }
  | { readonly path: readonly FetchNodePathSegment[]; readonly renameKeyTo: string };

function plainOf(rewrite: FetchRewrite): Plain {
  if ('ValueSetter' in rewrite) return rewrite.ValueSetter;
  if ('KeyRenamer' in rewrite) return rewrite.KeyRenamer;
  return rewrite;
}

function compileRewrite(rewrite: Plain, types: TypeConditions): Rewrite {
  const { path } = rewrite;
  const apply = (value: unknown, position: number): void => {
    if (Array.isArray(value)) {
      for (const element of value) apply(element, position);
      return;
    }
    const segment = path[position];
    if (!isDataObject(value) || segment === undefined) return;
    if ('TypenameEquals' in segment) {
      const typeName = value['__typename'];
      const fits =
        typeof typeName !== 'string' ||
        segment.TypenameEquals.some((condition) => types.satisfies(typeName, condition));
      if (fits) apply(value, position + 1);
    } else if (position + 1 < path.length) {
      apply(value[segment.Key], position + 1);
    } else if (Object.hasOwn(value, segment.Key)) {
      if ('setValueTo' in rewrite) {
        value[segment.Key] = rewrite.setValueTo;
      } else {
        value[rewrite.renameKeyTo] = value[segment.Key];
        delete value[segment.Key];
      }
    }
  };
  return (value) => apply(value, 0);
}

/** All rewrites of a fetch as one function; `undefined` when there are none. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(plainOf(rewrite), types));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

/** What renamed keys change besides the data: the shape to merge by, and the paths of errors. */
export interface Renaming {
  shapeOf(shape: AnswerShape): AnswerShape;
  pathOf(path: ResponsePath): ResponsePath;
}

function renamedPath(path: ResponsePath, keys: readonly string[], to: string): ResponsePath {
  const found = path.filter((segment) => typeof segment === 'string');
  if (!keys.every((key, index) => found[index] === key)) return path;
  let seen = 0;
  return path.map((segment) => (typeof segment === 'string' && ++seen === keys.length ? to : segment));
}

/** The renaming that goes with the output rewrites of a fetch. */
export function renamingOf(rewrites: readonly FetchRewrite[] | undefined): Renaming {
  const renames = (rewrites ?? []).map(plainOf).flatMap((rewrite) => {
    if (!('renameKeyTo' in rewrite)) return [];
    const keys = rewrite.path.flatMap((segment) => ('Key' in segment ? [segment.Key] : []));
    return [{ keys, to: rewrite.renameKeyTo }];
  });
  const renamed = (shape: AnswerShape, keys: readonly string[], to: string): AnswerShape => {
    const [key, ...rest] = keys;
    if (key === undefined || !shape.keys.has(key)) return shape;
    const inner = shape.keys.get(key);
    const result = new Map(shape.keys);
    if (rest.length > 0) {
      if (inner !== undefined) result.set(key, renamed(inner, rest, to));
    } else {
      result.set(to, result.has(to) ? unitedShape(result.get(to), inner) : inner);
    }
    return { keys: result };
  };
  return {
    shapeOf: (shape) => renames.reduce((current, { keys, to }) => renamed(current, keys, to), shape),
    pathOf: (path) => renames.reduce((current, { keys, to }) => renamedPath(current, keys, to), path),
  };
}
