/** What exactly is refused, and what to do about it where the code's own advice would not do. */
export interface ErrorDetailKind {
  /** The half-sentence a client reads after the sentence of the code. */
  readonly says: string;
  readonly help?: string;
  /** The same half-sentence with figures in their places, `{name}`: for a subgraph that says them all. */
  readonly withFigures?: string;
}

/** What a subgraph has counted, by the name of the place it has in the sentence. */
export type Figures = Readonly<Record<string, number>>;

const detail = (says: string, help?: string, withFigures?: string): ErrorDetailKind => ({
  says,
  ...(help === undefined ? {} : { help }),
  ...(withFigures === undefined ? {} : { withFigures }),
});

const FIND_CATALOGS = '用 catalogs 查询这一版次的清单及其 id。';
const FIND_PAIR = '一份取参考目录，另一份取它所管地区的清单，左右随意；用 catalogs 查询现有的清单。';

/**
 * What exactly is refused, by key. Closed like the codes: a subgraph sends the key, so that nothing it words by itself
 * leaves the gateway.
 */
export const ERROR_DETAILS = {
  SEARCH_TOO_LONG: detail('检索文字 search 不能超过 200 个字符'),
  REGION_CODE: detail(
    '区划 region、parent 应为 12 位（或 2、4、6、9 位）数字的区划代码',
    '区划及其代码用 regions 查询。',
  ),
  FIRST_OUT_OF_RANGE: detail('first 应在 1 到 100 之间', '更多的内容用 after 翻页。'),
  LIST_TOO_LONG: detail(
    '这个列表比接口定义所说的最大长度（@listSize）还长',
    '其余数据仍然有效，不取 path 所指的字段就不再报错；须由发布的人核对来源，把这一项的内容合并或分为几项后重新导入，请把 path 和 requestId 告知管理员。',
    '这个列表有 {count} 个元素，接口定义（@listSize）所说的最大长度为 {most}',
  ),
  CURSOR_OF_OTHER_LIST: detail('after 不是这个列表在这一版次的 endCursor'),
  AS_OF_AMBIGUOUS: detail('asOf 应给出版次号或时刻，二者择一'),
  INDICATOR_PLACES: detail('一次至多计算 30 个地方的指标', '缩小 region。'),
  INDICATOR_ROWS: detail('一次至多回答 500 行指标', '用 codes 少取几个，或者缩小 region。'),
  INDICATOR_RELEASES: detail('releases 应给出 1 到 12 个已有的版次号', '用 releases 查询现有的版次。'),
  INDICATOR_TREND: detail(
    '趋势至多计算 60 次，即地方数乘以版次数不超过 60',
    '少取几个版次，或者缩小 region。',
  ),
  INDICATOR_REASON: detail('reason 只在 part 为 EXCLUDED 时给'),
  QUEUE_GROUP: detail('group 应取自 matchQueueGroups 的 id', '用 matchQueueGroups 查询现有的组。'),
  QUEUE_STATUS: detail('status 限 REVIEW、CONFLICT、STALE_EVIDENCE、DEFERRED'),
  BEST_OUT_OF_RANGE: detail('best 应在 1 到 10 之间'),
  RECONCILE_COUNT: detail('要试的事项 items 应有 1 到 100 个'),
  RECONCILE_ITEM: detail(
    '事项名称应有 1 到 300 字，编码至多 10 个、每个 100 字，部门至多 200 字，设定依据至多 2000 字，区划至多 100 字，主项名称至多 300 字',
  ),
  RECONCILE_CATALOG: detail(
    '这一版次里没有清单 against，或清单没有事项',
    '用 catalogs 查询现有的清单及其 itemCount。',
  ),
  RECONCILE_CATALOG_TOO_LARGE: detail('清单 against 超过 20000 项', '导入后用匹配运行。'),
  RUN_LISTS: detail('清单键 lists 应有 1 到 100 个，每个至多 100 字'),
  RECONCILE_PREPARING: detail('清单 against 正在准备', '几秒后再试就快了。'),
  RECONCILE_BUSY: detail('同时试匹配的人太多', '稍后再试。'),
  DECISION_COUNT: detail('一次应审定 1 到 100 条'),
  DECISION_TOO_LONG: detail('理由 reason 不能超过 1000 字，标识不能超过 100 字'),
  DEFERRED_IN_PAST: detail('暂缓到的日期 deferredUntil 须在今天以后', '改用今天以后的日期。'),
  IDEMPOTENCY_KEY: detail('去重键 idempotencyKey 应有 1 到 200 字'),
  COMPARE_LEFT_KEY: detail('left 应为清单的 id（ca_…），这里给的不是；清单键不能代替', FIND_CATALOGS),
  COMPARE_RIGHT_KEY: detail('right 应为清单的 id（ca_…），这里给的不是；清单键不能代替', FIND_CATALOGS),
  COMPARE_SAME: detail('left 和 right 是同一份', FIND_PAIR),
  COMPARE_LEFT_UNKNOWN: detail('这一版次里没有 left 这份目录或清单，办事指南的清单不能对照', FIND_CATALOGS),
  COMPARE_RIGHT_UNKNOWN: detail('这一版次里没有 right 这份目录或清单，办事指南的清单不能对照', FIND_CATALOGS),
  COMPARE_NO_REFERENCE: detail('left 和 right 都不是参考目录', FIND_PAIR),
  COMPARE_NO_LIST: detail('left 和 right 都是参考目录', FIND_PAIR),
  COMPARE_LEFT_ELSEWHERE: detail('left 所在的地区不归参考目录 right 管', FIND_PAIR),
  COMPARE_RIGHT_ELSEWHERE: detail('right 所在的地区不归参考目录 left 管', FIND_PAIR),
  COVERAGE_REFERENCE: detail(
    'reference 应为这一版次里一份参考目录的 id（ca_…，不是清单键）',
    '用 catalogs 查询现有的清单。',
  ),
  COVERAGE_REGIONS: detail('区划 regions 至多 200 个，其清单合计至多 1000 份', '少取一些，分几次查询。'),
  COVERAGE_PROVINCE: detail('区划 regions 应在参考目录所管的省里'),
  COMPARED_REGION: detail('区划 region 没有这一层级的清单', '用 catalogs 查询现有的清单。'),
  COMPARED_LISTS: detail('同一地区同一层级的清单超过 50 份，无法一并比对', '用 compareCatalogs 逐份比对。'),
  COMPARISON_BUSY: detail('同时比对的人太多', '稍后再试。'),
  TOKEN_INVALID: detail('令牌无效', '请核对，或向管理员另取；公开的查询不必带令牌。'),
  TOKEN_EXPIRED: detail('令牌已过期', '请向管理员另取；公开的查询不必带令牌。'),
  TOKEN_REVOKED: detail('令牌已吊销', '请向管理员另取；公开的查询不必带令牌。'),
  DRAFT_CATALOG: detail('没有参考目录 catalog 的草稿', '先用 zongheng import 导入草稿，或核对清单键。'),
  DATE_FORMAT: detail('日期的格式为 YYYY-MM-DD'),
  INSTANT_FORMAT: detail('时刻的格式为 ISO 8601，例如 2026-01-31T08:00:00Z'),
} as const satisfies Readonly<Record<string, ErrorDetailKind>>;

export type ErrorDetail = keyof typeof ERROR_DETAILS;

/**
 * The detail of a key, with its figures where all of them are whole numbers; undefined for whatever is not a key. A
 * subgraph says numbers at most, never words.
 */
export const errorDetail = (key: unknown, figures?: unknown): ErrorDetailKind | undefined => {
  if (typeof key !== 'string' || !Object.hasOwn(ERROR_DETAILS, key)) return undefined;
  const found: ErrorDetailKind = ERROR_DETAILS[key as ErrorDetail];
  const filled = found.withFigures && filledIn(found.withFigures, figures);
  return filled === undefined ? found : { ...found, says: filled };
};

/** A sentence with its figures; undefined where one is missing, or is no whole number. */
const filledIn = (sentence: string, figures: unknown): string | undefined => {
  if (typeof figures !== 'object' || figures === null) return undefined;
  const told = new Map(Object.entries(figures).filter(([, figure]) => isCount(figure)));
  const filled = sentence.replace(/\{(\w+)\}/gu, (place, name: string) => String(told.get(name) ?? place));
  return filled.includes('{') ? undefined : filled;
};

const isCount = (figure: unknown): boolean => Number.isSafeInteger(figure) && (figure as number) >= 0;
