import type { GraphQLResolveInfo } from 'graphql';
import { parseSchemeCode } from '../catalog/codes/parse.ts';
import { perArguments, valueLoader } from './batch.ts';
import type { ItemQueries } from './item-queries.ts';
import { type Item, LONG_FIELDS } from './item-row.ts';
import { asksFor } from './selection.ts';

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

/** Loaders over one subgraph's items; the long parts are read only when `elements`, `source` or `problems` is asked for. */
export const createItemLoaders = (queries: ItemQueries, release: number): ItemLoaders => {
  const byId = perArguments((long: boolean) =>
    valueLoader(
      (ids) => queries.byIds(release, ids, long),
      (item) => item.id,
    ),
  );
  const byCodeKey = perArguments((long: boolean) =>
    valueLoader(
      (keys) => queries.byCodeKeys(release, keys, long),
      (item) => item.codeKey ?? '',
    ),
  );
  return {
    byId: (id, info) => byId(id, asksFor(info, LONG_FIELDS)),
    byCode: (code, info) => byCodeKey(codeKeyOf(code), asksFor(info, LONG_FIELDS)),
  };
};
