import { dayInChina } from '../../catalog/day-in-china.ts';
import type { ComparedList } from '../../comparison/compared-item.ts';
import type { Sql } from '../../db/client.ts';
import { createAuthorityQueries } from '../../subgraphs/matching/authority-queries.ts';
import { readAuthority } from '../../subgraphs/matching/read-authority.ts';
import { buildReport } from './build-report.ts';
import { type Chosen, chooseLists, chooseRegion, type StoredCatalog } from './chosen-lists.ts';
import { unknownDepartment } from './filter.ts';
import { notMatched } from './matched-lists.ts';
import type { ComparisonReport } from './report.ts';
import type { Wish } from './wish.ts';

/** What is asked for is not there: the sentence says what is. The command ends with 1. */
export class Refused extends Error {}

const findRelease = async (sql: Sql, wanted: number | undefined) => {
  const releases = await sql<{ number: number; publishedAt: string }[]>`
    select number, published_at as "publishedAt" from release.published order by number desc`;
  const [newest] = releases;
  if (newest === undefined)
    throw new Refused('还没有发布过任何版次，请先用 zongheng import 导入、用 zongheng publish 发布。');
  const found = wanted === undefined ? newest : releases.find(({ number }) => number === wanted);
  if (found === undefined) {
    throw new Refused(`没有版次 ${wanted}；现有版次 1 到 ${newest.number}，用 zongheng releases 查看。`);
  }
  const next = releases.find(({ number }) => number === found.number + 1);
  return {
    release: found.number,
    publishedAt: new Date(found.publishedAt).toISOString(),
    endedAt: next?.publishedAt,
  };
};

const catalogsIn = async (sql: Sql, release: number): Promise<readonly StoredCatalog[]> =>
  await sql<StoredCatalog[]>`
    select catalog_id as "catalogId", catalog_key as key, level, kind, region_code as "regionCode"
    from reference.published_catalog where from_release <= ${release} and to_release > ${release}
    order by catalog_key`;

const chosenOf = (wish: Wish, catalogs: readonly StoredCatalog[], release: number): Chosen =>
  wish.keys === undefined
    ? chooseRegion(catalogs, release, wish.region as NonNullable<Wish['region']>)
    : chooseLists(catalogs, release, wish.keys);

/** Reads what the options ask for and compares it. */
export const reportOf = async (
  sql: Sql,
  wish: Wish,
  { now, stage }: { readonly now: string; readonly stage: (words: string) => void },
): Promise<ComparisonReport> => {
  stage('正在读取清单');
  const { release, publishedAt, endedAt } = await findRelease(sql, wish.release);
  const catalogs = await catalogsIn(sql, release);
  const chosen = chosenOf(wish, catalogs, release);
  if (chosen.kind === 'REFUSED') throw new Refused(chosen.sentence);
  const { choice } = chosen;
  // An older release is compared as on the last day it was the newest, as the gateway reads it: the answer never changes.
  const today = dayInChina(new Date(endedAt ?? now));
  const authority = await readAuthority(createAuthorityQueries(sql), {
    release,
    today,
    regionCode: choice.regionCode,
    level: choice.level,
  });
  const unknown = unknownDepartment(wish.filter, authority);
  if (unknown !== undefined) throw new Refused(unknown);
  const items = [...authority.lists, ...authority.references].reduce(
    (sum, list) => sum + list.items.length,
    0,
  );
  const ids = (lists: readonly ComparedList[]) => lists.map(({ catalogId }) => catalogId);
  const unmatched = await notMatched(sql, release, ids(authority.lists), ids(authority.references));
  stage(`正在比对 ${items} 项`);
  return buildReport(authority, { release, publishedAt, choice, filter: wish.filter, unmatched });
};
