/**
 * What may stand inside an element. Text becomes a text node, never markup: nothing from the data can be executed.
 * @typedef {Node | string | number | null | undefined | false | readonly Child[]} Child
 */

/** @typedef {Readonly<Record<string, string | number | boolean | null | undefined>>} Attributes */

/**
 * A new element. An attribute of null, undefined or false is left out; true stands without a value.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  append(made, children);
  return made;
}

/**
 * @param {HTMLElement} parent
 * @param {readonly Child[]} children
 */
function append(parent, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child instanceof Node ? child : String(child));
  }
}

/**
 * A list of names and values; a pair without a value is left out, and so is a list without pairs.
 * @param {readonly (readonly [string, Child])[]} pairs
 */
export function summaryList(pairs) {
  const filled = pairs.filter(([, value]) => !isEmpty(value));
  if (filled.length === 0) return undefined;
  return element(
    'dl',
    { class: 'summary' },
    filled.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}

/**
 * @param {Child} value
 * @returns {boolean}
 */
export function isEmpty(value) {
  if (Array.isArray(value)) return value.every(isEmpty);
  return value === null || value === undefined || value === false || value === '';
}

/**
 * A table with a caption and column headings. Columns that are empty in every row are left out.
 * @param {string} caption
 * @param {readonly string[]} headings
 * @param {readonly (readonly Child[])[]} rows the first cell of each row is its heading
 * @param {{ captioned?: boolean }} [options] false where a heading above already says what the caption says
 */
export function table(caption, headings, rows, { captioned = true } = {}) {
  const kept = headings
    .map((_, column) => column)
    .filter((column) => rows.some((row) => !isEmpty(row[column])));
  const numeric = kept.filter((column) =>
    rows.every((row) => isEmpty(row[column]) || typeof row[column] === 'number'),
  );
  /** @param {number} column */
  const look = (column) => ({ class: numeric.includes(column) && 'number' });
  const head = kept.map((column) => element('th', { scope: 'col', ...look(column) }, headings[column]));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      kept.map((column, index) =>
        index === 0
          ? element('th', { scope: 'row' }, row[column])
          : element('td', look(column), shown(row[column])),
      ),
    ),
  );
  return element(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', { class: !captioned && 'unseen' }, caption),
      element('thead', {}, element('tr', {}, head)),
      element('tbody', {}, body),
    ),
  );
}

/** @param {Child} value */
const shown = (value) => (typeof value === 'number' ? value.toLocaleString('zh-CN') : value);
