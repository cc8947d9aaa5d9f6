import type { Sql } from '../db/client.ts';
import { SETTLED_STATUSES } from '../db/matching.ts';

/** The links of a release by what becomes of them, and how they came from those of the release before. */
export interface LinkSums {
  readonly before: number;
  readonly added: number;
  readonly removed: number;
  /** Links that stay and say something else. */
  readonly changed: number;
  readonly now: number;
  /** In lists and figures. */
  readonly counting: number;
  /** Of these, confirmed before something changed: they are in the queue as well. */
  readonly stale: number;
  readonly waiting: number;
  readonly deferred: number;
  readonly rejected: number;
}

/** Counts the links of a release: `before` + `added` - `removed` = `now` = `counting` + `waiting` + `deferred` + `rejected`. */
export const linkSums = async (sql: Sql, release: number): Promise<LinkSums> => {
  const [row] = await sql<LinkSums[]>`
    with touched as (
      select match_id, bool_or(from_release = ${release}) as opened, bool_or(to_release = ${release}) as closed
      from matching.match where from_release = ${release} or to_release = ${release} group by match_id
    ), change as (
      select count(*) filter (where not closed)::int as added, count(*) filter (where not opened)::int as removed,
        count(*) filter (where opened and closed)::int as changed from touched
    ), present as (
      select count(*)::int as now, count(*) filter (where status = any(${[...SETTLED_STATUSES]}))::int as counting,
        count(*) filter (where status = 'STALE_EVIDENCE')::int as stale,
        count(*) filter (where status in ('REVIEW', 'CONFLICT'))::int as waiting,
        count(*) filter (where status = 'DEFERRED')::int as deferred,
        count(*) filter (where status = 'REJECTED')::int as rejected
      from matching.match where from_release <= ${release} and to_release > ${release}
    ), earlier as (
      select count(*)::int as before from matching.match where from_release < ${release} and to_release >= ${release}
    )
    select * from change, present, earlier`;
  return row as LinkSums;
};

/** The links as they stand now, of which no release is being made. */
export const newestSums = async (sql: Sql): Promise<LinkSums> => {
  const [row] = await sql<
    { newest: number }[]
  >`select coalesce(max(number), 0) as newest from release.release`;
  return await linkSums(sql, row?.newest ?? 0);
};

/** How many links there are and what becomes of them, in words that add up. */
export const standingSentence = ({ now, counting, stale, waiting, deferred, rejected }: LinkSums): string => {
  const again = stale === 0 ? '' : `（其中 ${stale} 条审定后依据有变，宜再看一次）`;
  return `现有 ${now} 条：计入 ${counting} 条${again}，待人审定 ${waiting} 条，暂缓 ${deferred} 条，已否定 ${rejected} 条`;
};

/** The same with what it came from. */
export const changeSentence = (sums: LinkSums): string => {
  const { before, added, removed, changed } = sums;
  const rest = changed === 0 ? '' : `（原有的另有 ${changed} 条改了内容）`;
  return `对应关系原有 ${before} 条，新增 ${added} 条，撤下 ${removed} 条${rest}，${standingSentence(sums)}。`;
};

/** How items fared, in words that add up: an item is counted in each block it is in. */
export const itemsSentence = (
  kinds: readonly {
    readonly items: number;
    readonly sure: number;
    readonly auto: number;
    readonly review: number;
    readonly none: number;
  }[],
): string => {
  const sum = (one: 'items' | 'sure' | 'auto' | 'review' | 'none') =>
    kinds.reduce((total, kind) => total + kind[one], 0);
  return `这次看了 ${sum('items')} 项次（一个事项对几份清单，就计几次）：确定 ${sum('sure')}，自动 ${sum('auto')}，待审 ${sum('review')}，无 ${sum('none')}。`;
};
