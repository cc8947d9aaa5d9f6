import { type LegalBasis, parseLegalBases } from '../../catalog/legal-basis.ts';

/**
 * The laws a text names, several between semicolons. Lists written for matching often give a law without title marks
 * and clause, which a list's own column 设定依据 never counts as one; such a name is taken as a law here.
 */
export function namedLaws(text: string): readonly LegalBasis[] {
  const found = parseLegalBases(text);
  if (found.length > 0) return found;
  return text
    .split(/[;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => parseLegalBases(`《${part}》`));
}
