import { Parser } from 'htmlparser2';
import { problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';
import type { MarkupStructure } from './markup-structure.ts';

const refused = (detail: string): FileRefused => new FileRefused(problem('FILE_UNREADABLE', { detail }));

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary ul'
  ).split(' '),
);

/** Elements whose content is not shown, or shows what could be chosen rather than what was. */
const UNSEEN = new Set(
  'script style template title noscript select datalist svg math iframe object audio video canvas xml'.split(
    ' ',
  ),
);

const HIDDEN_STYLE = /display\s*:\s*none|mso-hide\s*:\s*all/iu;

/** How far out a start tag of a table ends what was left open before it: cells end cells, rows end rows. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['td', 0],
  ['th', 0],
  ['tr', 1],
  ['caption', 2],
  ['thead', 2],
  ['tbody', 2],
  ['tfoot', 2],
  ['table', 3],
]);

/** Elements within one another; no page a person wrote has as many, and the parser's time grows with them. */
const DEEPEST = 1_000;

/** Characters of one tag or comment that has not ended: a tag may hold a picture. */
const LONGEST_TOKEN = 16 << 20;

interface OpenElement {
  readonly name: string;
  /** Whether what stands in it is not shown; a cell that begins ends that of an element left open before it. */
  hides: boolean;
  /** The table it belongs to. */
  readonly table: number;
}

const spanOf = (text: string | undefined, most: number): number => {
  const count = Number.parseInt(text ?? '', 10);
  return count > 0 ? Math.min(count, most) : 1;
};

/** A row span of 0 reaches to the end of the head or body (HTML Standard §4.9.12.1). */
const rowSpanOf = (text: string | undefined): number =>
  Number.parseInt(text ?? '', 10) === 0 ? 65_534 : spanOf(text, 65_534);

/** Tells the structure what a browser would show of a page. */
class HtmlTags {
  readonly #structure: MarkupStructure;
  readonly #open: OpenElement[] = [];
  #hiding = 0;

  constructor(structure: MarkupStructure) {
    this.#structure = structure;
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    const rank = RANKS.get(name);
    if (rank !== undefined && this.#hiding > 0) this.#endHiding(rank);
    if (this.#open.length > DEEPEST) throw refused(`网页的标签嵌套超过 ${DEEPEST} 层`);
    const hides = UNSEEN.has(name) || 'hidden' in attributes || HIDDEN_STYLE.test(attributes['style'] ?? '');
    if (hides) this.#hiding += 1;
    if (this.#hiding === 0) this.#tell(name, attributes);
    this.#open.push({ name, hides, table: this.#structure.table });
  }

  closed(name: string): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.hides) this.#hiding -= 1;
    if (this.#hiding > 0 || element.hides) return;
    const { table } = element;
    if (name === 'table') this.#structure.closeTable(table);
    else if (name === 'tr') this.#structure.closeRow(table);
    else if (name === 'td' || name === 'th') this.#structure.closeCell(table);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') this.#structure.closeSection(table);
    else if (name === 'dl') this.#structure.term('END');
    else if (BLOCKS.has(name)) this.#structure.endLine();
  }

  text(text: string): void {
    if (this.#hiding === 0) this.#structure.text(text);
  }

  #tell(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table') this.#structure.openTable();
    else if (name === 'tr') this.#structure.openRow(0);
    else if (name === 'td' || name === 'th') {
      const columns = spanOf(attributes['colspan'], 1_000);
      this.#structure.openCell({ columns, rows: rowSpanOf(attributes['rowspan']) });
    } else if (name === 'dt') this.#structure.term('TERM');
    else if (name === 'dd') this.#structure.term('DESCRIPTION');
    else if (BLOCKS.has(name)) this.#structure.endLine();
  }

  /** What hides ends with the cell it was left open in. */
  #endHiding(rank: number): void {
    for (const element of this.#open.toReversed()) {
      // A table within a cell ends nothing.
      if (rank === 3 || (RANKS.get(element.name) ?? -1) > rank) return;
      if (element.hides) this.#hiding -= 1;
      element.hides = false;
    }
  }
}

/** Tells the structure a page whose text comes in chunks, pausing after each. */
export async function* htmlMarkup(
  chunks: AsyncIterable<string>,
  structure: MarkupStructure,
): AsyncGenerator<void, void, undefined> {
  const tags = new HtmlTags(structure);
  let written = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => tags.opened(name, attributes),
    onclosetag: (name) => tags.closed(name),
    ontext: (text) => tags.text(text),
  });
  for await (const chunk of chunks) {
    parser.write(chunk);
    written += chunk.length;
    if (written - parser.endIndex > LONGEST_TOKEN) throw refused('网页中有一处标签或注释没有结束');
    yield;
  }
  parser.end();
  yield;
}
