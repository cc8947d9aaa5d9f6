import { MEASURE_OF_ALL } from './contestants.ts';
import { type GatewayFigures, ratioOf } from './figures.ts';
import { OPERATION_TITLES, OPERATIONS, type Operation } from './operations.ts';
import { shownRatio } from './tables.ts';

const WIDTH = 860;
const NAMES = 300;
const VALUES = 150;
const ROW = 22;
const TITLE = 34;
const OURS = /^hub/u;

/** What needs no database is many times faster: beside it no other bar could be seen. */
const LEFT_OUT: readonly string[] = [MEASURE_OF_ALL, 'hub-kept', 'ready-bytes', 'hub-304', 'ready-304'];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Bar {
  readonly name: string;
  readonly title: string;
  readonly ratio: NonNullable<ReturnType<typeof ratioOf>>;
}

const barsOf = (figures: GatewayFigures, operation: Operation): readonly Bar[] =>
  Object.entries(figures.titles).flatMap(([name, title]) => {
    const ratio = ratioOf(figures, operation, [name, MEASURE_OF_ALL]);
    return ratio === undefined || LEFT_OUT.includes(name) ? [] : [{ name, title, ratio }];
  });

const barLines = ({ name, title, ratio }: Bar, top: number, scale: number): readonly string[] => {
  const middle = top + ROW / 2;
  const end = NAMES + ratio.high * scale;
  return [
    `<text x="${NAMES - 8}" y="${middle + 4}" text-anchor="end">${escaped(title)}</text>`,
    `<rect x="${NAMES}" y="${top + 4}" width="${(ratio.median * scale).toFixed(1)}" height="${ROW - 8}" fill="${OURS.test(name) ? '#1a6fb0' : '#a9b4bf'}"/>`,
    `<line x1="${(NAMES + ratio.low * scale).toFixed(1)}" x2="${end.toFixed(1)}" y1="${middle}" y2="${middle}" stroke="#333"/>`,
    `<text x="${(end + 6).toFixed(1)}" y="${middle + 4}">${escaped(shownRatio(ratio))}</text>`,
  ];
};

/** A drawing of the rates divided by those of one hand-written statement, a group of bars per operation; thin lines are the spread. */
export const chartOf = (figures: GatewayFigures): string => {
  const groups = OPERATIONS.map((operation) => ({ operation, bars: barsOf(figures, operation) }));
  const highest = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ ratio }) => ratio.high)));
  const scale = (WIDTH - NAMES - VALUES) / highest;
  const lines: string[] = [];
  let top = 4;
  for (const { operation, bars } of groups) {
    lines.push(`<text x="${NAMES}" y="${top + 22}" font-weight="bold">${OPERATION_TITLES[operation]}</text>`);
    top += TITLE;
    const bottom = top + bars.length * ROW;
    const one = (NAMES + scale).toFixed(1);
    lines.push(
      `<line x1="${one}" x2="${one}" y1="${top}" y2="${bottom}" stroke="#c0392b" stroke-dasharray="3 3"/>`,
    );
    for (const [place, bar] of bars.entries()) lines.push(...barLines(bar, top + place * ROW, scale));
    top = bottom;
  }
  const height = top + 26;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" fill="#222">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...lines,
    `<text x="${NAMES}" y="${height - 8}" fill="#c0392b">虚线：手写的一条 SQL；${figures.items.toLocaleString('en-US')} 项，未用缓存</text>`,
    '</svg>\n',
  ].join('\n');
};
