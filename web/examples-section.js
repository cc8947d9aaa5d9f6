import { element } from './element.js';
import { explorerLink, withoutComments } from './explorer.js';
import { storedOperations } from './stored-operations.js';

/** @typedef {import('./stored-operations.js').StoredOperation} StoredOperation */

/** Whose operations are shown as examples; those of the page itself name another user. */
const USERS = ['门户开发者', '目录分析人员', '大厅集成人员'];

/**
 * The stored operations by the user they serve, each with a link that opens it in the explorer ready to run.
 * @param {Readonly<Record<string, unknown>>} values a value for each variable name
 */
export async function examplesSection(values) {
  const operations = [...(await storedOperations()).values()];
  return element(
    'section',
    { 'aria-labelledby': 'examples' },
    element('h2', { id: 'examples' }, '示例查询'),
    element('p', { class: 'hint' }, '变量已填入本库里真实的编码和标识，打开就能执行。'),
    USERS.map((user) => [
      element('h3', {}, user),
      element(
        'ul',
        { class: 'examples' },
        operations
          .filter((operation) => operation.user === user)
          .map((operation) => example(operation, values)),
      ),
    ]),
  );
}

/** @param {StoredOperation} operation @param {Readonly<Record<string, unknown>>} values */
const example = ({ name, title, explanation, text }, values) =>
  element(
    'li',
    { id: `example-${name}` },
    element('h4', {}, title),
    element('p', {}, explanation),
    explorerLink(text, values, '在探索器中打开', title),
    element(
      'details',
      {},
      element('summary', {}, '查询语句', element('span', { class: 'unseen' }, `：${title}`)),
      element('pre', { tabindex: 0 }, element('code', {}, withoutComments(text))),
    ),
  );
