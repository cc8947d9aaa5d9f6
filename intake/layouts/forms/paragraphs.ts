import type { GridRow } from '../../readers/grid.ts';
import type { SheetHead } from '../sheet-head.ts';
import { eachForm, type FormTaker } from './each-form.ts';
import { type FormRecord, type RecordBuilder, recordBuilder } from './form-record.ts';
import type { FormCell, FormRow } from './form-row.ts';
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

/** The lines at the end of a guide that are the next one's heading: the last one, and what names a form before it. */
const headingLines = (tail: readonly FormCell[]): number => {
  let count = 0;
  for (const { text } of tail.toReversed()) {
    const isHeading = namesForm(text) || /^附件\s*\d*/u.test(text);
    if (!isHeading && (count > 0 || nameInHeading(text) === undefined)) break;
    count += 1;
  }
  return count;
};

/** Reads guides in paragraphs one after the other; the next begins where the first label comes again. */
class ParagraphGuides implements FormTaker {
  readonly #sheet: string | undefined;
  readonly #style: LabelStyle;
  #record: RecordBuilder | undefined;
  #firstKey: string | undefined;
  #headings: string[];
  /** Lines since the last label: they belong to it until the next guide turns out to begin. */
  #tail: FormCell[] = [];
  #guides = 0;

  constructor({ name, before }: SheetHead, { style }: ParagraphForm) {
    this.#sheet = name;
    this.#headings = [...before];
    this.#style = style;
  }

  take(row: FormRow): readonly FormRecord[] {
    const finished = row.cells.flatMap((cell) => this.#takeLine(cell));
    this.#record?.problems.push(...row.problems);
    return finished;
  }

  end(): readonly FormRecord[] {
    return this.#finish(false);
  }

  #takeLine(cell: FormCell): readonly FormRecord[] {
    const { text } = cell;
    const label = readLabel(text);
    // The name often stands above the numbered elements, without a number of its own.
    const isName = label !== undefined && elementOf(label) === NAME_ELEMENT;
    const leads = isName && (this.#record === undefined || label.key === this.#firstKey);
    if (label === undefined || !(leads || isMarked(label, text, this.#style))) {
      if (this.#record === undefined) this.#headings.push(text);
      else this.#tail.push(cell);
      return [];
    }
    const again = this.#record !== undefined && label.key === this.#firstKey;
    const finished = again ? this.#finish(true) : [];
    this.#record ??= recordBuilder(cell.row);
    this.#settle(this.#record);
    this.#firstKey ??= label.key;
    this.#record.add(label, label.rest, cell);
    return finished;
  }

  #settle(record: RecordBuilder): void {
    for (const cell of this.#tail) if (!record.append(cell.value, '\n')) record.notes.push(cell.text);
    this.#tail = [];
  }

  #finish(more: boolean): readonly FormRecord[] {
    const record = this.#record;
    const above = this.#headings;
    this.#headings = [];
    this.#record = undefined;
    if (record === undefined) return [];
    if (more) {
      // A label without a word beside it has its value below: one line at least stays with it.
      const most = this.#tail.length - (record.entries.at(-1)?.value === '' ? 1 : 0);
      const count = Math.max(Math.min(headingLines(this.#tail), most), 0);
      this.#headings = this.#tail.splice(this.#tail.length - count).map(({ text }) => text);
    }
    this.#settle(record);
    this.#guides += 1;
    if (record.isBlank()) return [];
    const sheet = this.#guides === 1 && !more ? this.#sheet : undefined;
    return [record.finish(nameFromHeadings(above, sheet), officeInLines(above))];
  }
}

/** The guides of a document of paragraphs. */
export const paragraphRecords = (
  head: SheetHead,
  form: ParagraphForm,
  batches: AsyncIterable<readonly GridRow[]>,
): AsyncIterable<FormRecord> => eachForm(head.merges, batches, new ParagraphGuides(head, form));
