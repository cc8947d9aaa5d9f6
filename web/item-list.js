import { element } from './element.js';
import { label } from './labels.js';

/** @typedef {import('./ask.js').Data} Data */
/** @typedef {import('./labels.js').Labels} Labels */

/**
 * Items as a list: name first, then where, by whom, in which list, under which code.
 * @param {readonly Data[]} items
 * @param {Labels} known
 * @param {{ start?: number }} [options] `start` numbers the list from there
 */
export function itemList(items, known, { start } = {}) {
  return element(
    start === undefined ? 'ul' : 'ol',
    { class: 'items', start },
    items.map((item) =>
      element(
        'li',
        {},
        element('p', { class: 'item-name' }, itemLink(item), ' ', stateTag(item, known)),
        element('p', { class: 'facts' }, facts(item, known)),
      ),
    ),
  );
}

/** @param {Data} item @param {string | undefined} [text] what to call it where not by its name */
export const itemLink = (item, text = item['name']) =>
  element('a', { href: `/?item=${encodeURIComponent(item['id'])}` }, text);

/** @param {Data} item @param {Labels} known */
function facts(item, known) {
  const code = item['code']?.raw;
  return [
    element('span', { class: 'level' }, label(known, 'Level', item['level'])),
    [
      regionName(item['region']),
      item['organisation']?.name,
      item['catalog']?.name ?? label(known, 'ListKind', item['kind']),
      label(known, 'ItemType', item['itemType']),
    ]
      .filter(Boolean)
      .map((fact) => element('span', {}, fact)),
    code && element('code', {}, code),
  ];
}

/** The full name, or the code alone while names cannot be had. @param {Data | null | undefined} region */
export const regionName = (region) => region?.['fullName'] ?? region?.['id'];

/** Only what is unusual is marked. @param {Data} item @param {Labels} known */
export function stateTag(item, known) {
  const state = item['state'];
  return (
    state && state !== 'IN_FORCE' && element('span', { class: 'tag' }, label(known, 'LifecycleState', state))
  );
}
