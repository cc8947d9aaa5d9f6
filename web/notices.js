import { element } from './element.js';

/** @typedef {import('./ask.js').Answer} Answer */

/** What a reader calls the parts that can be missing from an answer, by the field they come from. */
const PARTS = new Map([
  ['release', '版次'],
  ['regions', '区划'],
  ['catalogs', '清单'],
  ['items', '事项'],
  ['node', '事项'],
  ['region', '地区'],
  ['organisation', '实施主体'],
  ['catalog', '所在清单'],
  ['elements', '事项要素'],
  ['source', '出处'],
  ['guide', '办事指南'],
  ['referenceMatch', '对应的参考目录事项'],
  ['localItems', '各地的对应事项'],
  ['townshipItems', '乡镇、村事项'],
  ['sourceItem', '来源事项'],
  ['counterparts', '其他清单的对应事项'],
  ['conditions', '受理条件'],
  ['materials', '申请材料'],
  ['steps', '办理流程'],
  ['fees', '收费项目'],
  ['windows', '受理窗口'],
  ['questions', '常见问题'],
  ['legalBases', '设定依据'],
]);

/**
 * Says in plain words what an answer lacks, and keeps the request id at hand; nothing when it lacks nothing.
 * @param {readonly Answer[]} answers
 */
export function noticeOf(...answers) {
  const errors = answers.flatMap((answer) => answer.errors);
  if (errors.length === 0) return undefined;
  const missing = [...new Set(errors.map(({ path }) => partOf(path)).filter((part) => part !== undefined))];
  const partial = answers.some((answer) => answer.data !== undefined);
  return notice(
    partial && missing.length > 0
      ? `${notObtained(errors)}：${missing.join('、')}。页面上其余内容有效。`
      : '没有取到内容。',
    [...new Set(errors.map(({ message }) => message))].slice(0, 3),
    answers.filter(({ errors: own }) => own.length > 0).map(({ requestId }) => requestId),
  );
}

/**
 * How it is told that something is missing: for a time only where asking again may bring it.
 * @param {readonly import('./ask.js').AnswerError[]} errors
 */
export const notObtained = (errors) =>
  errors.some(({ extensions }) => extensions?.retryable === false) ? '取不到' : '暂时取不到';

/**
 * @param {string} heading
 * @param {readonly string[]} sentences
 * @param {readonly (string | undefined)[]} [requestIds]
 */
export function notice(heading, sentences, requestIds = []) {
  const known = [...new Set(requestIds.filter((id) => id !== undefined))];
  return element(
    'div',
    { class: 'notice', role: 'alert' },
    element('p', { class: 'notice-heading' }, heading),
    sentences.map((sentence) => element('p', {}, sentence)),
    known.length > 0 && element('p', { class: 'hint' }, `请求编号：${known.join('、')}`),
  );
}

/** @param {readonly (string | number)[] | undefined} path */
const partOf = (path = []) => {
  const known = path.findLast((key) => PARTS.has(String(key)));
  return known === undefined ? undefined : PARTS.get(String(known));
};
