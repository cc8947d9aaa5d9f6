import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MatchItem } from '../matching/item.ts';
import type { ItemJudgement, PairJudgement } from '../matching/judgement.ts';
import { createMatcher } from '../matching/matcher.ts';
import { judgePair } from '../matching/pair.ts';
import { EXIT, type ExitCode, type Terminal, textOption, UsageError, type Values } from './command.ts';
import {
  BAND_WORDS,
  CLASS_WORDS,
  ITEM_TITLES,
  itemJson,
  itemLine,
  PAIR_TITLES,
  pairJson,
  pairLine,
} from './match-lines.ts';
import { wholeReason } from './match-reasons.ts';
import { ITEM_SHAPE, itemOfRow, PAIR_SHAPE, type PairRow, sidesOfRow } from './match-rows.ts';
import { rowProgress } from './progress.ts';
import { type ReadTable, readTable, type TableRow } from './table-file.ts';

/** The engine as this command uses it. */
export interface Engine {
  readonly createMatcher: (references: readonly MatchItem[]) => {
    readonly match: (item: MatchItem) => ItemJudgement;
  };
  readonly judgePair: (left: MatchItem, right: MatchItem) => PairJudgement;
}

/** Lines written at once: between two of them signals and the end of a reader are noticed. */
const BATCH = 500;

/** The rows of a table, or undefined after its problems have been told. */
const tellTable = <Column extends string>(
  terminal: Terminal,
  table: ReadTable<Column>,
): readonly TableRow<Column>[] | undefined => {
  for (const sentence of table.kind === 'ROWS' ? table.notes : table.problems) terminal.tell(sentence);
  return table.kind === 'ROWS' ? table.rows : undefined;
};

/** Writes a line for each row as it is judged, in the order of the rows. */
const writeLines = async <Row>(
  terminal: Terminal,
  rows: readonly Row[],
  lineOf: (row: Row) => string,
): Promise<void> => {
  const tell = rowProgress(terminal, '正在比对');
  for (let start = 0; start < rows.length; start += BATCH) {
    terminal.out(
      rows
        .slice(start, start + BATCH)
        .map(lineOf)
        .join(''),
    );
    tell(Math.min(start + BATCH, rows.length), Math.min(1, (start + BATCH) / rows.length));
    await nextTurn();
  }
};

const counted = <Key extends string>(words: Readonly<Record<Key, string>>) => {
  const counts = new Map<Key, number>();
  return {
    count: (key: Key): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    inWords: (): string =>
      Object.entries<string>(words)
        .map(([key, word]) => `${word} ${counts.get(key as Key) ?? 0}`)
        .join('，'),
  };
};

const matchItems = async (
  terminal: Terminal,
  engine: Engine,
  { reference, items, json }: { readonly reference: string; readonly items: string; readonly json: boolean },
): Promise<ExitCode> => {
  const tables = [await readTable(reference, ITEM_SHAPE), await readTable(items, ITEM_SHAPE)];
  const [references, rows] = tables.map((table) => tellTable(terminal, table));
  if (references === undefined || rows === undefined) return EXIT.FAILED;
  const list = references.map(itemOfRow);
  const { match } = engine.createMatcher(list);
  const byId = new Map(list.map((reference) => [reference.id, reference]));
  const bands = counted(BAND_WORDS);
  if (!json && rows.length > 0) terminal.out(ITEM_TITLES);
  await writeLines(terminal, rows, (row) => {
    const judgement = match(itemOfRow(row));
    bands.count(judgement.band);
    const whole = wholeReason(judgement, byId);
    if (json) return itemJson(judgement, whole);
    const names = { item: row.name, match: byId.get(judgement.match ?? '')?.name ?? '' };
    return itemLine(judgement, names, whole);
  });
  terminal.tell(`${rows.length} 项，参考 ${references.length} 项：${bands.inWords()}。`);
  return EXIT.DONE;
};

const matchPairs = async (
  terminal: Terminal,
  engine: Engine,
  { pairs, json }: { readonly pairs: string; readonly json: boolean },
): Promise<ExitCode> => {
  const rows = tellTable(terminal, await readTable(pairs, PAIR_SHAPE));
  if (rows === undefined) return EXIT.FAILED;
  const classes = counted(CLASS_WORDS);
  if (!json && rows.length > 0) terminal.out(PAIR_TITLES);
  await writeLines(terminal, rows, (row: PairRow) => {
    const { left, right } = sidesOfRow(row);
    const judgement = engine.judgePair(left, right);
    classes.count(judgement.relation);
    if (json) return pairJson(row.pair_id, judgement);
    return pairLine(row.pair_id, judgement, { left: row.a_name, right: row.b_name });
  });
  terminal.tell(`${rows.length} 对：${classes.inWords()}。`);
  return EXIT.DONE;
};

/**
 * Judges files against each other without a database: `--reference` with `--items`, or `--pairs`. Nothing is written
 * to the output unless every file could be read; the result is the exit code.
 */
export const matchFiles = async (
  terminal: Terminal,
  values: Values,
  engine: Engine = { createMatcher, judgePair },
): Promise<ExitCode> => {
  const reference = textOption(values, 'reference');
  const items = textOption(values, 'items');
  const pairs = textOption(values, 'pairs');
  const json = values['json'] === true;
  if (pairs !== undefined) {
    if (reference !== undefined || items !== undefined) {
      throw new UsageError('--pairs 不能与 --reference、--items 一起用：名称对自带两方。');
    }
    return await matchPairs(terminal, engine, { pairs, json });
  }
  if (reference === undefined) throw new UsageError('请用 --reference 给出参考目录的 CSV 文件。');
  if (items === undefined) throw new UsageError('请用 --items 给出要比对的事项的 CSV 文件。');
  return await matchItems(terminal, engine, { reference, items, json });
};
