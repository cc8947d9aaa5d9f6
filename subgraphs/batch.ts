import DataLoader from 'dataloader';
import type { Projection } from './projection.ts';

/** A loader of one value per key: `load` answers all keys in one statement, in any order. */
export const valueLoader = <Row>(
  load: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> =>
  new DataLoader(async (keys) => {
    const rows = new Map((await load(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });

/** A loader of several values per key, in the order they come. */
export const groupLoader = <Row>(
  load: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> =>
  new DataLoader(async (keys) => {
    const groups = Map.groupBy(await load(keys), keyOf);
    return keys.map((key) => groups.get(key) ?? []);
  });

/**
 * One loader per set of equal arguments: all parents whose field is asked for with the same arguments are answered
 * in one statement, aliases with other arguments in one of their own.
 */
export const perArguments = <Arguments, Value>(
  loaderOf: (args: Arguments) => DataLoader<string, Value>,
): ((key: string, args: Arguments) => Promise<Value>) => {
  const loaders = new Map<string, DataLoader<string, Value>>();
  return (key, args) => {
    const name = JSON.stringify(args);
    const loader = loaders.get(name) ?? loaderOf(args);
    loaders.set(name, loader);
    return loader.load(key);
  };
};

/** One loader per projection: fields that ask for the same of their rows are answered in one statement. */
export const perProjection = <Value>(
  loaderOf: (projection: Projection) => DataLoader<string, Value>,
): ((key: string, projection: Projection) => Promise<Value>) => {
  const loaders = new Map<string, DataLoader<string, Value>>();
  return (key, projection) => {
    const loader = loaders.get(projection.key) ?? loaderOf(projection);
    loaders.set(projection.key, loader);
    return loader.load(key);
  };
};
