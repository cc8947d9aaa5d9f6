import { levelMarked } from '../catalog/level-marks.ts';
import type { RuleCode } from '../comparison/finding.ts';
import type { Truth } from '../demo/truth.ts';

/** A finding that a planted line of truth calls for; only what is given must agree. */
export interface Expected {
  readonly rule: RuleCode;
  readonly list: string;
  readonly row?: string;
  readonly reference?: string;
  readonly department?: string;
  /** Of a condition: told as one that keeps out who comes from elsewhere, or as a difference. */
  readonly isRestriction?: boolean;
  /** Other rows that it is measured against. */
  readonly beside?: readonly Pick<Truth, 'list' | 'row'>[];
  readonly truth: Truth;
}

/** What the files of the province say beside the truth. */
export interface Province {
  /** 行使层级 of the reference items, by their keys. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
  /** Names of the reference items, by their keys. */
  readonly names: ReadonlyMap<string, string>;
  /** Basic codes of a county's township and village rows, by the first six digits of the county. */
  readonly copied: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The rule that asks about a column of the lists. */
const OF_COLUMN: Readonly<Record<string, RuleCode>> = {
  事项名称: 'CMP_04',
  事项类型: 'CMP_06',
  设定依据: 'CMP_07',
  面向自然人事项主题分类: 'CMP_10',
  面向法人事项主题分类: 'CMP_10',
  法定办结时限: 'CMP_11',
  申请材料: 'CMP_13',
  受理条件: 'CMP_14',
  是否收费: 'CMP_15',
  收费依据: 'CMP_15',
  审批结果类型: 'CMP_16',
  审批结果名称: 'CMP_16',
  服务对象: 'CMP_17',
};

/** How the truth begins to explain a power that no list may have beyond the reference (rule CMP-03). */
const BEYOND = '超出通用目录的权力事项';

/** Rules that a line of truth calls for, by its kind; a kind that is missing calls for none. */
const RULES: Readonly<Partial<Record<Truth['kind'], (truth: Truth) => readonly RuleCode[]>>> = {
  GAP: () => ['CMP_02'],
  EXTRA: ({ why }) => (why.startsWith(BEYOND) ? ['CMP_01', 'CMP_03', 'CMP_08'] : ['CMP_01']),
  LINK: ({ relation }) => (relation === 'EQUIVALENT' ? [] : ['CMP_28']),
  RENAMED: ({ field = '' }) => ofColumn(field),
  DRIFT: ({ field = '' }) => [...ofColumn(field), ...ofBasis(field)],
  OUTDATED: ({ field = '' }) => [...ofColumn(field), ...ofBasis(field), 'CMP_26'],
  OVERLAP: ({ list }) => (list.endsWith('-public') ? ['CMP_20'] : []),
  WRONG_LIST: ({ list }) => (list.endsWith('-public') ? ['CMP_20'] : ['CMP_24']),
  NOT_ON_POWER_LIST: () => ['CMP_21'],
  STALE_COPY: () => ['CMP_19'],
  NO_SOURCE: () => ['CMP_19'],
  DANGLING_SOURCE: () => ['CMP_19'],
  DUPLICATE: () => ['CMP_05'],
  NO_RETURN: () => ['CMP_27'],
  BEYOND_LEVEL: () => ['CMP_09'],
  LOCAL_ONLY: ({ field = '' }) => ofColumn(field),
  NOT_SERVED: () => ['CMP_22'],
  DORMANT: () => ['CMP_23'],
  SLOW_PROMISE: () => ['CMP_12'],
};

/** Every basis that is planted beside the reference's lacks its number. */
const ofBasis = (column: string): readonly RuleCode[] => (column === '设定依据' ? ['CMP_08'] : []);

const ofColumn = (column: string): readonly RuleCode[] => {
  const rule = OF_COLUMN[column];
  return rule === undefined ? [] : [rule];
};

/**
 * The findings that the truth about a demonstration province calls for. Differences of elements are asked of rows
 * that stand for one reference item as a whole and are not cancelled.
 */
export function expectedFindings(truths: readonly Truth[], province: Province): readonly Expected[] {
  const whole = new Set(
    truths.filter(({ kind, relation }) => kind === 'LINK' && relation === 'EQUIVALENT').map(rowOf),
  );
  const rowsOf = (kind: Truth['kind']) => truths.filter((truth) => truth.kind === kind).map(rowOf);
  const cancelled = new Set(rowsOf('CANCELLED'));
  const promising = Map.groupBy(
    truths.filter(({ kind, list }) => kind === 'LINK' && list.endsWith('-implementation')),
    ({ reference }) => reference,
  );
  const peersOf = ({ kind, reference }: Truth) =>
    kind === 'SLOW_PROMISE' ? (promising.get(reference) ?? []) : [];
  const isOtherName = ({ kind, field, is = '', reference = '' }: Truth) =>
    kind !== 'RENAMED' ||
    field !== '事项名称' ||
    levelMarked(is).name !== levelMarked(province.names.get(reference) ?? '').name;
  const planted = truths
    .filter(isOtherName)
    .flatMap((truth) =>
      (RULES[truth.kind]?.(truth) ?? [])
        .filter((rule) => !isElementRule(rule) || (whole.has(rowOf(truth)) && !cancelled.has(rowOf(truth))))
        .map((rule) => ({ rule, ...placeOf(truth, rule), beside: peersOf(truth), truth })),
    );
  const restrictions = truths.flatMap((truth): Expected[] =>
    truth.kind === 'LOCAL_ONLY'
      ? [{ rule: 'CMP_14', ...placeOf(truth, 'CMP_14'), isRestriction: true, truth }]
      : [],
  );
  return [
    ...planted,
    ...restrictions,
    ...namedTwice(truths, whole, cancelled),
    ...offeredNowhere(truths, province),
    ...offeredTwice(truths, new Set([...cancelled, ...rowsOf('SUSPENDED')]), province),
  ];
}

/** What the reference leaves to one level, and a county offers as well as its city or its towns. */
const offeredTwice = (
  truths: readonly Truth[],
  atRest: ReadonlySet<string>,
  { levels, copied }: Province,
): readonly Expected[] => {
  const standing = truths.filter((truth) => truth.kind === 'LINK' && !atRest.has(rowOf(truth)));
  const offered = new Set(standing.map(({ list, reference }) => `${list.split('-')[0]} ${reference}`));
  return standing.flatMap((truth) => {
    const { list, row = '', reference = '' } = truth;
    const [place = ''] = list.split('-');
    const above = place.length === 6 && offered.has(`${place.slice(0, 4)} ${reference}`);
    const isSeveral = above || copied.get(place)?.has(reference) === true;
    return isSeveral && levels.get(reference)?.length === 1 ? [{ rule: 'CMP_18', list, row, truth }] : [];
  });
};

const rowOf = ({ list, row }: Truth): string => `${list} ${row}`;

const isElementRule = (rule: RuleCode): boolean =>
  rule === 'CMP_26' || Object.values(OF_COLUMN).includes(rule);

const placeOf = (truth: Truth, rule: RuleCode) => {
  const { list, row, reference, department } = truth;
  return {
    list,
    ...(row === undefined ? {} : { row }),
    ...(reference === undefined || !(rule === 'CMP_02' || rule === 'CMP_28') ? {} : { reference }),
    ...(department === undefined ? {} : { department }),
  };
};

/** Rows of the implementation list that bear another name than the same item on the list of its directory. */
const namedTwice = (
  truths: readonly Truth[],
  whole: ReadonlySet<string>,
  cancelled: ReadonlySet<string>,
): readonly Expected[] => {
  const doubled = new Set(truths.filter(({ kind }) => kind === 'DUPLICATE').map(rowOf));
  const renamed = new Map(
    truths
      .filter(({ kind, field }) => kind === 'RENAMED' && field === '事项名称')
      .map((truth) => [rowOf(truth), truth]),
  );
  const itemsOf = (suffix: string) =>
    truths.filter(
      (truth) =>
        truth.kind === 'LINK' &&
        truth.list.endsWith(suffix) &&
        whole.has(rowOf(truth)) &&
        !cancelled.has(rowOf(truth)) &&
        !doubled.has(rowOf(truth)),
    );
  const placeAndItem = ({ list, reference }: Truth) => `${list.split('-')[0]} ${reference}`;
  const inDirectory = new Map(itemsOf('-directory').map((truth) => [placeAndItem(truth), truth]));
  return itemsOf('-implementation').flatMap((truth) => {
    const twin = inDirectory.get(placeAndItem(truth));
    if (twin === undefined) return [];
    const [ours, theirs] = [renamed.get(rowOf(truth)), renamed.get(rowOf(twin))];
    const name = (one: Truth | undefined) => levelMarked(one?.is ?? ours?.was ?? theirs?.was ?? '').name;
    if (name(ours) === name(theirs)) return [];
    const { list, row = '' } = truth;
    return [{ rule: 'CMP_25', list, row, beside: [twin], truth }];
  });
};

/** What several levels may exercise and none of a county, its city and its towns does. */
const offeredNowhere = (truths: readonly Truth[], { levels, copied }: Province): readonly Expected[] => {
  const offered = new Set(
    truths
      .filter(({ kind }) => kind === 'LINK')
      .map(({ list, reference }) => `${list.split('-')[0]} ${reference}`),
  );
  return truths.flatMap((truth) => {
    const [county = '', list] = truth.list.split('-');
    const { kind, reference = '' } = truth;
    const named = levels.get(reference) ?? [];
    const isAsked = kind === 'GAP' && (list === 'power' || list === 'public') && county.length === 6;
    if (!isAsked || named.length < 2 || named.includes('省级')) return [];
    const places = [county, county.slice(0, 4)];
    const isOffered = places.some((place) => offered.has(`${place} ${reference}`));
    if (isOffered || copied.get(county)?.has(reference)) return [];
    return [{ rule: 'CMP_18' as const, list: truth.list, reference, truth }];
  });
};
