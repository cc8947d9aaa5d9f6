import type { GridRow } from '../../readers/grid.ts';
import type { SheetHead } from '../sheet-head.ts';
import { type FormRecord, type RecordBuilder, recordBuilder } from './form-record.ts';
import { type FormCell, type FormRow, formRowReader } from './form-row.ts';
import { nameFromHeadings, nameInHeading, namesForm, officeInLines } from './heading.ts';
import { elementOf, type Label, type LabelStyle, NAME_ELEMENT, readLabel } from './label.ts';

/** A guide in numbered paragraphs: how its labels are numbered, and what they are. */
export interface ParagraphForm {
  readonly style: LabelStyle;
  readonly titles: readonly string[];
  readonly headings: readonly string[];
}

const STYLES: readonly LabelStyle[] = ['HAN', 'HAN_BRACKETS', 'FRAME', 'DIGIT', 'DIGIT_BRACKETS', 'NONE'];

/** A bare line that is a label needs a colon when nothing numbers it: 「备注」 alone may be anything. */
const isMarked = (label: Label, text: string, style: LabelStyle): boolean =>
  label.style === style && (style !== 'NONE' || /[:：]/u.test(text) || label.key.length >= 4);

/** Elements a guide in paragraphs has at least; fewer may be chance in a notice. */
const ENOUGH = 4;

/**
 * Recognises a document of paragraphs as guides: at least four elements of the registry numbered the same way
 * (「一、办理依据：…」), one text per row.
 */
export const recogniseParagraphs = (head: SheetHead, rows: readonly FormRow[]): ParagraphForm | undefined => {
  if (rows.some(({ cells }) => cells.length > 1)) return undefined;
  const lines = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
  for (const style of STYLES) {
    const labels = lines.flatMap((text) => {
      const label = readLabel(text);
      return label !== undefined && isMarked(label, text, style) ? [label] : [];
    });
    if (new Set(labels.map(elementOf)).size < ENOUGH) continue;
    const first = lines.findIndex((text) => readLabel(text)?.style === style);
    return {
      style,
      titles: labels.map(({ title }) => title),
      headings: [...head.before, ...lines.slice(0, first)],
    };
  }
  return undefined;
};

interface Line {
  readonly cell: FormCell;
  readonly row: FormRow;
}

/** The lines at the end of a guide that are the next one's heading: the last one, and what names a form before it. */
const headingLines = (tail: readonly Line[]): number => {
  let count = 0;
  for (const { cell } of tail.toReversed()) {
    const { text } = cell;
    const isHeading = namesForm(text) || /^附件\s*\d*/u.test(text);
    if (!isHeading && (count > 0 || nameInHeading(text) === undefined)) break;
    count += 1;
  }
  return count;
};

/** Reads guides in paragraphs one after the other; the next begins where the first label comes again. */
export async function* paragraphRecords(
  head: SheetHead,
  form: ParagraphForm,
  batches: AsyncIterable<readonly GridRow[]>,
): AsyncGenerator<FormRecord> {
  const readRow = formRowReader(head.merges);
  let record: RecordBuilder | undefined;
  let firstKey: string | undefined;
  let headings: string[] = [...head.before];
  /** Lines since the last label: they belong to it until the next guide turns out to begin. */
  let tail: Line[] = [];
  let guides = 0;

  const settle = (builder: RecordBuilder): void => {
    for (const { cell } of tail) if (!builder.append(cell.value, '\n')) builder.notes.push(cell.text);
    tail = [];
  };
  const finish = (more: boolean): FormRecord | undefined => {
    const above = headings;
    headings = [];
    const builder = record;
    record = undefined;
    if (builder === undefined) return undefined;
    if (more) {
      const count = Math.min(
        headingLines(tail),
        builder.entries.at(-1)?.value === '' ? tail.length - 1 : tail.length,
      );
      headings = tail.splice(tail.length - Math.max(count, 0)).map(({ cell }) => cell.text);
    }
    settle(builder);
    guides += 1;
    if (builder.isBlank()) return undefined;
    const sheet = guides === 1 && !more ? head.name : undefined;
    return builder.finish(nameFromHeadings(above, sheet), officeInLines(above));
  };
  const take = (line: Line): FormRecord | undefined => {
    const { text } = line.cell;
    const label = readLabel(text);
    // The name often stands above the numbered elements, without a number of its own.
    const isName = label !== undefined && elementOf(label) === NAME_ELEMENT;
    const leads = isName && (record === undefined || label.key === firstKey);
    if (label === undefined || !(leads || isMarked(label, text, form.style))) {
      if (record === undefined) headings.push(text);
      else tail.push(line);
      return undefined;
    }
    const again = record !== undefined && label.key === firstKey;
    const finished = again ? finish(true) : undefined;
    record ??= recordBuilder(line.row.row);
    settle(record);
    firstKey ??= label.key;
    record.problems.push(...line.row.problems);
    record.add(label, label.rest, line.cell);
    return finished;
  };

  for await (const batch of batches) {
    for (const source of batch) {
      const row = readRow(source);
      for (const cell of row.cells) {
        const finished = take({ cell, row });
        if (finished !== undefined) yield finished;
      }
    }
  }
  const last = finish(false);
  if (last !== undefined) yield last;
}
