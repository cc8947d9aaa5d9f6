import type { MatchItem } from '../matching/item.ts';
import type { Evidence, ItemJudgement } from '../matching/judgement.ts';
import { rivalNote, rivalsOf } from '../matching/rivals.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、');

/** Which references an item that handles several things in one go is made of, and whose the reasons are. */
const partsNote = (
  { match, parts = [], rest = [] }: ItemJudgement,
  nameOf: (id: string) => string,
): string | undefined => {
  if (parts.length === 0) return undefined;
  const answers = parts.map(({ reference, members }) => `${quoted(members)}对应“${nameOf(reference)}”`);
  const left = rest.length === 0 ? '' : `；${quoted(rest)}没有找到对应`;
  const explained = parts.find(({ reference }) => reference === match)?.members ?? [];
  return `左边合办几项：${answers.join('，')}${left}；各条理由只是就${quoted(explained)}说的`;
};

/**
 * What an answer as a whole says beside the reasons of its pair: which parts it has, or which two candidates are about
 * as good as each other. It moves no odds: 0 bits. Undefined where there is nothing of the kind to say.
 */
export const wholeReason = (
  judgement: ItemJudgement,
  references: ReadonlyMap<string, MatchItem>,
): Evidence | undefined => {
  const parts = partsNote(judgement, (id) => references.get(id)?.name ?? id);
  if (parts !== undefined) return { feature: 'parts', bits: 0, note: parts };
  const { relation, band, candidates } = judgement;
  const rivals = relation === 'EQUIVALENT' && band === 'REVIEW' ? rivalsOf(candidates) : undefined;
  const note = rivals && rivalNote(rivals, (id) => references.get(id));
  return note === undefined ? undefined : { feature: 'rivals', bits: 0, note };
};
