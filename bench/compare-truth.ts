import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { DecisionRequest } from '../catalog/decision-request.ts';
import { LINK_KINDS } from '../catalog/link-kinds.ts';
import { loadDemo } from '../cli/load-demo.ts';
import { matchIncrementally } from '../cli/match-lists.ts';
import type { Authority } from '../comparison/authority.ts';
import { compareAuthority } from '../comparison/compare-authority.ts';
import type { Finding } from '../comparison/finding.ts';
import type { Sql } from '../db/client.ts';
import { type DemoSize, SIZES, type SizeParameters } from '../demo/sizes.ts';
import type { Truth } from '../demo/truth.ts';
import { writeDemo } from '../demo/write-demo.ts';
import { decideAll } from '../linkage/decide.ts';
import { createAuthorityQueries } from '../subgraphs/matching/authority-queries.ts';
import { readAuthority } from '../subgraphs/matching/read-authority.ts';
import type { Benchmark } from './benchmarks.ts';
import { reviewed } from './comparison-review.ts';
import { type RuleScore, scores, type Told } from './comparison-scores.ts';
import type { Province } from './comparison-truth.ts';
import { withTemporaryDatabase } from './temporary-database.ts';

const TODAY = '2026-11-22';
const NOW = `${TODAY}T03:00:00.000Z`;

/** The whole catalog of the province in one city of it, or the small province; a middle needs four counties. */
export const TRUTH_PARAMETERS: Readonly<Record<DemoSize, SizeParameters>> = {
  small: { ...SIZES.small, countiesPerCity: 4 },
  province: {
    ...SIZES.province,
    cities: 1,
    countiesPerCity: 4,
    townshipsPerCounty: 2,
    villagesPerTownship: 2,
  },
};

const toldOf = (authority: Authority, finding: Finding): Told => {
  const { rule, catalogId, itemId, otherId, linkId } = finding;
  const key = (id: string | undefined) => (id === undefined ? undefined : authority.item(id)?.source.key);
  return {
    rule,
    list: authority.lists.find((list) => list.catalogId === catalogId)?.key,
    row: key(itemId),
    reference: key(otherId),
    finding,
    waits: linkId !== undefined && waitsForPerson(authority, finding, linkId),
  };
};

const waitsForPerson = ({ links }: Authority, { itemId, otherId }: Finding, linkId: string): boolean =>
  [itemId, otherId].some(
    (id) =>
      id !== undefined &&
      LINK_KINDS.some((kind) => links.from(kind, id).some((link) => link.id === linkId && !link.isSettled)),
  );

const newestRelease = async (sql: Sql): Promise<number> => {
  const [newest] = await sql<{ number: number }[]>`select max(number)::int as number from release.published`;
  return newest?.number ?? 0;
};

/** Every place that has lists of its own, as comparisons see it. */
async function* authoritiesOf(sql: Sql, release: number): AsyncGenerator<Authority> {
  const queries = createAuthorityQueries(sql);
  const places = await sql<{ regionCode: string; level: Authority['level'] }[]>`
    select distinct region_code as "regionCode", level from reference.published_catalog
    where from_release <= ${release} and to_release > ${release} and kind not in ('REFERENCE', 'GUIDE') order by 1, 2`;
  for (const place of places) yield await readAuthority(queries, { release, today: TODAY, ...place });
}

/** All findings of all authorities of a release. */
export async function tellAll(sql: Sql, release: number): Promise<readonly Told[]> {
  const told: Told[] = [];
  for await (const authority of authoritiesOf(sql, release))
    told.push(...compareAuthority(authority).findings.map((finding) => toldOf(authority, finding)));
  return told;
}

/** Decides on all that waits as a person who knows the truth does; tells on how many links. */
export async function reviewAll(sql: Sql, truths: readonly Truth[]): Promise<number> {
  const requests = new Map<string, DecisionRequest>();
  for await (const authority of authoritiesOf(sql, await newestRelease(sql)))
    for (const request of reviewed(authority, truths)) requests.set(JSON.stringify(request), request);
  const answers = await decideAll(sql, [...requests.values()], { actor: '审定人', now: NOW });
  const refused = answers.find(({ result }) => result !== 'OK');
  if (refused !== undefined) throw new Error(`a decision was not taken: ${refused.result}`);
  return answers.length;
}

const readTable = async (path: string): Promise<readonly Readonly<Record<string, string>>[]> =>
  Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true })
    .data;

/** What the files of a province in a folder say beside its truth. */
export async function readProvince(folder: string): Promise<Province> {
  const reference = await readTable(join(folder, 'reference.csv'));
  const lists = (await readdir(folder)).filter((name) => name.endsWith('-township.csv'));
  const copied = new Map<string, ReadonlySet<string>>();
  for (const name of lists) {
    const rows = await readTable(join(folder, name));
    copied.set(name.slice(0, 6), new Set(rows.map((row) => row['基本编码'] ?? '')));
  }
  const levels = reference.map(
    (row) => [row['来源主键'] ?? '', (row['行使层级'] ?? '').split('、')] as const,
  );
  const names = new Map(reference.map((row) => [row['来源主键'] ?? '', row['事项名称'] ?? '']));
  return { levels: new Map(levels), names, copied };
}

const share = (part: number, of: number): string => (of === 0 ? '—' : (part / of).toFixed(3));

const lineOf = ({ planted, found, waiting, findings, invented, mislinked }: RuleScore): string =>
  `植入 ${planted}，找到 ${found}，待人审定 ${waiting}；报出 ${findings}，查准 ${share(findings - invented.length, findings)}，查全 ${share(found, planted - waiting)}${mislinked === 0 ? '' : `；多报的有 ${mislinked} 条因对应关系有误`}`;

/**
 * Whether comparison finds what was planted into the demonstration province and nothing else: by rule, how many were
 * planted and found, how many wait for a person to decide on a link; then the same after a person who knows the truth
 * has decided on all of them, and the first of those missed and invented then.
 */
export const compareTruth: Benchmark = async (tell, words) => {
  const size: DemoSize = words.includes('--province') ? 'province' : 'small';
  const parameters = TRUTH_PARAMETERS[size];
  return await withTemporaryDatabase(async (sql, _url, folder) => {
    const out = join(folder, 'demonstration');
    await writeDemo({ size, parameters, out });
    await loadDemo(sql, NOW, tell, { size, parameters });
    await matchIncrementally(sql, { tell, now: () => NOW });
    const lines = (await readFile(join(out, 'truth.jsonl'), 'utf8')).trimEnd().split('\n');
    const truths = lines.map((line) => JSON.parse(line) as Truth);
    const province = await readProvince(out);
    const score = async () => scores(truths, await tellAll(sql, await newestRelease(sql)), province);
    const before = await score();
    tell(`审定 ${await reviewAll(sql, truths)} 条待人审定的对应关系`);
    const after = await score();
    for (const [rule, { missed, invented }] of after) {
      for (const { truth } of missed.slice(0, 5)) tell(`${rule} 漏：${JSON.stringify(truth)}`);
      for (const { list, row, finding } of invented.slice(0, 5))
        tell(`${rule} 多：${list} ${row ?? ''} ${finding.message}`);
    }
    return Object.fromEntries(
      [...after].map(([rule, one]) => {
        const first = before.get(rule);
        return [rule, `${first === undefined ? '' : `审定前 ${lineOf(first)}；审定后 `}${lineOf(one)}`];
      }),
    );
  });
};
