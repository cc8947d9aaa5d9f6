import type { ReadLimits } from './grid.ts';
import { type LimitPlace, passesLimit } from './sheet-limits.ts';

/** The lines of a cell or paragraph while its text comes; blank lines are left out. */
export class MarkupBlock {
  readonly #limits: ReadLimits;
  readonly #tidy: (line: string) => string;
  #lines: string[] = [];
  #line = '';
  #length = 0;

  constructor(limits: ReadLimits, tidy: (line: string) => string) {
    this.#limits = limits;
    this.#tidy = tidy;
  }

  add(text: string, place: () => LimitPlace, length = text.length): void {
    this.#line += text;
    this.#length += length;
    const longest = this.#limits.cellCharacters;
    if (this.#length > longest) throw passesLimit('单元格字数', longest, place());
  }

  /** A whole line as it stands. */
  addLine(line: string, place: () => LimitPlace): void {
    this.endLine();
    this.#lines.push(line);
    this.add('', place, line.length);
  }

  endLine(): void {
    const line = this.#tidy(this.#line);
    this.#line = '';
    if (line !== '') this.#lines.push(line);
  }

  /** The lines so far; the block is empty afterwards. */
  take(): readonly string[] {
    this.endLine();
    const lines = this.#lines;
    this.#lines = [];
    this.#length = 0;
    return lines;
  }
}
