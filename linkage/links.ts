import { isDeepStrictEqual } from 'node:util';
import type { LinkKind } from '../catalog/link-kinds.ts';
import type { MatchEvidence } from '../db/matching.ts';
import type { BlockJudgement } from '../matching/block/block-item.ts';

/** What the machine says of a pair, as it is stored. */
export interface MachineLink {
  readonly left: string;
  readonly right: string;
  readonly method: 'MODEL' | 'CODE' | 'DECLARED_SOURCE' | 'UNIQUE_NAME';
  readonly relation: string;
  readonly confidence: number;
  readonly status: 'ACCEPTED' | 'REVIEW' | 'CONFLICT';
  readonly band: 'AUTO' | 'REVIEW' | null;
  readonly evidence: MatchEvidence | null;
}

/** What a publish has linked an item to within the block by its code alone, under another name. */
export type CodePartners = ReadonlyMap<string, readonly string[]>;

/** Candidates kept beside a link; the rest was no choice. */
const KEPT_CANDIDATES = 5;
const KEPT_EVIDENCE = 12;

const evidenceOf = (judgement: BlockJudgement, model: string): MatchEvidence => {
  const candidates = judgement.candidates.slice(0, KEPT_CANDIDATES);
  const runnerUp = candidates.find((candidate) => candidate.reference !== judgement.match);
  return {
    model,
    candidates,
    evidence: judgement.evidence.slice(0, KEPT_EVIDENCE),
    ...(runnerUp === undefined ? {} : { runnerUp }),
  };
};

/** What the machine makes of a judgement: the link it found, and what has become of an equal code under another name. */
const linksOfJudgement = (
  judgement: BlockJudgement,
  coded: readonly string[],
  kind: LinkKind,
  model: string,
): readonly MachineLink[] => {
  const { item: left, match, band, confidence, duplicateClaim } = judgement;
  const evidence = evidenceOf(judgement, model);
  const found =
    match === null || band === 'NONE' || (kind === 'MAIN' && judgement.relation !== 'NARROWER')
      ? undefined
      : match;
  // The code says one thing and the name another: neither is believed before a person has looked.
  const contradicted = coded.some((right) => right !== found);
  const links: MachineLink[] = coded
    .filter((right) => right !== found)
    .map((right) => {
      const said = judgement.candidates.find((candidate) => candidate.reference === right)?.confidence ?? 0;
      const relation = 'EQUIVALENT';
      return {
        left,
        right,
        method: 'CODE',
        relation,
        confidence: said,
        status: 'CONFLICT',
        band: null,
        // Its reasons are another pair's: of this one only the code speaks.
        evidence: { ...evidence, evidence: [] },
      };
    });
  if (found === undefined || band === 'NONE') return links;
  const accepted = band === 'AUTO' ? 'ACCEPTED' : 'REVIEW';
  links.push({
    left,
    right: found,
    method: coded.includes(found) ? 'CODE' : 'MODEL',
    relation: judgement.relation,
    // An equal code under the same name is all the certainty there is; whatever was judged has less.
    confidence: Math.min(confidence, 0.9999),
    status: contradicted || (duplicateClaim === true && band === 'REVIEW') ? 'CONFLICT' : accepted,
    band,
    evidence,
  });
  return links;
};

/** The links that the judgements of a block call for. */
export const linksOfBlock = (
  judgements: readonly BlockJudgement[],
  coded: CodePartners,
  kind: LinkKind,
  model: string,
): readonly MachineLink[] =>
  judgements.flatMap((judgement) =>
    linksOfJudgement(judgement, coded.get(judgement.item) ?? [], kind, model),
  );

const keyOf = ({ left, right }: { readonly left: string; readonly right: string }): string =>
  `${left} ${right}`;

/** Two models that say the same word for word leave a link as it is: a new lexicon is no reason to write a million anew. */
const saysTheSame = (one: MachineLink | undefined, other: MachineLink): boolean => {
  const plain = (link: MachineLink) => ({
    ...link,
    evidence: link.evidence && { ...link.evidence, model: '' },
  });
  return one !== undefined && isDeepStrictEqual(plain(one), plain(other));
};

/** What has to be written so that links become others: `put` is new or says something else now. */
export const differenceOf = (before: readonly MachineLink[], after: readonly MachineLink[]) => {
  const had = new Map(before.map((link) => [keyOf(link), link]));
  const wanted = new Set(after.map(keyOf));
  return {
    put: after.filter((link) => !saysTheSame(had.get(keyOf(link)), link)),
    drop: before.filter((link) => !wanted.has(keyOf(link))),
  };
};
