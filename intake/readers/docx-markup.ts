import type { CellSpan } from './markup-grid.ts';
import type { MarkupStructure } from './markup-structure.ts';
import { xmlTokens } from './xml-tokens.ts';

/**
 * Elements whose content is no text of the document: deleted and moved-away revisions, the older form of what is there
 * in a newer one, field codes, the reading above a ruby text.
 */
const UNREAD = new Set('del moveFrom Fallback instrText delText delInstrText rt sdtPr sectPr'.split(' '));

/** Elements of which only the text boxes are read (`w:txbxContent`, ECMA-376 part 1 §20.4.2.38). */
const DRAWN = new Set(['drawing', 'pict', 'object']);

/** Boxes and ticks of symbol fonts, which forms use for choices, by the character's last byte. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Wingdings: { '6F': '□', '71': '□', '72': '□', A8: '□', FC: '√', FD: '☒', FE: '☑', '78': '☒' },
  'Wingdings 2': { '2A': '□', '30': '□', A3: '□', '50': '√', '52': '☑', '51': '☒', '53': '☒', '54': '☒' },
};

interface Row {
  /** Columns left out before the first cell. */
  skipped: number;
  deleted: boolean;
  opened: boolean;
}

interface Cell {
  columns: number;
  vertical: CellSpan['vertical'];
  opened: boolean;
}

type Attributes = Readonly<Record<string, string>>;

const isOn = (value: string | undefined): boolean => !/^(?:0|false|off)$/u.test(value ?? '');

const countOf = (value = ''): number => (/^\d{1,5}$/u.test(value) ? Number(value) : 0);

/** Tells the structure what Word shows of a document's body (ECMA-376 part 1, chapter 17). */
class WordTags {
  readonly #structure: MarkupStructure;
  readonly #names: string[] = [];
  readonly #rows: Row[] = [];
  readonly #cells: Cell[] = [];
  readonly #tables: number[] = [];
  #attributes: Record<string, string> = {};
  /** Elements open since one whose content is not read. */
  #unread = 0;
  /** Elements open since a drawing, not counting the text boxes in it and what stands in them. */
  #drawn = 0;
  /** What was drawn around each text box that is open. */
  readonly #boxes: number[] = [];
  #vanished = false;
  #checked = false;

  constructor(structure: MarkupStructure) {
    this.#structure = structure;
  }

  open(name: string): void {
    this.#names.push(name);
    this.#attributes = {};
    if (this.#unread > 0 || this.#isUnread(name)) {
      this.#unread += 1;
      return;
    }
    if (name === 'txbxContent') {
      this.#boxes.push(this.#drawn);
      this.#drawn = 0;
      this.#structure.endLine();
    } else if (this.#drawn > 0 || DRAWN.has(name)) this.#drawn += 1;
    else this.#openRead(name);
  }

  #openRead(name: string): void {
    if (name === 'tr') this.#rows.push({ skipped: 0, deleted: false, opened: false });
    else if (name === 'tc') this.#cells.push({ columns: 1, vertical: undefined, opened: false });
    else if (name === 'p' || name === 'tbl') this.#openCell();
    if (name === 'tbl') {
      this.#structure.openTable();
      this.#tables.push(this.#structure.table);
    }
    if (name === 'r') this.#vanished = false;
    if (name === 'checkBox') this.#checked = false;
  }

  attribute(name: string, value: string): void {
    this.#attributes[name] = value;
  }

  opened(): void {
    if (this.#unread > 0) {
      if (this.#names.at(-1) === 'del' && this.#names.at(-2) === 'trPr') this.#markDeleted();
      return;
    }
    if (this.#drawn > 0) return;
    const [name = '', parent] = [this.#names.at(-1), this.#names.at(-2)];
    const value = this.#attributes['val'];
    if (parent === 'r' || name === 'checked' || name === 'default') this.#inRun(name, this.#attributes);
    else if (parent === 'tcPr') this.#inCellProperties(name, value);
    else if (name === 'gridBefore' && parent === 'trPr') this.#setSkipped(countOf(value));
    else if (name === 'vanish' && parent === 'rPr' && this.#names.at(-3) === 'r')
      this.#vanished = isOn(value);
  }

  text(text: string): void {
    if (this.#unread + this.#drawn === 0 && !this.#vanished && this.#names.at(-1) === 't')
      this.#structure.text(text);
  }

  close(): void {
    const name = this.#names.pop();
    if (this.#unread > 0) {
      this.#unread -= 1;
      return;
    }
    if (name === 'txbxContent') {
      this.#drawn = this.#boxes.pop() ?? 0;
      this.#structure.endLine();
    } else if (this.#drawn > 0) this.#drawn -= 1;
    else this.#closeRead(name);
  }

  #closeRead(name: string | undefined): void {
    if (name === 'p') this.#structure.endLine();
    else if (name === 'tc') this.#closeCell();
    else if (name === 'tr') this.#closeRow();
    else if (name === 'tbl') this.#structure.closeTable(this.#tables.pop() ?? 0);
    else if (name === 'r') this.#vanished = false;
    else if (name === 'checkBox') this.#structure.text(this.#checked ? '☑' : '□');
  }

  /** A deleted row's cells are left out with all they hold. */
  #isUnread(name: string): boolean {
    return UNREAD.has(name) || (name === 'tc' && this.#rows.at(-1)?.deleted === true);
  }

  #markDeleted(): void {
    const row = this.#rows.at(-1);
    if (row !== undefined) row.deleted = true;
  }

  #setSkipped(count: number): void {
    const row = this.#rows.at(-1);
    if (row !== undefined) row.skipped = count;
  }

  #inCellProperties(name: string, value: string | undefined): void {
    const cell = this.#cells.at(-1);
    if (cell === undefined) return;
    if (name === 'gridSpan') cell.columns = Math.max(1, countOf(value));
    if (name === 'vMerge') cell.vertical = value === 'restart' ? 'STARTS' : 'CONTINUES';
  }

  #inRun(name: string, attributes: Attributes): void {
    if (name === 'checked') this.#checked = isOn(attributes['val']);
    // A box that was never clicked has its default only; one that was has both, the default first.
    if (name === 'default' && this.#names.at(-2) === 'checkBox') this.#checked = isOn(attributes['val']);
    if (this.#vanished) return;
    if (name === 'br' || name === 'cr') this.#structure.endLine();
    if (name === 'tab' || name === 'ptab') this.#structure.text('\t');
    if (name === 'noBreakHyphen') this.#structure.text('-');
    if (name !== 'sym') return;
    const { font = '', char = '' } = attributes;
    this.#structure.text(SYMBOLS[font]?.[char.slice(-2).toUpperCase()] ?? '');
  }

  #openCell(): void {
    const [cell, row] = [this.#cells.at(-1), this.#rows.at(-1)];
    if (cell === undefined || cell.opened || row === undefined) return;
    this.#openRow(row);
    cell.opened = true;
    this.#structure.openCell({
      columns: cell.columns,
      rows: 1,
      ...(cell.vertical && { vertical: cell.vertical }),
    });
  }

  #closeCell(): void {
    this.#openCell();
    this.#cells.pop();
    this.#structure.closeCell(this.#structure.table);
  }

  #openRow(row: Row): void {
    if (!row.opened) this.#structure.openRow(row.skipped);
    row.opened = true;
  }

  #closeRow(): void {
    const row = this.#rows.pop();
    if (row === undefined || row.deleted) return;
    this.#openRow(row);
    this.#structure.closeRow(this.#structure.table);
  }
}

/** Tells the structure a document part that comes in chunks, pausing after each. */
export async function* wordMarkup(
  chunks: AsyncIterable<Buffer>,
  structure: MarkupStructure,
): AsyncGenerator<void, void, undefined> {
  const tags = new WordTags(structure);
  const tokens = xmlTokens({
    open: (name) => tags.open(name),
    attribute: (name, value) => tags.attribute(name, value),
    opened: () => tags.opened(),
    text: (text) => tags.text(text),
    close: () => tags.close(),
  });
  for await (const chunk of chunks) {
    tokens.write(chunk);
    yield;
  }
  tokens.end();
  yield;
}
