import { isDeepStrictEqual } from 'node:util';
import type { LinkKind } from '../catalog/link-kinds.ts';
import type { MatchEvidence } from '../db/matching.ts';
import type { BlockJudgement } from '../matching/block/block-item.ts';
import type { Part } from '../matching/judgement.ts';

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

/** The partners a judgement calls for: one, or all the parts that the item is made of. */
const partnersOf = (judgement: BlockJudgement, kind: LinkKind): readonly (Part | undefined)[] => {
  const { match, band, parts, relation } = judgement;
  if (match === null || band === 'NONE' || (kind === 'MAIN' && relation !== 'NARROWER')) return [];
  return parts ?? [undefined];
};

/** A link found by a judgement; of a part it tells what of the item it answers, and what no part does. */
const foundLink = (
  judgement: BlockJudgement,
  part: Part | undefined,
  coded: readonly string[],
  evidence: MatchEvidence,
): MachineLink => {
  const { item: left, relation, band, duplicateClaim } = judgement;
  const right = part?.reference ?? (judgement.match as string);
  const own = judgement.parts?.map(({ reference }) => reference) ?? [right];
  const place = own.indexOf(right);
  // The code says one thing and the name another: neither is believed before a person has looked.
  const contradicted = coded.some((one) => !own.includes(one));
  const accepted = band === 'AUTO' ? 'ACCEPTED' : 'REVIEW';
  return {
    left,
    right,
    method: coded.includes(right) ? 'CODE' : 'MODEL',
    relation,
    // An equal code under the same name is all the certainty there is; whatever was judged has less.
    confidence: Math.min(part?.confidence ?? judgement.confidence, 0.9999),
    status: contradicted || (duplicateClaim === true && band === 'REVIEW') ? 'CONFLICT' : accepted,
    band: band === 'NONE' ? null : band,
    evidence:
      part === undefined
        ? evidence
        : {
            ...evidence,
            evidence: part.evidence.slice(0, KEPT_EVIDENCE),
            part: { place, members: part.members, rest: judgement.rest ?? [] },
          },
  };
};

/** An equal code under another name that the engine did not find. */
const codedLink = (judgement: BlockJudgement, right: string, evidence: MatchEvidence): MachineLink => ({
  left: judgement.item,
  right,
  method: 'CODE',
  relation: 'EQUIVALENT',
  confidence: judgement.candidates.find((candidate) => candidate.reference === right)?.confidence ?? 0,
  status: 'CONFLICT',
  band: null,
  // Its reasons are another pair's: of this one only the code speaks.
  evidence: { ...evidence, evidence: [] },
});

/** What the machine makes of a judgement: the links it found, and what has become of an equal code under another name. */
const linksOfJudgement = (
  judgement: BlockJudgement,
  coded: readonly string[],
  kind: LinkKind,
  model: string,
): readonly MachineLink[] => {
  const evidence = evidenceOf(judgement, model);
  const found = partnersOf(judgement, kind).map((part) => foundLink(judgement, part, coded, evidence));
  const others = coded.filter((right) => !found.some((link) => link.right === right));
  return [...others.map((right) => codedLink(judgement, right, evidence)), ...found];
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
