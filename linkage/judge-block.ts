import type { LinkKind } from '../catalog/link-kinds.ts';
import type { BlockItem, BlockJudgement } from '../matching/block/block-item.ts';
import type { BlockState } from '../matching/block/block-state.ts';
import { judgeWithout } from '../matching/block/judge-without.ts';
import type { Prepared } from '../matching/block/judging.ts';
import { matchBlock } from '../matching/block/match-block.ts';
import type { ReferenceList } from '../matching/block/reference-list.ts';
import type { CurrentLinks } from './current-links.ts';
import { linksOfBlock, type MachineLink } from './links.ts';

/** How many items of a block fared in which way. */
export interface BlockCounts {
  readonly items: number;
  readonly judged: number;
  readonly reused: number;
  /** Linked without a judgement. */
  readonly sure: number;
  readonly auto: number;
  readonly review: number;
  readonly none: number;
}

export interface BlockQuestion<Item extends Prepared> {
  readonly kind: LinkKind;
  readonly references: ReferenceList<Item>;
  readonly items: readonly BlockItem[];
  readonly current: CurrentLinks;
  readonly previous: BlockState | undefined;
}

/** Judged once more without the partners a person has ruled out; what is left is for a person, however likely. */
const forAPerson = (judgement: BlockJudgement): BlockJudgement =>
  judgement.band === 'AUTO' ? { ...judgement, band: 'REVIEW' } : judgement;

const partnersOf = ({ match, parts }: BlockJudgement): readonly string[] =>
  parts?.map(({ reference }) => reference) ?? (match === null ? [] : [match]);

const count = (judgements: readonly BlockJudgement[], band: BlockJudgement['band']): number =>
  judgements.filter((judgement) => judgement.band === band).length;

/**
 * What the engine makes of a block: the links it calls for, those that need no judgement left aside, its state for the
 * next run, and how many items fared in which way.
 */
export const judgeBlock = <Item extends Prepared>({
  kind,
  references,
  items,
  current,
  previous,
}: BlockQuestion<Item>): {
  readonly links: readonly MachineLink[];
  readonly state: BlockState;
  readonly counts: BlockCounts;
} => {
  const asked = items.filter((item) => !current.firm.has(item.id));
  const { judgements, state, counts } = matchBlock({ references, items: asked, previous });
  const byId = new Map(asked.map((item) => [item.id, item]));
  const settled = judgements.map((judgement) => {
    const barred = current.barred.get(judgement.item);
    if (barred === undefined || !partnersOf(judgement).some((partner) => barred.has(partner)))
      return judgement;
    return forAPerson(judgeWithout(references, byId.get(judgement.item) as BlockItem, barred));
  });
  // A partner ruled out stays beside the one that took its place, as what a person said no to.
  const model = references.judging.version;
  const before = judgements.filter((judgement, at) => judgement !== settled[at]);
  const ruledOut = linksOfBlock(before, new Map(), kind, model).filter(
    ({ left, right }) => current.barred.get(left)?.has(right) === true,
  );
  return {
    links: [...linksOfBlock(settled, current.coded, kind, model), ...ruledOut],
    state,
    counts: {
      items: items.length,
      ...counts,
      sure: items.length - asked.length,
      auto: count(settled, 'AUTO'),
      review: count(settled, 'REVIEW'),
      none: count(settled, 'NONE'),
    },
  };
};
