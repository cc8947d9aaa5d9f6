import { escaped } from './markup.ts';

/** A point of a curve: x from 0 to 1, y from 0 to the most the chart shows. */
export type Point = readonly [x: number, y: number];

export interface Chart {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What the curve shows in words, for who cannot see it. */
  readonly description: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly points: readonly Point[];
  /** The highest value of the vertical axis; 1 where it is not said. */
  readonly most?: number;
  /** Points are marked and not only joined. */
  readonly isMarked?: boolean;
  /** Draws the line on which both coordinates are equal. */
  readonly hasDiagonal?: boolean;
}

const SIDE = 260;
const LEFT = 52;
const TOP = 12;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Points drawn of one curve: more cannot be told apart at this size. */
const MOST_POINTS = 240;

const place = ([x, y]: Point, most: number): string =>
  `${(LEFT + x * SIDE).toFixed(1)},${(TOP + (1 - y / most) * SIDE).toFixed(1)}`;

/** Evenly chosen points, the first and the last among them. */
export const thinned = <Item>(points: readonly Item[], most = MOST_POINTS): readonly Item[] => {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)] as Item);
};

const grid = (most: number): string =>
  TICKS.map((tick) => {
    const [x, y] = [LEFT + tick * SIDE, TOP + (1 - tick) * SIDE];
    return [
      `<path class="grid" d="M${x} ${TOP}V${TOP + SIDE}M${LEFT} ${y}H${LEFT + SIDE}"/>`,
      `<text x="${x}" y="${TOP + SIDE + 16}" text-anchor="middle">${tick}</text>`,
      `<text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${Number((tick * most).toFixed(3))}</text>`,
    ].join('');
  }).join('\n');

/** A curve as inline SVG in a figure with title, description and axis names; colours come from the page. */
export const svgChart = (chart: Chart): string => {
  const { id, title, description, horizontal, vertical, most = 1, isMarked, hasDiagonal } = chart;
  const points = thinned(chart.points);
  const middle = LEFT + SIDE / 2;
  const marks = points.map((point) => {
    const [x, y] = place(point, most).split(',');
    return `<circle class="mark" cx="${x}" cy="${y}" r="3.5"/>`;
  });
  return `<figure>
<svg viewBox="0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 40}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${escaped(title)}</title>
<desc id="${id}-description">${escaped(description)}</desc>
${grid(most)}
${hasDiagonal === true ? `<path class="diagonal" d="M${LEFT} ${TOP + SIDE}L${LEFT + SIDE} ${TOP}"/>` : ''}
<polyline class="curve" points="${points.map((point) => place(point, most)).join(' ')}"/>
${isMarked === true ? marks.join('') : ''}
<text x="${middle}" y="${TOP + SIDE + 34}" text-anchor="middle">${escaped(horizontal)}</text>
<text transform="translate(11 ${TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">${escaped(vertical)}</text>
</svg>
<figcaption>${escaped(title)}：${escaped(description)}</figcaption>
</figure>`;
};
