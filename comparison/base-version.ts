import type { Field } from '../catalog/fields/field.ts';
import type { Elements } from './drift.ts';
import { comparedForm, elementParts, textOf } from './element-parts.ts';
import { elementValue } from './element-value.ts';

/**
 * The version a local text was written from: of several versions of its reference, the newest first, the one that it
 * agrees with in the most elements, and the newest of those that agree in as many.
 */
export function baseVersion<Version extends { readonly elements: Elements }>(
  fields: readonly Field[],
  versions: readonly [Version, ...Version[]],
  local: Elements,
): Version {
  const [newest, ...earlier] = versions;
  if (earlier.length === 0) return newest;
  // What all versions word alike tells none from another, and is most of what they say.
  const telling = fields.filter((field) =>
    earlier.some(({ elements }) => wordsOf(field, elements) !== wordsOf(field, newest.elements)),
  );
  const own = telling.map((field) => formOf(field, local));
  const agreeing = ({ elements }: Version): number =>
    telling.filter((field, at) => formOf(field, elements) === own[at]).length;
  let best = { version: newest, agreeing: agreeing(newest) };
  for (const version of earlier) {
    const count = agreeing(version);
    if (count > best.agreeing) best = { version, agreeing: count };
  }
  return best.version;
}

const formOf = ({ element, compareRule }: Field, elements: Elements): string =>
  comparedForm(elementParts(compareRule, elementValue(elements, element)));

const wordsOf = ({ element }: Field, elements: Elements): string => textOf(elementValue(elements, element));
