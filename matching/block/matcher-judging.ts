import { textOf } from '../fields/law-key.ts';
import { conceptText, withConcepts } from '../index/concept-grams.ts';
import { judge } from '../judge.ts';
import type { ItemJudgement } from '../judgement.ts';
import { ACTIONS } from '../lexicon/actions.ts';
import { FACETS } from '../lexicon/facets.ts';
import { FILLERS } from '../lexicon/fillers.ts';
import { IMPLICATIONS } from '../lexicon/implications.ts';
import { termKey } from '../lexicon/knowledge.ts';
import { QUALIFIERS } from '../lexicon/qualifiers.ts';
import { SYNONYMS } from '../lexicon/synonyms.ts';
import background from '../model/background.json' with { type: 'json' };
import { BACKGROUND } from '../model/background.ts';
import { ITEM_MODEL } from '../model/item-model.ts';
import { FOUND_MODEL } from '../model/pair-model.ts';
import restWords from '../model/rest-words.json' with { type: 'json' };
import { memberNames } from '../parts/member-names.ts';
import { type PreparedItem, prepareItem } from '../prepared-item.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Judging } from './judging.ts';

const LEXICON = [ACTIONS, FACETS, FILLERS, IMPLICATIONS, QUALIFIERS, SYNONYMS];

/** Models and words as they are now: whoever changes one of them need not remember to change a number too. */
const ARTEFACTS = [background, ITEM_MODEL, FOUND_MODEL, restWords, LEXICON].map((part) =>
  JSON.stringify(part),
);
/** Rules that no artefact holds; a new one makes older answers worthless too. A table of answers tells when one is due. */
const RULES = [
  'sets of parts',
  'namesakes of the same text alone',
  'ordinary words are no slips',
  'shared ends',
  'one of several is no equal',
  'activities in a row',
  'whom a name is for',
  'members that say all by themselves',
  'received is applied for',
];
const digest = Buffer.from(fingerprintOf(...ARTEFACTS, ...RULES), 'latin1').toString('hex');

/** The content once the name is taken apart: place and office have done their work. */
const contentKey = ({ name, codeKeys, department, laws, type, parent }: PreparedItem): string => {
  // Free texts stand behind their lengths: whatever signs they hold, two contents never run together to one key.
  const texts = `${name.text.length}:${name.text}${type.length}:${type}${parent.length}:${parent}`;
  // A text of more than MOST_COMPARED characters is as cut off as one that says so, and reads as the shorter one does.
  const cut = name.truncated ? '…' : '';
  return `${texts}${cut}${codeKeys.join()};${department.join()};${textOf(laws)}`;
};

/** What the name speaks of, in whatever words: the terms it names, those that include them, and what it implies. */
const concepts = ({ name }: PreparedItem): number[] => {
  const found = [...name.implied];
  for (const terms of name.terms.values()) {
    for (const { facet, term, within } of terms) {
      for (const one of [term, ...within]) found.push(termKey(facet, one));
    }
  }
  return found;
};

const searchText = (item: PreparedItem): string => item.core + conceptText(concepts(item));

/** A name written out in full is meant: what is accepted among its namesakes needs no rivals by wording. */
const judgeNamesakes = (
  item: PreparedItem,
  namesakes: readonly PreparedItem[],
): ItemJudgement | undefined => {
  const judgement = judge(item, namesakes);
  if (judgement.band !== 'AUTO') return undefined;
  const match = namesakes.find(({ id }) => id === judgement.match);
  // 临时救助金业务办理 drops what 临时救助 does not say: 临时救助金给付 may be meant as well.
  const isItsText = match?.exact === item.exact && match.name.dropped === item.name.dropped;
  return isItsText ? judgement : undefined;
};

/** The matcher for blocks, in whatever process or thread. */
export const MATCHER: Judging<PreparedItem> = {
  version: `${ITEM_MODEL.version}-${digest}`,
  weights: withConcepts(BACKGROUND),
  prepareItem,
  searchText,
  // What is made of several is found by the name of each: no list of acts holds 业变, as 企业变更登记 does.
  questionText: (item) => [searchText(item), ...memberNames(item.name)].join(' '),
  judge: (item, candidates) => judge(item, candidates),
  judgeNamesakes,
  contentKey,
};
