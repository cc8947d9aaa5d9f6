import type { Role } from './writer.ts';

/**
 * Who may use what is not public: one row for each field of Mutation, and for each field the schema marks with
 * `@tag(name: "protected")`, by its place in the schema. What has no row is refused to everyone.
 */
export const RULES = {
  'Mutation.decideMatch': ['REVIEWER'],
  'Mutation.decideMatches': ['REVIEWER'],
  'Mutation.revokeDecision': ['REVIEWER'],
  'Mutation.proposeDecision': ['PROPOSER', 'REVIEWER'],
  'Mutation.settleProposal': ['REVIEWER'],
  'Mutation.runMatching': ['OPERATOR'],
  // Drafts are not public: whoever decides on links and whoever publishes has to see what they would touch.
  'Query.impact': ['REVIEWER', 'OPERATOR'],
  'Query.proposals': ['PROPOSER', 'REVIEWER', 'AUDITOR'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** A place of the schema that has a row. */
export type Action = keyof typeof RULES;

const NOBODY: readonly Role[] = [];

/** The roles that may use a place of the schema, `Type.field`; none where it has no row. */
export const rolesFor = (place: string): readonly Role[] =>
  Object.hasOwn(RULES, place) ? RULES[place as Action] : NOBODY;
