import { element, isEmpty, summaryList, table } from './element.js';
import { label, labelsOf } from './labels.js';
import { notObtained } from './notices.js';

/** @typedef {import('./ask.js').Data} Data */
/** @typedef {import('./element.js').Child} Child */
/** @typedef {import('./labels.js').Labels} Labels */

/**
 * How to get an item done, in the order a person asks: can I, how long, with what, how, for how much, where, whom.
 * @param {Data} item
 * @param {Labels} known
 * @param {readonly import('./ask.js').AnswerError[]} errors why the guide could not be had; none where there is none
 */
export function guideSection(item, known, errors) {
  /** @type {Data} */
  const guide = item['guide'] ?? {};
  const parts = [
    summaryList(basics(item, known)),
    part('受理条件', conditions(guide)),
    part('申请材料', materials(guide, known)),
    part('办理流程', steps(guide, known)),
    part('收费', fees(guide)),
    part('到哪里办', places(guide)),
    part('咨询与监督', summaryList(contacts(guide))),
    part('常见问题', questions(guide)),
  ].filter((one) => one !== undefined);
  return element(
    'section',
    { 'aria-labelledby': 'guide' },
    element('h2', { id: 'guide' }, '怎么办'),
    !item['guide'] &&
      element('p', { class: 'hint' }, errors.length > 0 ? missingGuide(errors) : '还没有办事指南。'),
    parts,
  );
}

/** @param {readonly import('./ask.js').AnswerError[]} errors */
const missingGuide = (errors) => {
  const told = notObtained(errors);
  return told.startsWith('暂时') ? `办事指南${told}，请稍后再看。` : `办事指南${told}。`;
};

/** @param {string} title @param {Child} content */
const part = (title, content) => (isEmpty(content) ? undefined : [element('h3', {}, title), content]);

/** @param {Data} item @param {Labels} known @returns {[string, Child][]} */
function basics(item, known) {
  const elements = item['elements'] ?? {};
  const guide = item['guide']?.elements ?? {};
  return [
    ['谁可以办', labelsOf(known, 'ServiceObject', elements.serviceObjects)],
    ['多久办完', limitText(elements.promisedLimit, known)],
    ['办件类型', label(known, 'CaseType', elements.caseType)],
    ['办理形式', labelsOf(known, 'HandlingForm', elements.handlingForms)],
    ['跑几次', visitsText(elements.visits)],
    ['通办范围', label(known, 'HandlingArea', elements.handlingArea)],
    ['网上办理', guide.onlineAddress && webLink(guide.onlineAddress)],
  ];
}

/** @param {number | null | undefined} visits */
function visitsText(visits) {
  if (typeof visits !== 'number') return undefined;
  return visits === 0 ? '不用到现场' : `${visits} 次`;
}

/** @param {Data} guide */
function conditions(guide) {
  /** @type {Data[]} */
  const listed = guide['conditions'] ?? [];
  if (listed.length === 0) return paragraphs(guide['elements']?.acceptCondition);
  return element(
    'ul',
    {},
    listed.map(({ name, situation }) =>
      element('li', {}, name, situation && element('span', { class: 'hint' }, ` ${situation}`)),
    ),
  );
}

/** @param {Data} guide @param {Labels} known */
function materials(guide, known) {
  /** @type {Data[]} */
  const listed = guide['materials'] ?? [];
  if (listed.length === 0) return paragraphs(guide['elements']?.materialsText);
  return [
    table(
      '申请材料一览',
      ['材料', '是否必要', '形式', '原件', '复印件', '来源', '填报须知'],
      listed.map((material) => [
        material['name'],
        label(known, 'MaterialNecessity', material['necessity']),
        label(known, 'MaterialForm', material['form']),
        material['originals'],
        material['copies'],
        material['issuer'] ?? label(known, 'MaterialSource', material['source']),
        material['fillingNote'],
      ]),
      { captioned: false },
    ),
    guide['elements']?.commonMistakes && element('p', {}, `常见错误：${guide['elements'].commonMistakes}`),
  ];
}

/** @param {Data} guide @param {Labels} known */
function steps(guide, known) {
  /** @type {Data[]} */
  const listed = guide['steps'] ?? [];
  if (listed.length === 0) return paragraphs(guide['elements']?.handleFlow);
  return element(
    'ol',
    { class: 'steps' },
    listed.map(({ name, standard, result, timeLimit }) =>
      element(
        'li',
        {},
        element('strong', {}, name),
        timeLimit && `（${limitText(timeLimit, known)}）`,
        [standard, result].filter(Boolean).map((text) => element('p', { class: 'hint' }, text)),
      ),
    ),
  );
}

/** @param {Data} guide */
function fees(guide) {
  /** @type {Data[]} */
  const listed = guide['fees'] ?? [];
  const elements = guide['elements'] ?? {};
  if (listed.length > 0)
    return table(
      '收费项目一览',
      ['项目', '标准', '依据'],
      listed.map(({ name, standard, legalBasis }) => [name, standard, legalBasis]),
      { captioned: false },
    );
  if (elements.hasFee === false) return element('p', {}, '不收费。');
  return summaryList([
    ['标准', elements.feeStandard],
    ['依据', elements.feeBasis],
  ]);
}

/** @param {Data} guide */
function places(guide) {
  /** @type {Data[]} */
  const listed = guide['windows'] ?? [];
  const elements = guide['elements'] ?? {};
  return [
    listed.length > 0 &&
      table(
        '受理窗口一览',
        ['窗口', '地址', '电话', '办理时间'],
        listed.map(({ name, address, phone, hours }) => [name, address, phone, hours]),
        { captioned: false },
      ),
    summaryList([
      ['办理地点', elements.address],
      ['办理时间', elements.hours],
      ['时间和地点', elements.hoursAndAddress],
      ['结果送达', elements.resultDelivery],
    ]),
  ];
}

/** @param {Data} guide @returns {[string, Child][]} */
function contacts({ elements = {} }) {
  const { consultation, consultationPhone, supervision, supervisionPhone } = elements ?? {};
  return [
    ['咨询', consultation ?? consultationPhone],
    ['咨询电话', consultation && consultationPhone],
    ['监督投诉', supervision ?? supervisionPhone],
    ['监督电话', supervision && supervisionPhone],
  ];
}

/** @param {Data} guide */
const questions = (guide) =>
  (guide['questions'] ?? []).map((/** @type {Data} */ { question, answer }) =>
    element('details', {}, element('summary', {}, question), paragraphs(answer)),
  );

/** Running text as the source wrote it, line by line. @param {string | readonly string[] | null | undefined} text */
function paragraphs(text) {
  const lines = Array.isArray(text) ? text : String(text ?? '').split(/\r?\n/u);
  return lines.filter((line) => line.trim() !== '').map((line) => element('p', {}, line));
}

/** Only addresses of the web become links: a source may say anything. @param {string} address */
const webLink = (address) =>
  /^https?:\/\//iu.test(address) ? element('a', { href: address, rel: 'noreferrer' }, address) : address;

/**
 * A time limit in words; what the source wrote where it could not be read as a number.
 * @param {Data | null | undefined} limit
 * @param {Labels} known
 */
export function limitText(limit, known) {
  if (!limit) return undefined;
  if (limit['immediate']) return '即时办结';
  if (typeof limit['amount'] !== 'number') return limit['raw'];
  const counted = limit['unit'] === 'YEAR' ? '' : '个';
  return `${limit['amount']} ${counted}${label(known, 'TimeLimitUnit', limit['unit']) ?? ''}`;
}
