import { element } from './element.js';
import { itemLink, regionName } from './item-list.js';
import { label } from './labels.js';

/** @typedef {import('./ask.js').Data} Data */
/** @typedef {import('./labels.js').Labels} Labels */

/** The levels below a reference item, with the alias each has in the operation. */
const BELOW_REFERENCE = /** @type {const} */ ([
  ['atCities', 'CITY'],
  ['atCounties', 'COUNTY'],
  ['atTownships', 'TOWNSHIP'],
  ['atVillages', 'VILLAGE'],
]);

/**
 * The line of an item: up to the reference catalog, across to the other lists of its place, down to the villages.
 * @param {Data} item
 * @param {Labels} known
 */
export function lineSection(item, known) {
  return element(
    'section',
    { 'aria-labelledby': 'line' },
    element('h2', { id: 'line' }, '上下左右'),
    element(
      'ol',
      { class: 'line' },
      above(item, known),
      element(
        'li',
        { class: 'here', 'aria-current': 'true' },
        element('p', { class: 'rung' }, label(known, 'Level', item['level'])),
        element('p', { class: 'item-name' }, item['name']),
        across(item, known),
      ),
      below(item, known),
    ),
  );
}

/** @param {Data} item @param {Labels} known */
function above(item, known) {
  const match = item['referenceMatch'];
  const reference = match?.right;
  const source = item['sourceItem'];
  if (item['kind'] === 'REFERENCE') return undefined;
  return [
    rung(
      reference ? `${label(known, 'Level', reference.level)}参考目录` : '参考目录',
      reference ? [entry(reference), howKnown(match, known)] : '没有找到对应的参考目录事项。',
    ),
    'sourceItem' in item &&
      rung(
        source ? `${label(known, 'Level', source.level)}来源事项` : '来源事项',
        source ? entry(source) : '没有找到它所延伸的县级部门事项。',
      ),
  ];
}

/** @param {Data} item @param {Labels} known */
function across(item, known) {
  /** @type {Data[]} */
  const counterparts = item['counterparts'] ?? [];
  if (counterparts.length === 0) return undefined;
  return element(
    'div',
    { class: 'across' },
    element('p', { class: 'rung' }, '同一地区其他清单的对应事项'),
    counterparts.map((match) => {
      const other = match['left']?.id === item['id'] ? match['right'] : match['left'];
      return other && [entry(other), howKnown(match, known)];
    }),
  );
}

/** @param {Data} item @param {Labels} known */
function below(item, known) {
  if ('atCounties' in item)
    return BELOW_REFERENCE.map(([alias, level]) =>
      offers(item[alias], item, label(known, 'Level', level), [level]),
    );
  if ('townshipItems' in item)
    return offers(item['townshipItems'], item, '乡镇、村事项', ['TOWNSHIP', 'VILLAGE']);
  return undefined;
}

/**
 * @param {Data | null | undefined} connection
 * @param {Data} item
 * @param {string | undefined} title
 * @param {readonly string[]} levels
 */
function offers(connection, item, title, levels) {
  if (!connection || connection['totalCount'] === 0) return undefined;
  const { totalCount, nodes } = connection;
  const more = new URLSearchParams([
    ['q', item['name']],
    ...levels.map((level) => ['level', level]),
    ['region', item['region'].id],
  ]);
  return rung(`${title} ${totalCount.toLocaleString('zh-CN')} 项`, [
    element(
      'ul',
      { class: 'places' },
      nodes.map((/** @type {Data} */ node) => element('li', {}, entryLine(node, item, nodes))),
    ),
    totalCount > nodes.length &&
      element(
        'p',
        { class: 'hint' },
        `列出前 ${nodes.length} 项；`,
        element('a', { href: `/?${more}` }, '按名称检索全部'),
      ),
  ]);
}

/** Where, seen from the item: 柳林镇第一村 rather than the county's full name again. @param {Data} node @param {Data} item */
function placeName(node, item) {
  const name = regionName(node['region']);
  const here = item['region'].fullName;
  return here && name !== here && name?.startsWith(here) ? name.slice(here.length) : name;
}

/**
 * A place that offers the item. Its name is repeated only where it differs, its list only where one place stands in
 * several lists.
 * @param {Data} node
 * @param {Data} item
 * @param {readonly Data[]} nodes
 */
function entryLine(node, item, nodes) {
  const again = nodes.filter(({ region }) => region.id === node['region'].id).length > 1;
  const by = [node['organisation']?.name, again && node['catalog']?.name].filter(Boolean).join(' · ');
  return [
    itemLink(node, placeName(node, item)),
    node['name'] !== item['name'] && ` ${node['name']}`,
    by && element('span', { class: 'hint' }, ` ${by}`),
  ];
}

/** @param {import('./element.js').Child} title @param {import('./element.js').Child} content */
const rung = (title, content) => element('li', {}, element('p', { class: 'rung' }, title), content);

/** @param {Data} item */
const entry = (item) => [
  element('p', { class: 'item-name' }, itemLink(item)),
  element(
    'p',
    { class: 'facts' },
    [regionName(item['region']), item['organisation']?.name, item['catalog']?.name]
      .filter(Boolean)
      .map((fact) => element('span', {}, fact)),
    item['code']?.raw && element('code', {}, item['code'].raw),
  ),
];

/** Why the hub holds two items to belong together. @param {Data} match @param {Labels} known */
const howKnown = (match, known) =>
  element(
    'p',
    { class: 'hint' },
    [
      label(known, 'MatchRelation', match['relation']),
      label(known, 'MatchMethod', match['method']),
      label(known, 'MatchStatus', match['status']),
      `把握 ${Math.round(match['confidence'] * 100)}%`,
    ].join(' · '),
  );
