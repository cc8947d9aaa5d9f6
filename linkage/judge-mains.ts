import type { BlockJudgement } from '../matching/block/block-item.ts';
import type { BlockState, ItemState } from '../matching/block/block-state.ts';
import { contentFingerprint, fingerprintOf } from '../matching/block/fingerprint.ts';
import {
  assignMains,
  type BarredMains,
  type MainAssignment,
  type StatedMains,
} from '../matching/main-items/assign-mains.ts';
import type { CurrentLinks } from './current-links.ts';
import type { DecidedMains } from './decided-mains.ts';
import type { BlockCounts } from './judge-block.ts';
import { linksOfBlock, type MachineLink } from './links.ts';
import { type MainItems, mainItemsOf } from './main-items.ts';
import type { StoredItem } from './read-items.ts';

export interface MainsQuestion {
  /** All items of the list. */
  readonly items: readonly StoredItem[];
  readonly current: Pick<CurrentLinks, 'barred'>;
  readonly decided: DecidedMains;
  readonly model: string;
  readonly previous: BlockState | undefined;
}

/**
 * From here on, where an item of the same code segment states the main item itself, 289 of 290 were right in a district's
 * list of 1,135 items. Without such an item a person decides: in lists whose main items are not all known one in seven
 * is right however sure the rest is.
 */
const SURE = 0.99;

/** What one place of a list says of main items, and what people say. */
interface Place {
  readonly items: readonly StoredItem[];
  readonly open: readonly StoredItem[];
  readonly mains: readonly StoredItem[];
  readonly stated: StatedMains;
}

const judgementOf = ({ item, main, confidence, backed, ...why }: MainAssignment): BlockJudgement => ({
  item,
  match: main,
  relation: main === null ? 'NONE' : 'NARROWER',
  confidence,
  band: main === null ? 'NONE' : backed && confidence >= SURE ? 'AUTO' : 'REVIEW',
  ...why,
});

/** A list of many places is a list for each: the sub-items of one village say nothing of another's. */
const placesOf = (items: readonly StoredItem[], { mains, open, stated }: MainItems): readonly Place[] => {
  const mainById = new Map(mains.map((main) => [main.id, main]));
  const openIds = new Set(open.map(({ id }) => id));
  return [...Map.groupBy(items, ({ regionCode }) => regionCode).values()].map((own) => {
    const named = own.flatMap(({ id }) => [id, stated.get(id) ?? id]);
    const heads = [...new Set(named)].flatMap((id) => mainById.get(id) ?? []);
    const said = own.flatMap(({ id }) => {
      const main = stated.get(id);
      return main === undefined ? [] : [[id, main] as const];
    });
    return { items: own, open: own.filter(({ id }) => openIds.has(id)), mains: heads, stated: new Map(said) };
  });
};

const NO_MAIN = { main: null, confidence: 1, backed: false, candidates: [], evidence: [] } as const;

const judge = (
  { items, mains, stated }: Place,
  barred?: BarredMains,
): ReadonlyMap<string, BlockJudgement> => {
  // Of thousands of villages most name no main item at all.
  const assigned =
    mains.length === 0
      ? items.map(({ id }) => ({ item: id, ...NO_MAIN }))
      : assignMains(items, mains, stated, barred);
  return new Map(assigned.map((one) => [one.item, judgementOf(one)]));
};

/** All that the answers for a place rest on. */
const fingerprintOfPlace = ({ items, mains, stated }: Place): string =>
  fingerprintOf(
    ...[...items, ...mains].flatMap((item) => [item.id, contentFingerprint(item)]),
    ...mains.map(({ id }) => id),
    ...[...stated].flatMap(([item, main]) => [item, main ?? '']),
  );

const stateOf = (judgement: BlockJudgement, fingerprint: string): ItemState => ({
  id: judgement.item,
  fingerprint,
  found: { core: '', keys: [], candidates: [], last: undefined, judgement },
});

/** The place as people know it: what they confirmed is stated, and what they confirmed heads something. */
const withDecisions = (place: Place, { decided, current }: MainsQuestion): Place => {
  const rows = new Map(place.items.map((item) => [item.id, item]));
  const own = place.items.flatMap(({ id }) => {
    const main = decided.get(id);
    // A confirmed main item that stands elsewhere, or is gone, heads nothing here.
    return main === undefined || (main !== null && !rows.has(main)) ? [] : [[id, main] as const];
  });
  const heads = own.flatMap(([, main]) => (main === null ? [] : (rows.get(main) ?? [])));
  return {
    ...place,
    mains: [...new Map([...place.mains, ...heads].map((main) => [main.id, main])).values()],
    stated: new Map([
      ...[...place.stated].filter(
        ([item, main]) => main === null || current.barred.get(item)?.has(main) !== true,
      ),
      ...own,
    ]),
  };
};

/** What the machine says by itself of a pair a person ruled out stays, beside what it says knowing that. */
const settleWithPeople = (
  place: Place,
  alone: ReadonlyMap<string, BlockJudgement>,
  question: MainsQuestion,
): { readonly settled: readonly BlockJudgement[]; readonly ruledOut: readonly BlockJudgement[] } => {
  const { current, decided } = question;
  const together = judge(withDecisions(place, question), current.barred);
  const pairs = place.open.map(({ id }) => {
    const first = alone.get(id) as BlockJudgement;
    // Its own decision rules it; what the machine says without must be there when that is taken back.
    if (decided.has(id)) return { settled: first };
    const second = together.get(id) as BlockJudgement;
    const barred = current.barred.get(id);
    if (first.match === null || barred?.has(first.match) !== true) return { settled: second };
    return { settled: second.band === 'AUTO' ? { ...second, band: 'REVIEW' as const } : second, first };
  });
  return {
    settled: pairs.map(({ settled }) => settled),
    ruledOut: pairs.flatMap(({ first }) => first ?? []),
  };
};

/** The place's answers without people, those of the last run where nothing they rest on has changed. */
const judgeAlone = (place: Place, fingerprint: string, known: ReadonlyMap<string, ItemState>) => {
  const before = place.open.map(({ id }) => known.get(id));
  const stand = before.every((state) => state?.fingerprint === fingerprint);
  if (stand) return { alone: before.map((state) => (state as ItemState).found.judgement), reused: true };
  const all = judge(place);
  return { alone: place.open.map(({ id }) => all.get(id) as BlockJudgement), reused: false };
};

/**
 * Which main items the items of a list stand under that name none themselves, beside the links the list declares. People's
 * decisions speak for the items around them; on the item itself they are laid later.
 */
export const judgeMains = (
  question: MainsQuestion,
): {
  readonly links: readonly MachineLink[];
  readonly state: BlockState;
  readonly counts: BlockCounts;
} => {
  const { items, current, decided, model, previous } = question;
  const found = mainItemsOf(items);
  const known = new Map(previous?.version === model ? previous.items.map((state) => [state.id, state]) : []);
  const states: ItemState[] = [];
  const settled: BlockJudgement[] = [];
  const ruledOut: BlockJudgement[] = [];
  let reusedItems = 0;
  for (const place of placesOf(items, found)) {
    if (place.open.length === 0) continue;
    const fingerprint = fingerprintOfPlace(place);
    const { alone, reused } = judgeAlone(place, fingerprint, known);
    if (reused) reusedItems += place.open.length;
    states.push(...alone.map((judgement) => stateOf(judgement, fingerprint)));
    if (!place.items.some(({ id }) => decided.has(id) || current.barred.has(id))) {
      settled.push(...alone);
      continue;
    }
    const byItem = new Map(alone.map((judgement) => [judgement.item, judgement]));
    const withPeople = settleWithPeople(place, byItem, question);
    settled.push(...withPeople.settled);
    ruledOut.push(...withPeople.ruledOut);
  }
  const count = (band: BlockJudgement['band']) => settled.filter((one) => one.band === band).length;
  return {
    links: [...found.declared, ...linksOfBlock([...settled, ...ruledOut], new Map(), 'MAIN', model)],
    state: { version: model, references: [], items: states },
    counts: {
      items: found.declared.length + settled.length,
      judged: settled.length - reusedItems,
      reused: reusedItems,
      sure: found.declared.length,
      auto: count('AUTO'),
      review: count('REVIEW'),
      none: count('NONE'),
    },
  };
};
