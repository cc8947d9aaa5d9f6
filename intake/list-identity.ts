import { enumerate } from '../catalog/enumerations.ts';
import { parseLevel } from '../catalog/levels.ts';
import { type Problem, problem } from '../catalog/problems.ts';
import { normalizeRegionCode } from '../catalog/regions.ts';
import type { Sql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import type { ListIdentity } from './draft.ts';
import { stableId } from './identity.ts';

/** What a caller says of a list; everything but the key may be left out once the list is known. */
export interface ListWords {
  readonly key: string;
  readonly level?: string | undefined;
  readonly region?: string | undefined;
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
}

export type ListResult =
  | { readonly kind: 'LIST'; readonly list: ListIdentity }
  | { readonly kind: 'REFUSED'; readonly problems: readonly Problem[] };

type Known = {
  readonly level: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly name: string;
  /** Published, so that nothing but its name may change; what a mere draft says is replaced with it. */
  readonly binding: boolean;
};

const findKnown = async (sql: Sql, key: string): Promise<Known | undefined> => {
  const [row] = await sql<Known[]>`
    select level, kind, region_code as "regionCode", catalog_name as name, true as binding
    from reference.catalog where catalog_key = ${key} and to_release = ${CURRENT}
    union all
    select level, kind, region_code, catalog_name, false from intake.draft where catalog_key = ${key}
    order by binding desc limit 1`;
  return row;
};

const readRegion = (raw: string | undefined): string | Problem | undefined => {
  if (raw === undefined) return undefined;
  const read = normalizeRegionCode(raw);
  return 'code' in read ? read.code : read.problem;
};

const readKind = (raw: string | undefined): string | Problem | undefined => {
  if (raw === undefined) return undefined;
  const read = enumerate('ListKind', raw);
  return 'symbol' in read ? read.symbol : problem('KIND_UNKNOWN', { value: raw });
};

const readLevel = (raw: string | undefined): string | Problem | undefined =>
  raw === undefined ? undefined : (parseLevel(raw) ?? problem('UNKNOWN_LEVEL', { value: raw }));

const isProblem = (value: string | Problem | undefined): value is Problem => typeof value === 'object';

/**
 * The identity of the list a file is imported to: what is known of its key, or for a new key what the caller says.
 * A new list without level, region or kind is refused, and so is a published one that is now said to be another.
 */
export const identifyList = async (sql: Sql, words: ListWords): Promise<ListResult> => {
  const known = await findKnown(sql, words.key);
  const said = {
    level: readLevel(words.level),
    regionCode: readRegion(words.region),
    kind: readKind(words.kind),
  };
  const problems: Problem[] = Object.values(said).filter(isProblem);
  const pick = (part: 'level' | 'regionCode' | 'kind', missing: () => Problem, title: string): string => {
    const value = said[part];
    if (isProblem(value)) return '';
    if (value === undefined && known === undefined) problems.push(missing());
    if (value !== undefined && known?.binding === true && known[part] !== value) {
      problems.push(problem('LIST_MISMATCH', { value: words.key, title, other: known[part], detail: value }));
    }
    return value ?? known?.[part] ?? '';
  };
  const list: ListIdentity = {
    catalogId: stableId('catalog', words.key),
    key: words.key,
    name: words.name ?? known?.name ?? words.key,
    level: pick('level', () => problem('LEVEL_MISSING'), '层级'),
    kind: pick('kind', () => problem('KIND_MISSING'), '种类'),
    regionCode: pick('regionCode', () => problem('REGION_MISSING'), '区划'),
  };
  return problems.length > 0 ? { kind: 'REFUSED', problems } : { kind: 'LIST', list };
};
