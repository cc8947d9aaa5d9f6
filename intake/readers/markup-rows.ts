import { BATCH_ROWS, type CellValue, type GridEvent, type GridRow, type ReadLimits } from './grid.ts';
import { MarkupBlock } from './markup-block.ts';
import type { TableOutline } from './markup-outline.ts';
import type { MarkupListener, TermPart } from './markup-structure.ts';
import { countCells, type LimitPlace } from './sheet-limits.ts';

interface OpenTable {
  readonly outline: TableOutline | undefined;
  cells: CellValue[];
  row: number;
  column: number | undefined;
  /** The text of the cell that is open; a table that only arranges the page keeps none. */
  block: MarkupBlock | undefined;
  /** Whether its sheet has been told. */
  told: boolean;
}

/** Paragraphs kept to be told with the next table: its titles stand close to it. */
const MOST_BEFORE = 200;

/** The sheet of a document that has no tables. */
const PARAGRAPHS = '正文';

/** A signature, a contact, a reference to an attachment or a note: what stands under a table of a form. */
const CLOSING =
  /^[（(]?(?:填表|填报|制表|审核|审批|负责|经办|联系|报送|单位|公章|盖章|签[字名章]|日期|时间|电话|附件|附[:：]|注[:：]?|备注|说明)/u;

/** The foot of a page of a public website. */
const FOOT = /版权所有|ICP备|公网安备|网站标识码|copyright/iu;

/** A line longer than a date or a signature. */
const SIGNATURE = 10;

/** Whether a paragraph after the tables says something by itself, as those of a guide do. */
const isContent = (line: string): boolean =>
  line.length > SIGNATURE && !CLOSING.test(line.trim()) && !FOOT.test(line);

/**
 * Turns a document whose tables are known into sheets; its paragraphs become one where it has no tables, and those
 * after the last table where they are more than signatures and notes.
 */
export class MarkupRows implements MarkupListener {
  readonly #limits: ReadLimits;
  readonly #outlines: readonly TableOutline[];
  readonly #tidy: (line: string) => string;
  readonly #count: ReturnType<typeof countCells>;
  readonly #open: OpenTable[] = [];
  /** What stands in no cell. */
  readonly #outside: MarkupBlock;
  readonly #hasSheets: boolean;
  /** Tables read as rows that have not ended: after the last of them paragraphs are rows, too. */
  #tablesLeft: number;
  /** Where the cell stands that is open, for a limit it passes. */
  readonly #place = (): LimitPlace => {
    const outer = this.#open.find(({ block }) => block !== undefined);
    return outer === undefined ? {} : { sheet: `表 ${this.#sheets + (outer.told ? 0 : 1)}`, row: outer.row };
  };
  #before: string[] = [];
  #events: GridEvent[] = [];
  #rows: GridRow[] = [];
  #sheets = 0;
  #paragraphs = 0;
  #term:
    | { readonly TERM: string[]; readonly DESCRIPTION: string[]; part: 'TERM' | 'DESCRIPTION' }
    | undefined;

  constructor(limits: ReadLimits, outlines: readonly TableOutline[], tidy: (line: string) => string) {
    this.#limits = limits;
    this.#outlines = outlines;
    this.#tidy = tidy;
    this.#count = countCells(limits);
    this.#outside = new MarkupBlock(limits, tidy);
    this.#tablesLeft = outlines.filter(({ role }) => role === 'SHEET').length;
    this.#hasSheets = this.#tablesLeft > 0;
  }

  /** The events since the last call. */
  drain(): readonly GridEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  tableOpened(table: number): void {
    const outline = this.#outlines[table - 1];
    this.#open.push({ outline, cells: [], row: 0, column: undefined, block: undefined, told: false });
  }

  tableClosed(): void {
    if (this.#open.pop()?.outline?.role !== 'SHEET') return;
    this.#giveRows();
    this.#tablesLeft -= 1;
    // What stood before a table without rows belongs to no sheet.
    if (this.#tablesLeft === 0) this.#before = [];
  }

  cellOpened(_table: number, row: number, column: number | undefined): void {
    const top = this.#open.at(-1);
    if (top === undefined) return;
    this.endLine();
    top.row = row;
    top.column = column;
    if (top.outline?.role !== 'FRAME') top.block = new MarkupBlock(this.#limits, this.#tidy);
  }

  cellClosed(): void {
    this.endLine();
    const top = this.#open.at(-1);
    const text = top?.block?.take().join('\n');
    if (top === undefined || text === undefined) return;
    top.block = undefined;
    // Of merged cells Word shows the first one's text only.
    if (top.column === undefined) return;
    while (top.cells.length < top.column) top.cells.push(null);
    top.cells[top.column] = text === '' ? null : text;
  }

  rowClosed(_table: number, row: number): void {
    const top = this.#open.at(-1);
    if (top === undefined) return;
    const { cells, outline } = top;
    top.cells = [];
    if (cells.every((cell) => cell === null)) return;
    if (outline?.role === 'NESTED') {
      const line = cells.map((cell) => String(cell ?? '').replaceAll('\n', ' ')).join('\t');
      this.#block().addLine(line.trimEnd(), this.#place);
      return;
    }
    if (!top.told) this.#tell(top);
    this.#giveRow({ row, cells }, this.#name());
  }

  text(text: string): void {
    this.#block().add(text, this.#place);
  }

  endLine(): void {
    const block = this.#block();
    block.endLine();
    if (block !== this.#outside) return;
    for (const line of block.take()) this.#paragraph(line);
  }

  term(part: TermPart): void {
    this.endLine();
    if (this.#hasSheets || this.#block() !== this.#outside) return;
    const open = this.#term;
    if (open !== undefined && (part === 'END' || (part === 'TERM' && open.DESCRIPTION.length > 0))) {
      this.#term = undefined;
      this.#row([open.TERM.join('\n'), open.DESCRIPTION.join('\n')]);
    }
    if (part === 'END') return;
    this.#term ??= { TERM: [], DESCRIPTION: [], part };
    this.#term.part = part;
  }

  /** Gives what is left; to be called once the document has ended. */
  finish(): void {
    this.term('END');
    this.#giveRows();
  }

  #block(): MarkupBlock {
    return this.#open.findLast(({ block }) => block !== undefined)?.block ?? this.#outside;
  }

  #name(): string {
    return this.#hasSheets ? `表 ${this.#sheets}` : PARAGRAPHS;
  }

  #tell(table: OpenTable): void {
    table.told = true;
    this.#sheets += 1;
    const merges = table.outline?.merges ?? [];
    const sheet = { kind: 'CELLS' as const, name: this.#name(), merges, before: this.#before };
    this.#events.push({ kind: 'SHEET', sheet });
    this.#before = [];
  }

  #paragraph(line: string): void {
    if (this.#hasSheets && this.#paragraphs === 0) {
      this.#before.push(line);
      if (this.#tablesLeft === 0 && isContent(line)) {
        for (const kept of this.#before) this.#row([kept]);
        return;
      }
      if (this.#before.length > MOST_BEFORE) this.#before.shift();
    } else if (this.#term !== undefined) this.#term[this.#term.part].push(line);
    else this.#row([line]);
  }

  #row(cells: readonly string[]): void {
    if (this.#paragraphs === 0) {
      this.#events.push({ kind: 'SHEET', sheet: { kind: 'CELLS', name: PARAGRAPHS } });
    }
    this.#paragraphs += 1;
    this.#giveRow({ row: this.#paragraphs, cells }, PARAGRAPHS);
  }

  #giveRow(row: GridRow, sheet: string): void {
    this.#count(row.row, row.cells, sheet);
    if (this.#rows.push(row) >= BATCH_ROWS) this.#giveRows();
  }

  #giveRows(): void {
    if (this.#rows.length > 0) this.#events.push({ kind: 'ROWS', rows: this.#rows });
    this.#rows = [];
  }
}
