import { readSearch } from '../../subgraphs/matching/search-text.ts';
import { regionRangeOf } from '../../subgraphs/region-range.ts';

/** The questions every contestant is asked, in the order of the tables. */
export const OPERATIONS = ['point', 'list', 'cross', 'search'] as const;

export type Operation = (typeof OPERATIONS)[number];

export const OPERATION_TITLES: Readonly<Record<Operation, string>> = {
  point: '单项',
  list: '清单页',
  cross: '跨层级',
  search: '检索',
};

type Variables = Readonly<Record<string, unknown>>;

/** One question's values: as the hub's schema takes them, and as keys of the stored rows for those that need none of our code. */
export interface VariableSet {
  readonly hub: Variables;
  readonly stored: Variables;
}

const LIMIT = '{ amount unit raw }';

/** The operations in the hub's schema. */
export const HUB_DOCUMENTS: Readonly<Record<Operation, string>> = {
  point: `query Point($code: String!) { countyItem(code: $code) {
    id name level itemType implementationCode basicCode region { id }
    referenceMatch { relation status confidence
      right { id name ... on ReferenceItem { basicCode elements { statutoryLimit ${LIMIT} } } } }
    guide { id name elements { address hours consultationPhone }
      materials { name necessity originals copies } windows { name address phone hours } } } }`,
  list: `query List($catalog: ID!) { node(id: $catalog) { ... on Catalog { id items(first: 50) { nodes {
    id name ... on CountyItem { implementationCode
      referenceMatch { right { id name ... on ReferenceItem { basicCode } } }
      guide { id itemElements { promisedLimit ${LIMIT} statutoryLimit ${LIMIT} } } } } } } } }`,
  cross: `query Cross($code: String!) { referenceItem(code: $code) { id name
    localItems(level: COUNTY, first: 20) { nodes { id name region { id } ... on CountyItem {
      guide { id name }
      townshipItems(first: 5) { nodes { id name region { id } guide { id name } } } } } } } }`,
  search: `query Search($search: String!, $region: ID) {
    items(filter: { search: $search, region: $region }, first: 20) { nodes { id name level region { id } } } }`,
};

/** The values of one search: the text as typed, and what our search makes of it. */
export const searchValues = (search: string, region: string | null): VariableSet => {
  const read = readSearch(search);
  if (read === undefined) throw new Error(`nothing to search for in “${search}”`);
  const range = regionRangeOf(region);
  return {
    hub: { search, region },
    stored: {
      whole: read.whole,
      terms: read.terms,
      grams: read.grams,
      from: range?.from ?? null,
      to: range?.to ?? null,
    },
  };
};
