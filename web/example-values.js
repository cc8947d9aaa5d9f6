import { ask } from './ask.js';
import { operationText } from './stored-operations.js';

/** @typedef {import('./ask.js').Data} Data */

/**
 * A value that exists here for each variable name of the stored operations, so that every example answers something.
 * A name without a value stays without: the query then shows what it asks for.
 * @param {number | undefined} release
 * @returns {Promise<Data>}
 */
export async function exampleValues(release) {
  const answer = await ask(await operationText('example-values'), {}, release);
  /** @type {Data[]} */
  const nodes = answer.data?.['items']?.nodes ?? [];
  const best = nodes.toSorted((one, other) => richness(other) - richness(one))[0];
  const source = best?.['sourceItem'];
  const reference = source?.referenceMatch?.right;
  const township = best?.['region']?.parent?.id;
  return {
    words: source?.name,
    item: source?.id,
    id: source?.guide?.id ?? source?.id,
    code: source?.implementationCode ?? source?.code?.raw,
    catalog: source?.catalog.id,
    basicCode: reference?.basicCode,
    reference: reference?.catalog.id,
    region: source?.region.id ?? township,
    parent: source?.region.parent?.id,
    number: answer.data?.['release']?.number,
  };
}

/** How many kinds of neighbours an item has: the more, the more an example shows. @param {Data} node */
function richness({ sourceItem: source }) {
  return [source, source?.guide, source?.referenceMatch?.right, source?.implementationCode].filter(Boolean)
    .length;
}
