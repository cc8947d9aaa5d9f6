import { problem } from '../../catalog/problems.ts';
import { FileRefused, type GridEvent, type ReadLimits } from './grid.ts';
import { MarkupOutline } from './markup-outline.ts';
import { MarkupRows } from './markup-rows.ts';
import { MarkupStructure } from './markup-structure.ts';

/** Tells the tags of a whole document, pausing now and then so that what was made of them can be taken. */
export type MarkupSource = (structure: MarkupStructure) => AsyncIterable<void>;

/**
 * The tables of a document or page as sheets `表 1`, `表 2` …, or its paragraphs where it has no tables. The
 * document is told twice, first for the merged ranges, which a sheet has before its rows, so that no table is held
 * whole. `tidy` makes of a line's text what a reader sees. Throws `FileRefused` where there is no text at all.
 */
export async function* markupSheets(
  source: MarkupSource,
  limits: ReadLimits,
  tidy: (line: string) => string,
): AsyncGenerator<GridEvent, void, undefined> {
  const outline = new MarkupOutline();
  const first = new MarkupStructure(limits, outline);
  for await (const _ of source(first));
  first.finish();
  const rows = new MarkupRows(limits, outline.outlines(), tidy);
  const second = new MarkupStructure(limits, rows);
  let isEmpty = true;
  for await (const _ of source(second)) {
    for (const event of rows.drain()) {
      isEmpty = false;
      yield event;
    }
  }
  second.finish();
  rows.finish();
  for (const event of rows.drain()) {
    isEmpty = false;
    yield event;
  }
  if (isEmpty) throw new FileRefused(problem('FILE_EMPTY'));
}
