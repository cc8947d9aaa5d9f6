import type { Authority } from '../authority.ts';
import { bySurety, type ComparedItem, type ComparedLink, type ComparedList } from '../compared-item.ts';

/** An item that may be what is looked for, and the link that a person has not yet decided on. */
export interface Waiting {
  readonly item: ComparedItem;
  readonly link: ComparedLink;
}

/** Even odds: what is less likely is named as the nearest there is, not as what it seems to be. */
const LIKELY = 0.5;

/** How a link that waits is worded: 疑似 what is likely, 可能 what is not, with how sure that is, cut to whole percents. */
export const wordsOf = ({
  confidence,
}: Pick<ComparedLink, 'confidence'>): { readonly seems: string; readonly doubt: string } =>
  confidence < LIKELY
    ? { seems: '可能', doubt: `，把握不大（${Math.floor(confidence * 100 + 1e-6)}%）` }
    : { seems: '疑似', doubt: '' };

/** “甲”疑似就是, as far as it is. */
export const seemsToBe = (one: string, other: string, link: Pick<ComparedLink, 'confidence'>): string => {
  const { seems, doubt } = wordsOf(link);
  return `${one}${seems}就是${other}${doubt}`;
};

const waits = ({ isSettled, relation }: ComparedLink): boolean => !isSettled && relation !== 'RELATED';

/** What may stand for the reference item as a whole; parts of one, and what is made of several, CMP-28 tells. */
export const isWhole = ({ link }: Waiting): boolean => link.relation === 'EQUIVALENT';

/** The likeliest reference item of the catalog that a local item may stand for, while a person has not yet said so. */
export const waitingReference = (
  { links, item: itemOf }: Authority,
  itemId: string,
  { catalogId }: ComparedList,
): Waiting | undefined =>
  links
    .from('REFERENCE', itemId)
    .filter(waits)
    .sort(bySurety)
    .flatMap((link) => {
      const item = itemOf(link.rightId);
      return item?.catalogId === catalogId ? [{ item, link }] : [];
    })[0];

/** The likeliest item of the list that may stand for a reference item, while a person has not yet said so. */
export const waitingLocal = (
  { links, item: itemOf }: Authority,
  referenceId: string,
  { catalogId }: ComparedList,
): Waiting | undefined =>
  links
    .to('REFERENCE', referenceId)
    .filter(waits)
    .sort(bySurety)
    .flatMap((link) => {
      const item = itemOf(link.leftId);
      return item?.catalogId === catalogId ? [{ item, link }] : [];
    })[0];
