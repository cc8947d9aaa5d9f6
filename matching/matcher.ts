import { buildGramIndex } from './index/gram-index.ts';
import type { MatchItem } from './item.ts';
import { judge } from './judge.ts';
import type { ItemJudgement } from './judgement.ts';
import { BACKGROUND } from './model/background.ts';
import { type PreparedItem, prepareItem } from './prepared-item.ts';

/** Candidates looked at by wording; those that share a code or the exact name come on top. */
const BY_WORDING = 10;

export interface Matcher {
  readonly match: (item: MatchItem) => ItemJudgement;
}

/** Makes the references ready; the result judges one item after the other against them. */
export function createMatcher(references: readonly MatchItem[]): Matcher {
  const prepared = references.map(prepareItem).sort((one, other) => (one.id < other.id ? -1 : 1));
  const index = buildGramIndex(
    prepared.map(({ core }) => core),
    BACKGROUND,
  );
  const byKey = keyTable(prepared);
  return {
    match: (item) => {
      const left = prepareItem(item);
      const places = new Set([left.exact, ...left.codeKeys].flatMap((key) => byKey.get(key) ?? []));
      const found = index.search(left.core, BY_WORDING);
      for (let at = 0; at < found.count(); at++) places.add(found.documents[at] as number);
      return judge(
        left,
        [...places].map((place) => prepared[place] as PreparedItem),
      );
    },
  };
}

const keyTable = (prepared: readonly PreparedItem[]): ReadonlyMap<string, readonly number[]> => {
  const table = new Map<string, number[]>();
  for (const [place, { exact, codeKeys }] of prepared.entries()) {
    for (const key of [exact, ...codeKeys]) {
      const places = table.get(key) ?? [];
      // A name that a hundred references share is decided by nothing that more of them would add.
      if (places.length < BY_WORDING) places.push(place);
      table.set(key, places);
    }
  }
  return table;
};
