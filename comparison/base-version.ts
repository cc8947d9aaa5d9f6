import type { Field } from '../catalog/fields/field.ts';
import type { Elements } from './drift.ts';
import { comparedForm, elementParts } from './element-parts.ts';
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
  const own = fields.map((field) => formOf(field, local));
  const agreeing = ({ elements }: Version): number =>
    fields.filter((field, at) => formOf(field, elements) === own[at]).length;
  let best = { version: newest, agreeing: agreeing(newest) };
  for (const version of earlier) {
    const count = agreeing(version);
    if (count > best.agreeing) best = { version, agreeing: count };
  }
  return best.version;
}

const formOf = ({ element, compareRule }: Field, elements: Elements): string =>
  comparedForm(elementParts(compareRule, elementValue(elements, element)));
