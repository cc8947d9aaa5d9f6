import type { EdgeKind } from './match-row.ts';
import type { QualityCell, QualityGroup, QualityQueries, ReliabilityRow } from './quality-queries.ts';
import { QUEUE_STATUSES } from './queue-queries.ts';
import { remembering } from './remembering.ts';

/** The type MatchFigures. */
export interface Figures {
  readonly links: number;
  readonly waiting: number;
  readonly decided: number;
  readonly reviewShare: number;
  readonly byStatus: readonly { readonly status: string; readonly count: number }[];
  readonly byBand: readonly { readonly band: string | null; readonly count: number }[];
}

/** The type MatchQualityRow. */
export interface QualityRow {
  readonly kind: EdgeKind;
  readonly level: string | null;
  readonly regionCode: string | null;
  readonly figures: Figures;
}

const linksIn = (cells: readonly QualityCell[]): number => cells.reduce((sum, cell) => sum + cell.links, 0);

const counted = <Key>(cells: readonly QualityCell[], keyOf: (cell: QualityCell) => Key) =>
  [...Map.groupBy(cells, keyOf)].map(([key, group]) => ({ key, count: linksIn(group) }));

/** The sums of a group of cells. */
export const figuresOf = (cells: readonly QualityCell[]): Figures => {
  const links = linksIn(cells);
  const waiting = linksIn(
    cells.filter(({ status }) => (QUEUE_STATUSES as readonly string[]).includes(status)),
  );
  const standing = linksIn(cells.filter(({ status }) => status !== 'REJECTED'));
  return {
    links,
    waiting,
    decided: cells.reduce((sum, cell) => sum + cell.decided, 0),
    reviewShare: standing === 0 ? 0 : waiting / standing,
    byStatus: counted(cells, ({ status }) => status).map(({ key, count }) => ({ status: key, count })),
    byBand: counted(cells, ({ band }) => band).map(({ key, count }) => ({ band: key, count })),
  };
};

/** Rows of the cells' groups, in their order. */
export const rowsOf = (cells: readonly QualityCell[]): readonly QualityRow[] => {
  const groups = Map.groupBy(cells, ({ kind, level, regionCode }) =>
    JSON.stringify([kind, level, regionCode]),
  );
  return [...groups.values()].map((group) => {
    const { kind, level, regionCode } = group[0] as QualityCell;
    return { kind, level, regionCode, figures: figuresOf(group) };
  });
};

/** The type ReliabilityBin. */
export const binOf = ({ band, tenth, decided, confirmed, meanConfidence }: ReliabilityRow) => ({
  band,
  from: tenth / 10,
  to: (tenth + 1) / 10,
  decided,
  confirmed,
  meanConfidence,
  confirmedShare: confirmed / decided,
});

const agreementOf = (rows: readonly ReliabilityRow[]): number | null => {
  const decided = rows.reduce((sum, row) => sum + row.decided, 0);
  return decided === 0 ? null : rows.reduce((sum, row) => sum + row.confirmed, 0) / decided;
};

/** Answers kept: a release never changes, and over 1.4 million links the figures take a second to count. */
const KEPT = 64;

/** The figures of one kind or of all, of a release; read when they are asked for, and kept. */
export const createQuality = (queries: QualityQueries) => {
  const cellsOf = remembering<readonly QualityCell[]>(KEPT);
  const reliabilityOf = remembering<readonly ReliabilityRow[]>(KEPT);
  return (release: number) => (kind: EdgeKind | undefined) => {
    const key = `${release} ${kind ?? ''}`;
    const cells = (by: QualityGroup) => cellsOf(`${key} ${by}`, () => queries.cells(release, kind, by));
    const reliability = () => reliabilityOf(key, () => queries.reliability(release, kind));
    return {
      kind,
      figures: async () => figuresOf(await cells('KIND')),
      groups: async ({ by }: { readonly by?: QualityGroup | null }) => rowsOf(await cells(by ?? 'KIND')),
      reliability: async () => (await reliability()).map(binOf),
      agreement: async () => agreementOf(await reliability()),
    };
  };
};
