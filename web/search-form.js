import { ask } from './ask.js';
import { element } from './element.js';
import { labels } from './labels.js';
import { operationText } from './stored-operations.js';

/** @typedef {import('./ask.js').Data} Data */

const CHOICES = /** @type {const} */ ([
  ['level', 'Level'],
  ['kind', 'ListKind'],
  ['type', 'ItemType'],
]);

/**
 * Fills the form from the address. The form works before this as well: it is a plain GET form.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} address
 * @param {() => boolean} wanted false once the reader has moved on; what comes late then is left out
 */
export async function fillForm(form, address, wanted) {
  field(form, 'q').value = address.get('q') ?? '';
  const known = await labels();
  if (!wanted()) return;
  for (const [name, enumeration] of CHOICES) {
    const select = /** @type {HTMLSelectElement} */ (field(form, name));
    if (select.options.length === 1)
      select.append(
        ...[...(known.get(enumeration) ?? [])].map(([value, text]) => element('option', { value }, text)),
      );
    select.value = address.getAll(name).length === 1 ? (address.get(name) ?? '') : '';
  }
  const chosen = address.get('region') ?? '';
  const regions = await regionOptions(chosen);
  if (!wanted()) return;
  const select = /** @type {HTMLSelectElement} */ (field(form, 'region'));
  select.replaceChildren(element('option', { value: '' }, '全部地区'), ...regions);
  select.value = chosen;
}

/** @param {HTMLFormElement} form @param {string} name */
const field = (form, name) =>
  /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));

/**
 * The way up from the chosen region and one step down: a province has tens of thousands of villages.
 * @param {string} chosen
 */
const regionOptions = (chosen) => (chosen === '' ? rootOptions() : neighbourOptions(chosen));

async function rootOptions() {
  const { data } = await ask(await operationText('region-roots'));
  return [...options(data?.['provinces']?.nodes, 0), ...options(data?.['cities']?.nodes, 1)];
}

/** @param {string} chosen */
async function neighbourOptions(chosen) {
  const { data } = await ask(await operationText('region-neighbourhood'), { region: chosen });
  const region = data?.['node'];
  if (!region) return [element('option', { value: chosen }, chosen)];
  const path = [region];
  while (path[0].parent) path.unshift(path[0].parent);
  const shown = path.filter(({ level }) => level !== 'NATIONAL');
  return [
    ...shown.flatMap((step, depth) => options([step], depth)),
    ...options(region.children?.nodes, shown.length),
  ];
}

/** @param {readonly Data[] | undefined} regions @param {number} depth */
const options = (regions = [], depth) =>
  regions.map(({ id, name }) => element('option', { value: id }, '\u3000'.repeat(depth) + (name ?? id)));
