import type postgres from 'postgres';
import { parseCode } from '../../catalog/codes/parse.ts';
import { nameGrams, normalizeName } from '../../catalog/names.ts';
import { regionLevel, regionParent } from '../../catalog/regions.ts';
import { CURRENT } from '../../db/version.ts';
import { nameKey } from '../../intake/identity.ts';

type Sql = postgres.Sql;

/** In which releases a row is valid: from the first on, up to the second (not included). */
interface Valid {
  readonly from?: number;
  readonly to?: number;
}

/** An item to be stored; what is left out is taken from an ordinary item. */
export interface ItemSeed extends Valid {
  /** ri_… is stored in reference, ci_… in county, ti_… in township. */
  readonly id: string;
  readonly name: string;
  readonly catalog?: string;
  readonly ordinal?: number;
  readonly region?: string;
  readonly level?: string;
  readonly kind?: string;
  readonly type?: string;
  readonly organisation?: string | null;
  readonly basicCode?: string;
  readonly implementationCode?: string;
  readonly localCode?: string;
  readonly state?: string;
  readonly effective?: string;
  readonly cancel?: string;
  readonly version?: number;
  readonly elements?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly { code: string; severity: string; message: string }[];
  readonly audiences?: readonly string[];
  readonly topics?: readonly string[];
}

const versionOf = ({ from = 1, to = CURRENT }: Valid, version = 1) => ({
  from_release: from,
  to_release: to,
  version,
  digest: `${from}-${version}`,
});

const keyOf = (code: string | undefined): string | null => {
  if (code === undefined) return null;
  const { scheme, normalized } = parseCode(code);
  return `${scheme}:${normalized}`;
};

const sharedColumns = (item: ItemSeed) => {
  const region = item.region ?? '880121000000';
  return {
    item_id: item.id,
    ...versionOf(item, item.version),
    catalog_id: item.catalog ?? 'ca_county',
    ordinal: item.ordinal ?? 1,
    level: item.level ?? regionLevel(region) ?? 'COUNTY',
    kind: item.kind ?? (item.id.startsWith('ri_') ? 'REFERENCE' : 'GOVERNMENT_SERVICE'),
    item_type: item.type ?? 'PUBLIC_SERVICE',
    region_code: region,
    organisation_id: item.organisation === undefined ? 'or_police' : item.organisation,
    task_name: item.name,
    name_key: nameKey(normalizeName(item.name)),
    basic_code: item.basicCode ?? null,
    implementation_code: item.implementationCode ?? null,
    local_code: item.localCode ?? null,
    basic_key: keyOf(item.basicCode),
    code_key: keyOf(item.implementationCode ?? item.basicCode ?? item.localCode),
    source_item_key: null,
    task_state: item.state ?? 'IN_FORCE',
    plan_effective_date: item.effective ?? null,
    plan_cancel_date: item.cancel ?? null,
  };
};

const tableOf = (id: string): string =>
  id.startsWith('ri_') ? 'reference.item' : id.startsWith('ci_') ? 'county.item' : 'township.item';

/** Stores items where they belong, in the index of all items, and their names in the vocabulary. */
export const storeItems = async (sql: Sql, items: readonly ItemSeed[]): Promise<void> => {
  for (const [table, group] of Map.groupBy(items, (item) => tableOf(item.id))) {
    const rows = group.map((item) => ({
      ...sharedColumns(item),
      elements: sql.json((item.elements ?? {}) as postgres.JSONValue),
      source: sql.json({ document: '清单.xlsx', sheet: '清单', row: item.ordinal ?? 1, key: item.id }),
      problems: item.problems === undefined ? null : sql.json(item.problems as postgres.JSONValue),
    }));
    await sql`insert into ${sql(table)} ${sql(rows)}`;
  }
  const indexed = items.map((item) => ({
    ...sharedColumns(item),
    audiences: item.audiences === undefined ? null : [...item.audiences],
    topics: item.topics === undefined ? null : [...item.topics],
  }));
  for (const row of indexed) await sql`insert into matching.item ${sql(row)}`;
  for (const name of new Set(items.map((item) => normalizeName(item.name)))) {
    const row = { name_key: nameKey(name), normalized_name: name, grams: [...nameGrams(name)] };
    await sql`insert into matching.name ${sql(row)} on conflict do nothing`;
  }
};

export interface GuideSeed extends Valid {
  readonly id: string;
  readonly item: string | null;
  readonly name?: string;
  readonly precedence?: number;
  readonly version?: number;
  readonly elements?: Readonly<Record<string, unknown>>;
}

export const storeGuides = async (sql: Sql, guides: readonly GuideSeed[]): Promise<void> => {
  const rows = guides.map((guide, index) => ({
    guide_id: guide.id,
    ...versionOf(guide, guide.version),
    catalog_id: 'ca_guides',
    ordinal: index + 1,
    item_id: guide.item,
    precedence: guide.precedence ?? 0,
    guide_name: guide.name ?? '办事指南',
    elements: sql.json((guide.elements ?? {}) as postgres.JSONValue),
    source: sql.json({ document: '指南.json', row: index + 1 }),
  }));
  await sql`insert into guide.guide ${sql(rows)}`;
};

export interface MatchSeed extends Valid {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly kind?: string;
  readonly relation?: string;
  readonly status?: string;
  readonly confidence?: number;
}

/** Stores links; level and region of the left side are those of the stored item. */
export const storeMatches = async (sql: Sql, matches: readonly MatchSeed[]): Promise<void> => {
  for (const match of matches) {
    const row = {
      match_id: match.id,
      ...versionOf(match),
      kind: match.kind ?? 'REFERENCE',
      relation: match.relation ?? 'EQUIVALENT',
      status: match.status ?? 'ACCEPTED',
      method: 'CODE',
      confidence: match.confidence ?? 1,
      left_id: match.left,
      right_id: match.right,
    };
    const { from_release, to_release } = row;
    const [left] = await sql<{ left_level: string; left_region_code: string }[]>`
      select level as left_level, region_code as left_region_code from matching.item
      where item_id = ${match.left} and from_release < ${to_release} and to_release > ${from_release} limit 1`;
    if (left === undefined) throw new Error(`no item ${match.left} to link`);
    await sql`insert into matching.match ${sql({ ...row, ...left })}`;
  }
};

export interface RegionSeed extends Valid {
  readonly code: string;
  readonly name: string;
}

/** Stores regions; level and parent follow from the code. */
export const storeRegions = async (sql: Sql, regions: readonly RegionSeed[]): Promise<void> => {
  const names = new Map(regions.map((region) => [region.code, region.name]));
  const fullName = (code: string): string => {
    const parent = regionParent(code);
    return (parent === undefined ? '' : fullName(parent)) + (names.get(code) ?? '');
  };
  const rows = regions.map((region) => ({
    region_code: region.code,
    ...versionOf(region),
    region_name: region.name,
    full_name: fullName(region.code),
    level: regionLevel(region.code) ?? 'COUNTY',
    parent_code: regionParent(region.code) ?? null,
  }));
  await sql`insert into reference.region ${sql(rows)}`;
};

export interface CatalogSeed extends Valid {
  readonly id: string;
  readonly key: string;
  readonly name?: string;
  readonly region?: string;
  readonly kind?: string;
  readonly itemCount?: number;
}

export const storeCatalogs = async (sql: Sql, catalogs: readonly CatalogSeed[]): Promise<void> => {
  const rows = catalogs.map((catalog) => {
    const region = catalog.region ?? '880121000000';
    return {
      catalog_id: catalog.id,
      ...versionOf(catalog),
      catalog_key: catalog.key,
      catalog_name: catalog.name ?? `${catalog.key} 清单`,
      level: regionLevel(region) ?? 'COUNTY',
      kind: catalog.kind ?? 'GOVERNMENT_SERVICE',
      region_code: region,
      item_count: catalog.itemCount ?? 0,
    };
  });
  await sql`insert into reference.catalog ${sql(rows)}`;
};

export interface OrganisationSeed extends Valid {
  readonly id: string;
  readonly name: string;
  readonly creditCode?: string;
  readonly region?: string;
}

export const storeOrganisations = async (
  sql: Sql,
  organisations: readonly OrganisationSeed[],
): Promise<void> => {
  const rows = organisations.map((organisation) => ({
    organisation_id: organisation.id,
    ...versionOf(organisation),
    organisation_name: organisation.name,
    unified_credit_code: organisation.creditCode ?? null,
    region_code: organisation.region ?? '880121000000',
  }));
  await sql`insert into reference.organisation ${sql(rows)}`;
};

/** Stores releases 1 to `count`, a day apart from 1 March 2026, 08:00 UTC. */
export const storeReleases = async (sql: Sql, count: number): Promise<void> => {
  const rows = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    published_at: new Date(Date.UTC(2026, 2, 1 + index, 8)).toISOString(),
    note: `第 ${index + 1} 次发布`,
    catalog_keys: ['county'],
    added: index + 1,
    changed: 0,
    removed: 0,
  }));
  for (const row of rows) await sql`insert into release.release ${sql(row)}`;
};
