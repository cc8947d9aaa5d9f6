import { ask } from './ask.js';
import { operationText } from './stored-operations.js';

/** @typedef {ReadonlyMap<string, ReadonlyMap<string, string>>} Labels Chinese names by enumeration and symbol */

/** From the centre down; the schema lists its values by letter. */
export const LEVELS = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'];

/** @type {Promise<Labels> | undefined} */
let loaded;

/**
 * The Chinese name of every enumeration value, from the schema's own descriptions: the page keeps no second list.
 * Empty when the hub does not say; symbols then stand for themselves. Read once, and again after a failure.
 */
export function labels() {
  loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** @returns {Promise<Labels>} */
async function load() {
  const answer = await ask(await operationText('labels'));
  /** @type {any[]} */
  const types = answer.data?.['__schema'].types ?? [];
  if (answer.data === undefined) loaded = undefined;
  return new Map(types.filter(({ kind }) => kind === 'ENUM').map((type) => [type.name, valuesOf(type)]));
}

/** @param {any} type @returns {ReadonlyMap<string, string>} */
const valuesOf = (type) =>
  new Map(type.enumValues.map((/** @type {any} */ value) => [value.name, shortName(value)]));

/**
 * The words before the explanation: “参考目录：国家或省发布的基本目录” → “参考目录”.
 * @param {{ name: string, description: string | null }} value
 */
const shortName = ({ name, description }) => description?.split('：')[0] || name;

/**
 * @param {Labels} known
 * @param {string} enumeration
 * @param {string | null | undefined} symbol
 */
export const label = (known, enumeration, symbol) =>
  symbol ? (known.get(enumeration)?.get(symbol) ?? symbol) : undefined;

/**
 * The names of several values: “自然人、企业法人”.
 * @param {Labels} known
 * @param {string} enumeration
 * @param {readonly string[] | null | undefined} symbols
 */
export const labelsOf = (known, enumeration, symbols) =>
  symbols?.map((symbol) => label(known, enumeration, symbol)).join('、');
