import { ask } from './ask.js';
import { element } from './element.js';
import { explorerLink } from './explorer.js';
import { itemList, regionName } from './item-list.js';
import { label, labels } from './labels.js';
import { noticeOf } from './notices.js';
import { operationText } from './stored-operations.js';

/** @typedef {import('./ask.js').Data} Data */
/** @typedef {import('./page.js').View} View */

const PAGE_SIZE = 20;

/**
 * The items that contain the words of the address, at every level.
 * @param {URLSearchParams} address
 * @returns {Promise<View>}
 */
export async function searchView(address) {
  const query = await operationText('find-items');
  const variables = searchVariables(address);
  const [known, answer] = await Promise.all([labels(), ask(query, variables)]);
  const found = answer.data?.['items'];
  const words = address.get('q')?.trim();
  return {
    title: words ? `“${words}”的检索结果` : '检索结果',
    content: [
      noticeOf(answer),
      found && resultLine(found, address, answer.release, explorerLink(query, variables)),
      found?.nodes.length === 0 && nothingFound(address),
      found && itemList(found.nodes, known, { start: firstNumber(address) }),
      found && pages(found, address),
    ],
  };
}

/**
 * One catalog, item by item in the order of its file.
 * @param {URLSearchParams} address
 * @returns {Promise<View>}
 */
export async function catalogView(address) {
  const query = await operationText('catalog-page');
  const variables = withoutEmpty({
    catalog: address.get('catalog'),
    first: PAGE_SIZE,
    after: address.get('after'),
  });
  const [known, answer] = await Promise.all([labels(), ask(query, variables)]);
  const catalog = answer.data?.['node'];
  const found = catalog?.items;
  const facts = [
    regionName(catalog?.region),
    label(known, 'Level', catalog?.level),
    label(known, 'ListKind', catalog?.kind),
  ];
  return {
    title: catalog?.name ?? '没有这份清单',
    content: [
      noticeOf(answer),
      catalog && element('p', { class: 'lead' }, facts.filter(Boolean).join(' · ')),
      found && resultLine(found, address, answer.release, explorerLink(query, variables)),
      catalog?.kind === 'GUIDE' && element('p', {}, '这是办事指南集；指南在各事项的页面上看。'),
      found && itemList(found.nodes, known, { start: firstNumber(address) }),
      found && pages(found, address),
    ],
  };
}

/** @param {URLSearchParams} address */
export const searchVariables = (address) =>
  withoutEmpty({
    words: address.get('q')?.trim(),
    level: address.getAll('level').filter(Boolean),
    kind: address.getAll('kind').filter(Boolean),
    type: address.getAll('type').filter(Boolean),
    region: address.get('region'),
    first: PAGE_SIZE,
    after: address.get('after'),
  });

/** @param {Data} variables @returns {Data} */
const withoutEmpty = (variables) =>
  Object.fromEntries(
    Object.entries(variables).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : Boolean(value),
    ),
  );

/** Cursors do not count, so the address does. @param {URLSearchParams} address */
function firstNumber(address) {
  const from = Number(address.get('from'));
  return address.has('after') && Number.isSafeInteger(from) && from > 0 ? from : 1;
}

/**
 * @param {Data} found
 * @param {URLSearchParams} address
 * @param {number | undefined} release
 * @param {HTMLElement} behind the link to the operation behind the list
 */
function resultLine(found, address, release, behind) {
  const from = firstNumber(address);
  const range = found['nodes'].length > 0 && `，第 ${from}–${from + found['nodes'].length - 1} 项`;
  const pinned = address.has('after') ? '（翻页停在这一版）' : '';
  return element(
    'p',
    { class: 'result-line', role: 'status' },
    element('strong', {}, `共 ${found['totalCount'].toLocaleString('zh-CN')} 项`),
    range,
    release !== undefined && ` · 第 ${release} 版${pinned}`,
    ' ',
    behind,
  );
}

/** @param {URLSearchParams} address */
const nothingFound = (address) =>
  element(
    'p',
    {},
    '没有符合条件的事项。可以少写几个字，用空格分开几个词，',
    address.get('level') || address.get('region') || address.get('kind') || address.get('type')
      ? '或放宽层级、地区等条件。'
      : '或改用事项编码的开头。',
  );

/** @param {Data} found @param {URLSearchParams} address */
function pages(found, address) {
  const { hasNextPage, endCursor } = found['pageInfo'];
  const first = new URLSearchParams(address);
  first.delete('after');
  first.delete('from');
  const next = new URLSearchParams(first);
  next.set('after', endCursor ?? '');
  next.set('from', String(firstNumber(address) + found['nodes'].length));
  if (!hasNextPage && !address.has('after')) return undefined;
  return element(
    'nav',
    { class: 'pages', 'aria-label': '翻页' },
    address.has('after') && element('a', { href: `/?${first}` }, '回到第一页'),
    hasNextPage && element('a', { href: `/?${next}`, rel: 'next' }, '下一页'),
  );
}
