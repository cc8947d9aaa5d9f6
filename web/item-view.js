import { ask } from './ask.js';
import { element, isEmpty, summaryList } from './element.js';
import { explorerLink } from './explorer.js';
import { guideSection, limitText } from './guide-section.js';
import { regionName, stateTag } from './item-list.js';
import { label, labels, labelsOf } from './labels.js';
import { lineSection } from './line-section.js';
import { noticeOf } from './notices.js';
import { operationText } from './stored-operations.js';

/** @typedef {import('./ask.js').Data} Data */
/** @typedef {import('./labels.js').Labels} Labels */
/** @typedef {import('./page.js').View} View */

/**
 * One item: what it is, its line through the levels and lists, and how to get it done.
 * @param {URLSearchParams} address
 * @returns {Promise<View>}
 */
export async function itemView(address) {
  const query = await operationText('item-in-full');
  const variables = { item: address.get('item') ?? '' };
  const [known, answer] = await Promise.all([labels(), ask(query, variables)]);
  const item = answer.data?.['node'];
  if (!item?.name) return { title: '没有这个事项', content: [noticeOf(answer) ?? notHere()] };
  const release = answer.release === undefined ? '' : `第 ${answer.release} 版 `;
  return {
    title: item.name,
    content: [
      noticeOf(answer),
      element(
        'p',
        { class: 'lead' },
        [label(known, 'Level', item.level), regionName(item.region), item.organisation?.name]
          .filter(Boolean)
          .join(' · '),
        ' ',
        stateTag(item, known),
      ),
      element(
        'p',
        { class: 'result-line' },
        release,
        explorerLink(query, variables, '在探索器中打开本页的查询'),
      ),
      lineSection(item, known),
      guideSection(item, known, errorsIn(answer, 'guide')),
      aboutSection(item, known),
    ],
  };
}

const notHere = () => element('p', {}, '这个标识没有对应的事项。它可能不在现行版次中，或者地址不完整。');

/**
 * Why a field is empty where it was not answered; none where there is nothing.
 * @param {import('./ask.js').Answer} answer
 * @param {string} field
 */
const errorsIn = (answer, field) => answer.errors.filter(({ path }) => path?.includes(field));

/** @param {Data} item @param {Labels} known */
function aboutSection(item, known) {
  const elements = item['elements'] ?? {};
  return element(
    'section',
    { 'aria-labelledby': 'about' },
    element('h2', { id: 'about' }, '事项要素'),
    summaryList([
      ['编码', codeText(item, known)],
      ['事项类型', label(known, 'ItemType', item['itemType'])],
      ['清单种类', label(known, 'ListKind', item['kind'])],
      ['状态', label(known, 'LifecycleState', item['state'])],
      ['设定依据', legalBasis(elements)],
      ['服务内容', elements.serviceContent],
      ['行使层级', labelsOf(known, 'ExerciseLevel', elements.exerciseLevels)],
      ['法定办结时限', limitText(elements.statutoryLimit, known)],
      ['审批结果', elements.resultName],
      ['所在清单', item['catalog']?.name && catalogLink(item['catalog'])],
      ['出处', sourceText(item['source'])],
    ]),
    segments(item['code']),
    flaws([...(item['problems'] ?? []), ...(item['code']?.problems ?? [])], known),
  );
}

/** Law by law where the source told them apart, else as it wrote them. @param {Data} elements */
function legalBasis({ legalBases, legalBasisText }) {
  if (isEmpty(legalBases)) return legalBasisText;
  return legalBases.map((/** @type {Data} */ { lawName, lawNumber, clauseNumber }) =>
    element('p', {}, [lawName, lawNumber, clauseNumber].filter(Boolean).join(' ')),
  );
}

/** @param {Data} item @param {Labels} known */
function codeText(item, known) {
  const code = item['code'];
  return code && [element('code', {}, code.raw), ` ${label(known, 'CodeScheme', code.scheme)}`];
}

/** @param {Data} catalog */
const catalogLink = (catalog) =>
  element('a', { href: `/?catalog=${encodeURIComponent(catalog['id'])}` }, catalog['name']);

/** @param {Data | null | undefined} source */
const sourceText = (source) =>
  source &&
  [
    source['document'],
    source['sheet'] && `工作表“${source['sheet']}”`,
    source['row'] && `第 ${source['row']} 行`,
  ]
    .filter(Boolean)
    .join('，');

/** @param {Data | null | undefined} code */
function segments(code) {
  if (isEmpty(code?.['segments'])) return undefined;
  return element(
    'details',
    {},
    element('summary', {}, '编码怎么拆'),
    summaryList(
      code?.['segments'].map((/** @type {Data} */ { name, value, meaning }) => [
        name,
        [element('code', {}, value), meaning && ` ${meaning}`],
      ]),
    ),
  );
}

/** @param {readonly Data[]} problems @param {Labels} known */
function flaws(problems, known) {
  if (problems.length === 0) return undefined;
  return element(
    'details',
    {},
    element('summary', {}, `入库时查出 ${problems.length} 个数据问题`),
    element(
      'ul',
      {},
      problems.map(({ severity, message, code }) =>
        element(
          'li',
          {},
          `${label(known, 'ProblemSeverity', severity)}：${message} `,
          element('code', {}, code),
        ),
      ),
    ),
  );
}
