import { refusal } from '../refusal.ts';
import type { DatedCatalog } from './comparison-queries.ts';
import { isMeasureOf } from './measured-lists.ts';

type Catalog = Pick<DatedCatalog, 'catalogId' | 'kind' | 'regionCode'>;

/** The ids a comparison is asked with. */
export interface ComparedIds {
  readonly left: string;
  readonly right: string;
}

const isReference = ({ kind }: Catalog): boolean => kind === 'REFERENCE';

/** Lists have an id, and a key that people give them, such as the name of a file: the two are mistaken for each other. */
const isId = (id: string): boolean => id.startsWith('ca_');

/**
 * Which of two catalogs, among those of a release, is the reference. Refuses with BAD_USER_INPUT, and says what is wrong
 * with which side, whatever is not a reference catalog and a list of a place it governs.
 */
export const sidesOf = <Found extends Catalog>(
  { left, right }: ComparedIds,
  catalogs: readonly Found[],
): { readonly reference: Found; readonly list: Found } => {
  const refuse = (detail: Parameters<typeof refusal>[1]) => refusal('BAD_USER_INPUT', detail);
  if (left === right) throw refuse('COMPARE_SAME');
  const found = (id: string) => catalogs.find(({ catalogId }) => catalogId === id);
  const [one, other] = [found(left), found(right)];
  if (one === undefined) throw refuse(isId(left) ? 'COMPARE_LEFT_UNKNOWN' : 'COMPARE_LEFT_KEY');
  if (other === undefined) throw refuse(isId(right) ? 'COMPARE_RIGHT_UNKNOWN' : 'COMPARE_RIGHT_KEY');
  if (isReference(one) && isReference(other)) throw refuse('COMPARE_NO_LIST');
  if (!isReference(one) && !isReference(other)) throw refuse('COMPARE_NO_REFERENCE');
  const [reference, list] = isReference(one) ? [one, other] : [other, one];
  if (!isMeasureOf(reference, list))
    throw refuse(list === one ? 'COMPARE_LEFT_ELSEWHERE' : 'COMPARE_RIGHT_ELSEWHERE');
  return { reference, list };
};
