import { element } from './element.js';

const TEXT_TYPES = new Set(['ID', 'String', 'Date', 'DateTime']);
const NUMBER_TYPES = new Set(['Int', 'Float', 'Boolean']);

/**
 * The address that opens a query in the explorer. The explorer takes a query from its address but no variables,
 * so the values go in as defaults of the query's own variables; comments stay out to keep the address short.
 * @param {string} query
 * @param {Readonly<Record<string, unknown>>} [variables]
 */
export function explorerAddress(query, variables = {}) {
  return `/graphiql?${new URLSearchParams({ query: withDefaults(withoutComments(query), variables) })}`;
}

/**
 * @param {string} query
 * @param {Readonly<Record<string, unknown>>} [variables]
 * @param {string} [words]
 * @param {string} [about] said to screen readers, where several such links stand on a page
 */
export function explorerLink(query, variables = {}, words = '在探索器中打开', about = undefined) {
  return element(
    'a',
    { class: 'explore', href: explorerAddress(query, variables) },
    words,
    about !== undefined && element('span', { class: 'unseen' }, `：${about}`),
  );
}

/** @param {string} query */
export const withoutComments = (query) => query.replace(/^\s*#.*\n/gmu, '');

/**
 * @param {string} query
 * @param {Readonly<Record<string, unknown>>} variables
 */
function withDefaults(query, variables) {
  return query.replace(/(\$(\w+): ([\w[\]!]+))( = [^\n,)]+)?/gu, (found, start, name, type) => {
    const value = variables[name];
    return value === undefined || value === null ? found : `${start} = ${literal(value, type)}`;
  });
}

/**
 * A value as GraphQL writes it: names of enumerations stand without quotation marks.
 * @param {unknown} value
 * @param {string} type
 * @returns {string}
 */
function literal(value, type) {
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, type)).join(', ')}]`;
  const name = type.replace(/[[\]!]/gu, '');
  if (TEXT_TYPES.has(name)) return JSON.stringify(String(value));
  return NUMBER_TYPES.has(name) ? JSON.stringify(value) : String(value);
}
