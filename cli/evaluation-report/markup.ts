import type { Table } from './table.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');

/** The table with its caption and the scopes of its header cells; it scrolls by itself where it is too wide. */
export const htmlTable = ({ caption, head, rows, numbersFrom, note }: Table): string => {
  const kind = (column: number): string => (column >= numbersFrom ? ' class="number"' : '');
  const heads = head.map((title, column) => `<th scope="col"${kind(column)}>${escaped(title)}</th>`).join('');
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td${kind(column)}>${escaped(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const below = note === undefined ? '' : `<p class="note">${escaped(note)}</p>\n`;
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0">
<table><caption>${escaped(caption)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></div>
${below}`;
};
