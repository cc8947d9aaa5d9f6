import { ask } from './ask.js';
import { element, summaryList, table } from './element.js';
import { exampleValues } from './example-values.js';
import { examplesSection } from './examples-section.js';
import { explorerLink } from './explorer.js';
import { regionName } from './item-list.js';
import { LEVELS, label, labels } from './labels.js';
import { noticeOf } from './notices.js';
import { operationText } from './stored-operations.js';

/** @typedef {import('./ask.js').Answer} Answer */
/** @typedef {import('./ask.js').Data} Data */
/** @typedef {import('./labels.js').Labels} Labels */
/** @typedef {import('./page.js').View} View */

/**
 * What is loaded, and the stored operations as examples with values that exist here.
 * @returns {Promise<View>}
 */
export async function homeView() {
  const [query, totalsQuery] = await Promise.all([
    operationText('what-is-loaded'),
    operationText('level-totals'),
  ]);
  const [known, newest] = await Promise.all([labels(), ask(query)]);
  // Further questions name the release, so that all figures of the page belong together.
  const levels = newest.release === undefined ? [] : LEVELS;
  const [totals, values] = await Promise.all([
    Promise.all(levels.map((level) => ask(totalsQuery, { level }, newest.release))),
    exampleValues(newest.release),
  ]);
  return {
    title: undefined,
    content: [
      noticeOf(newest, ...totals),
      element(
        'section',
        { 'aria-labelledby': 'loaded' },
        element('h2', { id: 'loaded' }, '已装载'),
        releaseLine(newest, explorerLink(query)),
        totalsTable(totals, known),
      ),
      await examplesSection(values),
      doorsSection(),
    ],
  };
}

/** @param {Answer} newest @param {HTMLElement} behind */
function releaseLine(newest, behind) {
  const release = newest.data?.['release'];
  if (!release) return undefined;
  return element(
    'p',
    { class: 'result-line' },
    element('strong', {}, `第 ${release.number} 版`),
    ' · ',
    element('time', { datetime: release.publishedAt }, moment(release.publishedAt)),
    ' 发布',
    release.note && ` · ${release.note}`,
    ` · 共 ${newest.data?.['items']?.totalCount.toLocaleString('zh-CN') ?? '？'} 项`,
    ' ',
    behind,
  );
}

/** @param {readonly Answer[]} totals one answer per level @param {Labels} known */
function totalsTable(totals, known) {
  const filled = totals
    .map(({ data }, index) => ({ level: LEVELS[index], data: data ?? {} }))
    .filter(({ data }) => data['items']?.totalCount > 0 || data['catalogs']?.totalCount > 0);
  if (filled.length === 0) return undefined;
  return [
    table(
      '各级区划、清单、事项数',
      ['层级', '区划', '清单', '事项'],
      filled.map(({ level, data }) => [
        element('a', { href: `/?level=${level}` }, label(known, 'Level', level)),
        data['regions']?.totalCount,
        data['catalogs']?.totalCount,
        data['items']?.totalCount,
      ]),
    ),
    filled.map(({ level, data }) => catalogList(label(known, 'Level', level), data['catalogs'], known)),
  ];
}

/** @param {string | undefined} level @param {Data | null | undefined} catalogs @param {Labels} known */
function catalogList(level, catalogs, known) {
  if (!catalogs || catalogs['totalCount'] === 0) return undefined;
  const { nodes, totalCount } = catalogs;
  const title = `${level}清单 ${totalCount.toLocaleString('zh-CN')} 份`;
  const shown = totalCount > nodes.length ? `，列出前 ${nodes.length} 份` : '';
  return element(
    'details',
    {},
    element('summary', {}, title),
    table(
      title + shown,
      ['清单', '种类', '地区', '事项'],
      nodes.map((/** @type {Data} */ { id, name, kind, region, itemCount }) => [
        element('a', { href: `/?catalog=${encodeURIComponent(id)}` }, name ?? id),
        label(known, 'ListKind', kind),
        regionName(region),
        // Guides are no items.
        kind === 'GUIDE' ? undefined : itemCount,
      ]),
    ),
  );
}

const doorsSection = () =>
  element(
    'section',
    { 'aria-labelledby': 'doors' },
    element('h2', { id: 'doors' }, '接口'),
    summaryList([
      ['查询', element('code', {}, `POST ${location.origin}/graphql`)],
      ['探索器', element('a', { href: '/graphiql' }, '/graphiql')],
      ['接口定义', element('a', { href: '/schema.graphql' }, '/schema.graphql')],
      ['已登记的查询', element('a', { href: '/operations.json' }, '/operations.json')],
      ['运行状态', element('a', { href: '/health/ready' }, '/health/ready')],
    ]),
  );

/** A moment in the reader's own time zone. @param {string} iso */
const moment = (iso) =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
