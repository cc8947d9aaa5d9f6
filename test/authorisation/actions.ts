import type { Role } from '../../catalog/authority/writer.ts';
import { idsOf, PLACES, type TestPlace } from './places.ts';
import { AUTHOR, holds, type Subject } from './subjects.ts';

/** What is stored besides what `idsOf` names: proposals and decisions have ids of their own. */
export interface Stored {
  /** Two proposals of each place, by its item. */
  readonly proposals: ReadonlyMap<string, readonly [string, string]>;
  /** A decision of each place, by its item. */
  readonly decisions: ReadonlyMap<string, string>;
}

/** One field with its arguments as variables, and what of it is asked. */
export interface Asked {
  readonly kind: 'mutation' | 'query';
  readonly field: string;
  readonly declared: string;
  readonly given: string;
  readonly selection: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Something that is tried at a place. */
export interface Action {
  readonly name: string;
  readonly asked: (where: TestPlace, stored: Stored) => Asked;
  /** Whether a subject with a good token may, by the rules as they are told, not as they are programmed. */
  readonly isAllowed: (subject: Subject, where: TestPlace) => boolean;
  /** Whether the answer lets the caller in. */
  readonly isLetIn: (data: Record<string, unknown> | null | undefined, where: TestPlace) => boolean;
}

const MISSING = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
const GRANTED = new Set([
  ...['OK', 'ALREADY_DECIDED', 'ALREADY_REVOKED', 'ALREADY_PROPOSED', 'ALREADY_SETTLED'],
  ...['QUEUED', 'ALREADY_QUEUED', 'QUEUE_FULL'],
]);
const REFUSED = new Set([
  ...['NOT_YOURS', 'NO_SUCH_ITEM', 'NO_SUCH_DECISION', 'NO_SUCH_PROPOSAL', 'NO_SUCH_LIST', 'OWN_PROPOSAL'],
  // Said to nobody at all, where a call names what is not there.
  ...['NOT_WRITTEN', 'ACTOR_MISSING'],
]);

const isGranted = (result: unknown): boolean => {
  const text = String(result);
  if (GRANTED.has(text)) return true;
  if (REFUSED.has(text)) return false;
  throw new Error(`neither granted nor refused: ${text}`);
};

type Payload = { readonly result?: unknown } | null | undefined;

const byResult = (data: Record<string, unknown> | null | undefined): boolean => {
  const payload = Object.values(data ?? {})[0] as Payload;
  return payload != null && isGranted(payload.result);
};

const having =
  (...roles: readonly Role[]) =>
  (subject: Subject, where: TestPlace): boolean =>
    where.exists && holds(subject, roles, where);

const mutation = (
  field: string,
  declared: string,
  variables: Readonly<Record<string, unknown>>,
  selection = 'result message',
): Asked => {
  const names = Object.keys(variables);
  const given = names.map((name) => `${name}: $${name}`).join(', ');
  return { kind: 'mutation', field, declared, given, selection, variables };
};

const ONE = '$input: DecideMatchInput!';
const noMatch = (where: TestPlace) => ({ item: idsOf(where).item, verdict: 'NO_MATCH', reason: '试' });
const OWN = PLACES[0] as TestPlace;

const settling = (accept: boolean): Action => ({
  name: accept ? 'settleProposal' : 'settleProposal (not accepted)',
  asked: (where, { proposals }) =>
    mutation('settleProposal', '$id: ID!, $accept: Boolean!, $reason: String!', {
      id: proposals.get(idsOf(where).item)?.[accept ? 0 : 1] ?? MISSING,
      ...{ accept, reason: '试' },
    }),
  isAllowed: (subject, where) => subject.name !== AUTHOR && having('REVIEWER')(subject, where),
  isLetIn: byResult,
});

export const ACTIONS: readonly Action[] = [
  {
    name: 'decideMatch',
    asked: (where) => mutation('decideMatch', ONE, { input: noMatch(where) }),
    isAllowed: having('REVIEWER'),
    isLetIn: byResult,
  },
  {
    name: 'decideMatches',
    asked: (where) =>
      mutation(
        'decideMatches',
        '$input: [DecideMatchInput!]!',
        { input: [noMatch(where), ...(where === OWN ? [] : [noMatch(OWN)])] },
        'accepted results { result }',
      ),
    isAllowed: (subject, where) => having('REVIEWER')(subject, where) && having('REVIEWER')(subject, OWN),
    isLetIn: (data) => {
      const payload = Object.values(data ?? {})[0] as
        | { accepted: boolean; results: { result: string }[] }
        | null
        | undefined;
      if (payload == null) return false;
      const granted = payload.results.filter(({ result }) => isGranted(result));
      return payload.accepted || granted.length === payload.results.length;
    },
  },
  {
    name: 'revokeDecision',
    asked: (where, { decisions }) =>
      mutation('revokeDecision', '$id: ID!, $reason: String!', {
        id: decisions.get(idsOf(where).item) ?? 'de_nowhere',
        reason: '试',
      }),
    isAllowed: having('REVIEWER'),
    isLetIn: byResult,
  },
  {
    name: 'proposeDecision',
    asked: (where) => mutation('proposeDecision', ONE, { input: { ...noMatch(where), verdict: 'DEFER' } }),
    isAllowed: having('PROPOSER', 'REVIEWER'),
    isLetIn: byResult,
  },
  settling(true),
  settling(false),
  {
    name: 'runMatching',
    asked: (where) =>
      mutation('runMatching', '$scope: MatchScope, $mode: MatchRunMode!', {
        scope: { lists: [idsOf(where).list] },
        mode: 'FULL',
      }),
    isAllowed: having('OPERATOR'),
    isLetIn: byResult,
  },
  {
    name: 'runMatching (everything)',
    asked: () => mutation('runMatching', '$mode: MatchRunMode!', { mode: 'FULL' }),
    // The lists are of two provinces: only who operates the country holds all of them.
    isAllowed: ({ grants }) =>
      grants.some(
        ({ role, region, levels }) => role === 'OPERATOR' && region === 'country' && levels.length === 6,
      ),
    isLetIn: byResult,
  },
  {
    name: 'impact',
    asked: (where) => ({
      ...{ kind: 'query', field: 'impact', declared: '$catalog: ID!', given: 'catalog: $catalog' },
      ...{ selection: 'name added', variables: { catalog: idsOf(where).draft } },
    }),
    isAllowed: having('REVIEWER', 'OPERATOR'),
    isLetIn: (data) => {
      const payload = Object.values(data ?? {})[0] as { readonly name?: string } | null | undefined;
      return payload?.name !== undefined;
    },
  },
  {
    name: 'proposals',
    asked: () => ({
      ...{ kind: 'query', field: 'proposals', declared: '$first: Int', given: 'first: $first' },
      ...{ selection: 'totalCount nodes { left { id } }', variables: { first: 100 } },
    }),
    isAllowed: having('PROPOSER', 'REVIEWER', 'AUDITOR'),
    isLetIn: (data, where) => {
      const payload = Object.values(data ?? {})[0] as
        | { nodes: readonly { left: { id: string } }[] }
        | null
        | undefined;
      return payload?.nodes.some(({ left }) => left.id === idsOf(where).item) ?? false;
    },
  },
];
