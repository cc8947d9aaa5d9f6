import type { LifecycleState } from '../catalog/enumerations.ts';
import type { BasedOn } from './authority.ts';
import type { ComparedItem, ComparedLink } from './compared-item.ts';
import type { FieldDrift } from './drift.ts';

/**
 * The one state of a reference item at an authority: ADOPTED as it stands, ADAPTED in some element, PART_OF another
 * local item (or split into several, or taken over with its main item), NOT_OFFERED for a reason, SUSPENDED (挂起), UNANSWERED, NIL_RETURN where its
 * department reports to have none (零报告).
 */
export const ADOPTION_STATES = [
  'ADOPTED',
  'ADAPTED',
  'PART_OF',
  'NOT_OFFERED',
  'SUSPENDED',
  'UNANSWERED',
  'NIL_RETURN',
] as const;

export type AdoptionState = (typeof ADOPTION_STATES)[number];

/** Why a reference item is not offered. */
export const NOT_OFFERED_REASONS = [
  'NOT_AT_THIS_LEVEL',
  'NOT_ON_THIS_LIST',
  'SCHEDULED',
  'CANCELLED',
] as const;
export type NotOfferedReason = (typeof NOT_OFFERED_REASONS)[number];

/** A local item that is linked to the reference item, with how it differs from it. */
export interface Adopter {
  readonly item: ComparedItem;
  readonly link: ComparedLink;
  readonly drift: readonly FieldDrift[];
  /** The reference version it was filed from; none where that is not on record. */
  readonly basedOn?: BasedOn;
  /** The main item that it is linked to, where it is not linked to the reference item itself but takes in the whole. */
  readonly main?: ComparedItem;
}

export interface Adoption {
  readonly state: AdoptionState;
  readonly reason?: NotOfferedReason;
  /** The local items that make the state, in the order of their list. */
  readonly by: readonly Adopter[];
  /** The list's other items linked to the reference item, which make no difference: parts beside a whole, what is gone. */
  readonly besides: readonly Adopter[];
}

export interface AdoptionFacts {
  /** Only settled links count: what waits for a person answers nothing yet. */
  readonly adopters: readonly Adopter[];
  /** Items of the authority's other lists that stand for the reference item; they answer where this list is silent. */
  readonly elsewhere: readonly Adopter[];
  /** Items of the list in force that take in the whole of its main item, and it with that. */
  readonly withMain: readonly Adopter[];
  /** Whether the reference lets the authority's level exercise the item. */
  readonly isAtThisLevel: boolean;
  /** Whether the list is for such items at all: a power list takes no public service. */
  readonly isWanted: boolean;
  readonly isNilReturned: boolean;
  /** Of the reference item; it is in force where that is not said. */
  readonly referenceState?: LifecycleState;
}

/** Whether the office itself wrote an element otherwise; what is only behind the reference is not its own. */
export const isAdapted = ({ drift }: Pick<Adopter, 'drift'>): boolean =>
  drift.some(({ state }) => state === 'LOCAL_EDIT' || state === 'CONFLICT');

type Answer = Omit<Adoption, 'besides'>;

/** The state of a reference item at an authority, from the local items linked to it. Every item has exactly one. */
export function adoptionOf(facts: AdoptionFacts): Adoption {
  const answer = answerOf(facts);
  return { ...answer, besides: facts.adopters.filter((one) => !answer.by.includes(one)) };
}

const answerOf = (facts: AdoptionFacts): Answer => {
  const { adopters, elsewhere, withMain, isAtThisLevel, isWanted, isNilReturned, referenceState } = facts;
  const found = adopters.length > 0 ? adoptedBy(adopters) : restingElsewhere(elsewhere);
  if (found !== undefined) return found;
  if (!isAtThisLevel) return { state: 'NOT_OFFERED', reason: 'NOT_AT_THIS_LEVEL', by: [] };
  if (!isWanted) return { state: 'NOT_OFFERED', reason: 'NOT_ON_THIS_LIST', by: [] };
  // Nobody is asked for what the reference has cancelled, or has yet to put in force.
  if (referenceState === 'CANCELLED' || referenceState === 'SCHEDULED')
    return { state: 'NOT_OFFERED', reason: referenceState, by: [] };
  if (withMain.length > 0) return { state: 'PART_OF', by: withMain };
  return { state: isNilReturned ? 'NIL_RETURN' : 'UNANSWERED', by: [] };
};

/** 挂起 keeps an item on one list and takes it from the others (镇坪县通知五（一）): what rests there is owed nowhere. */
const restingElsewhere = (elsewhere: readonly Adopter[]): Answer | undefined =>
  elsewhere.some(({ item }) => item.state === 'IN_FORCE') ? undefined : adoptedBy(elsewhere);

const adoptedBy = (adopters: readonly Adopter[]): Answer | undefined => {
  const lives = (state: ComparedItem['state']) => adopters.filter(({ item }) => item.state === state);
  const offered = lives('IN_FORCE');
  const whole = offered.filter(({ link }) => link.relation === 'EQUIVALENT');
  if (whole.length > 0) return { state: whole.some(isAdapted) ? 'ADAPTED' : 'ADOPTED', by: whole };
  if (offered.length > 0) return { state: 'PART_OF', by: offered };
  const suspended = lives('SUSPENDED');
  if (suspended.length > 0) return { state: 'SUSPENDED', by: suspended };
  for (const reason of ['SCHEDULED', 'CANCELLED'] as const) {
    const found = lives(reason);
    if (found.length > 0) return { state: 'NOT_OFFERED', reason, by: found };
  }
  return undefined;
};
