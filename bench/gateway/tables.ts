import { COMPARISONS, MEASURE_OF_ALL } from './contestants.ts';
import { type GatewayFigures, ratioOf, type Spread } from './figures.ts';
import { OPERATION_TITLES, OPERATIONS } from './operations.ts';

/** The load above which other work on the machine may have bent the figures. */
const QUIET = 0.5;

/** A number with three significant digits. */
const plain = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));

/** A ratio with its spread, for reading. */
export const shownRatio = (spread: Spread | undefined): string => {
  if (spread === undefined) return '—';
  const [median, low, high] = [spread.median, spread.low, spread.high].map((value) =>
    value >= 10 ? value.toFixed(1) : value.toFixed(2),
  );
  return `${median}（${low}–${high}）`;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, place) => (place === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const OPERATION_HEADS = OPERATIONS.map((operation) => OPERATION_TITLES[operation]);

const comparisons = (figures: GatewayFigures): string =>
  table(
    ['比值', ...OPERATION_HEADS],
    COMPARISONS.filter((pair) => pair.every((name) => Object.hasOwn(figures.titles, name))).map(
      ([name, base]) => [
        `${figures.titles[name]} ÷ ${figures.titles[base]}`,
        ...OPERATIONS.map((operation) => shownRatio(ratioOf(figures, operation, [name, base]))),
      ],
    ),
  );

const againstOne = (figures: GatewayFigures): string =>
  table(
    [`÷ ${figures.titles[MEASURE_OF_ALL] ?? MEASURE_OF_ALL}`, ...OPERATION_HEADS],
    Object.entries(figures.titles).map(([name, title]) => [
      title,
      ...OPERATIONS.map((operation) => shownRatio(ratioOf(figures, operation, [name, MEASURE_OF_ALL]))),
    ]),
  );

const costs = ({ titles, figures }: GatewayFigures): string =>
  table(
    ['每次请求的处理器时间（微秒）：服务进程 + 数据库', ...OPERATION_HEADS, '内存峰值（MB）'],
    Object.entries(titles).map(([name, title]) => [
      title,
      ...OPERATIONS.map((operation) => {
        const figure = figures[operation][name];
        return figure === undefined ? '—' : `${plain(figure.processor)} + ${plain(figure.database)}`;
      }),
      plain(Math.max(...OPERATIONS.map((operation) => figures[operation][name]?.megabytes ?? 0))),
    ]),
  );

const rates = ({ titles, figures }: GatewayFigures): string =>
  table(
    ['每秒请求数；中位、p99（毫秒）', ...OPERATION_HEADS],
    Object.entries(titles).map(([name, title]) => [
      title,
      ...OPERATIONS.map((operation) => {
        const figure = figures[operation][name];
        if (figure === undefined) return '—';
        return `${plain(figure.rate.median)}；${plain(figure.median)}、${plain(figure.p99)}`;
      }),
    ]),
  );

/** The part of the document that speaks of one size: circumstances, ratios, costs, rates. */
export const sizeSection = (figures: GatewayFigures): string => {
  const asked = OPERATIONS.map((operation) => {
    const { sets, bytes } = figures.asked[operation];
    return `${OPERATION_TITLES[operation]} ${sets} 组变量、应答 ${(bytes / 1000).toFixed(1)} kB`;
  }).join('；');
  const busy =
    figures.busy > QUIET
      ? `\n\n**暂定：测量前一分钟机器的负载为 ${figures.busy.toFixed(1)}，有别的程序在运行。** 比值可看，绝对值不可当真。`
      : '';
  return [
    `### ${figures.items.toLocaleString('en-US')} 项`,
    `${figures.machine}；${figures.rounds} 轮，每轮每家 ${figures.seconds} 秒。${asked}。${busy}`,
    `![各家与一条手写 SQL 之比](charts/gateway-${figures.size}.svg)`,
    comparisons(figures),
    againstOne(figures),
    costs(figures),
    rates(figures),
  ].join('\n\n');
};
