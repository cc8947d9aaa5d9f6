import type { GraphQLResolveInfo } from 'graphql';
import { FIELDS } from '../../catalog/fields.ts';
import type { Adopter } from '../../comparison/adoption.ts';
import type { Stretch } from '../../comparison/changed-text.ts';
import type { ReferenceRow } from '../../comparison/compare-lists.ts';
import type { FieldDrift } from '../../comparison/drift.ts';
import { AUTHORITY_RULES, LIST_RULES } from '../../comparison/rules.ts';
import type { DriftState } from '../../comparison/three-way.ts';
import type { SubgraphContext } from '../context.ts';
import type { CatalogsCompared, CompareArguments } from './comparison-lists.ts';
import type { AdoptionsArguments, CoverageArguments, CoverageRow } from './coverage.ts';
import type { RegionAdoption } from './coverage-adoptions.ts';
import type { Count } from './coverage-codes.ts';
import { driftText } from './drift-text.ts';
import type { RegionFindingsArguments } from './findings.ts';
import type { PlacedFinding } from './findings-list.ts';
import { itemAt } from './item-at.ts';
import type { MatchingLoaders } from './loaders.ts';

type Context = SubgraphContext<MatchingLoaders>;

const RULES = new Map([...LIST_RULES, ...AUTHORITY_RULES].map((rule) => [rule.code, rule]));
/** Chinese titles of elements. */
export const TITLES = new Map(
  [...FIELDS.guide, ...FIELDS.item].map(({ element, chinese }) => [element as string, chinese]),
);

const itemOf = (id: string | undefined, context: Context, info: GraphQLResolveInfo) =>
  id === undefined ? null : itemAt(id, context, info);

/** The texts of stretches, what both sides have and what is one's own in turns: short, and no object each. */
const inTurns = (stretches: readonly Stretch[]): readonly string[] =>
  stretches[0]?.isOwn === true
    ? ['', ...stretches.map(({ text }) => text)]
    : stretches.map(({ text }) => text);

/** How comparisons, findings and coverage answer. */
export const comparisonResolvers = {
  Query: {
    compareCatalogs: (_root: unknown, args: CompareArguments, { loaders, today }: Context) =>
      loaders.compareCatalogs(args, today),
    findings: (_root: unknown, args: RegionFindingsArguments, { loaders, today }: Context) =>
      loaders.findings(args, today),
    coverage: (_root: unknown, args: CoverageArguments, { loaders, today }: Context) =>
      loaders.coverage(args, today),
    adoptions: (_root: unknown, args: AdoptionsArguments, { loaders, today }: Context) =>
      loaders.adoptions(args, today),
  },
  CatalogComparison: {
    left: ({ leftId }: CatalogsCompared) => ({ id: leftId }),
    right: ({ rightId }: CatalogsCompared) => ({ id: rightId }),
    reference: ({ referenceId }: CatalogsCompared) => ({ id: referenceId }),
    list: ({ listId }: CatalogsCompared) => ({ id: listId }),
  },
  ComparisonRow: {
    reference: ({ reference }: ReferenceRow, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(reference.id, context, info),
    source: ({ reference }: ReferenceRow) => reference.source,
    state: ({ adoption }: ReferenceRow) => adoption.state,
    reason: ({ adoption }: ReferenceRow) => adoption.reason,
    adopters: ({ adoption }: ReferenceRow) => adoption.by,
    besides: ({ adoption }: ReferenceRow) => adoption.besides,
  },
  Adopter: {
    item: ({ item }: Adopter, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(item.id, context, info),
    source: ({ item }: Adopter) => item.source,
    main: ({ main }: Adopter, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemOf(main?.id, context, info),
    match: ({ link }: Adopter, _args: unknown, { loaders }: Context) => loaders.match.load(link.id),
    drift: ({ drift }: Adopter, args: { readonly state?: readonly DriftState[] | null }) =>
      drift.filter(({ state }) => (args.state == null ? state !== 'UNCHANGED' : args.state.includes(state))),
  },
  ElementDrift: {
    element: ({ field }: FieldDrift) => field.element,
    title: ({ field }: FieldDrift) => field.chinese,
    nowStretches: (drift: FieldDrift) => inTurns(driftText(drift).left),
    localStretches: (drift: FieldDrift) => inTurns(driftText(drift).right),
  },
  Finding: {
    ruleTitle: ({ rule }: PlacedFinding) => RULES.get(rule)?.title,
    ruleSource: ({ rule }: PlacedFinding) => RULES.get(rule)?.source,
    catalog: ({ catalogId }: PlacedFinding) => catalogId && { id: catalogId },
    item: ({ itemId }: PlacedFinding, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemOf(itemId, context, info),
    other: ({ otherId }: PlacedFinding, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemOf(otherId, context, info),
    match: ({ linkId }: PlacedFinding, _args: unknown, { loaders }: Context) =>
      linkId && loaders.match.load(linkId),
    element: ({ field }: PlacedFinding) => field,
    title: ({ field }: PlacedFinding) => field && TITLES.get(field),
  },
  CoverageRow: {
    region: ({ regionCode }: CoverageRow) => regionCode && { id: regionCode },
    states: (row: CoverageRow) => row.states.map((count) => figureOf(row, count)),
    numerator: (row: CoverageRow) => figureOf(row, row.numerator),
    denominator: (row: CoverageRow) => figureOf(row, row.denominator),
    exclusions: (row: CoverageRow) => row.exclusions.map((count) => figureOf(row, count)),
    share: ({ numerator, denominator }: CoverageRow) =>
      denominator.count === 0 ? null : numerator.count / denominator.count,
  },
  RegionAdoption: {
    region: ({ regionCode }: RegionAdoption) => ({ id: regionCode }),
    reference: ({ reference }: RegionAdoption, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(reference.id, context, info),
    lists: ({ lists }: RegionAdoption) => lists.map(({ catalogId }) => ({ id: catalogId })),
  },
};

/** A figure with the arguments of `adoptions` that list what it counts. */
const figureOf = ({ places, narrowed }: CoverageRow, { standings, count }: Count) => {
  const mains = standings.every(({ state }) => state === undefined);
  const reasons = standings.flatMap(({ reason }) => reason ?? []);
  const filter = {
    ...narrowed,
    ...(mains ? { mains } : { state: [...new Set(standings.flatMap(({ state }) => state ?? []))] }),
    ...(reasons.length === 0 ? {} : { reason: reasons }),
  };
  return { count, behind: { ...places, filter } };
};
