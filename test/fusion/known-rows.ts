import type { Asked } from './both-executors.ts';

/** Ids and codes of the demonstration province that requests are made of. */
export interface KnownRows {
  readonly newest: number;
  /** A reference item with more local items than a small page, and its code. */
  readonly reference: string;
  readonly referenceCode: string;
  /** A county item with township items, a link up and two guides, and its code. */
  readonly county: string;
  readonly countyCode: string;
  readonly townshipCode: string;
  readonly catalog: string;
  readonly otherCatalog: string;
  readonly region: string;
  readonly match: string;
  readonly guide: string;
}

/** Whether the third time takes one statement; what is left to the plan is compared all the same. */
type How = 'fused' | 'planned';

export type OddRequest = readonly [title: string, how: How, ask: (known: KnownRows) => Asked];

const VARIABLES = {
  id: 'ID!',
  region: 'ID',
  first: 'Int',
  after: 'String',
  relation: '[MatchRelation!]',
} as const;

const onItem = (type: string, selection: string, variables: Asked['variables'] & { id: string }): Asked => {
  const named = Object.entries(VARIABLES).filter(([name]) => name === 'id' || selection.includes(`$${name}`));
  const declared = named.map(([name, type]) => `$${name}: ${type}`).join(', ');
  return { query: `query (${declared}) { node(id: $id) { ... on ${type} { ${selection} } } }`, variables };
};

/** A selection on the reference item, with values for those of `VARIABLES` that it names. */
export const ofReference =
  (selection: string, variables: (known: KnownRows) => Readonly<Record<string, unknown>> = () => ({})) =>
  (known: KnownRows): Asked =>
    onItem('ReferenceItem', selection, { id: known.reference, ...variables(known) });

/** A selection on the county item. */
export const ofCounty =
  (selection: string) =>
  (known: KnownRows): Asked =>
    onItem('CountyItem', selection, { id: known.county });
