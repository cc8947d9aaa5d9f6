import type { GraphQLResolveInfo } from 'graphql';
import { parseSchemeCode } from '../catalog/codes/parse.ts';
import { perProjection, valueLoader } from './batch.ts';
import type { ItemQueries } from './item-queries.ts';
import type { Item } from './item-row.ts';

/** Reads items of one release for as many fields as ask at the same moment, in one statement. */
export interface ItemLoaders {
  readonly byId: (id: string, info: GraphQLResolveInfo) => Promise<Item | null>;
  /** By a code as it is written, or by `SCHEME:code`. */
  readonly byCode: (code: string, info: GraphQLResolveInfo) => Promise<Item | null>;
}

/** `SCHEME:normalised`, the form codes are compared in, of a code or `SCHEME:code` as a caller writes it. */
export const codeKeyOf = (text: string): string => {
  const { scheme, normalized } = parseSchemeCode(text);
  return `${scheme}:${normalized}`;
};

/** Loaders over one subgraph's items, which read what is asked for and no more. */
export const createItemLoaders = (queries: ItemQueries, release: number): ItemLoaders => {
  const byId = perProjection((projection) =>
    valueLoader(
      (ids) => queries.byIds(release, ids, projection),
      (item) => item.id,
    ),
  );
  const byCodeKey = perProjection((projection) =>
    valueLoader(
      (keys) => queries.byCodeKeys(release, keys, projection),
      (item) => item.codeKey ?? '',
    ),
  );
  return {
    byId: (id, info) => byId(id, queries.projection(info)),
    byCode: (code, info) => byCodeKey(codeKeyOf(code), queries.projection(info)),
  };
};
