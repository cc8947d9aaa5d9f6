import { CONNECTIONS, type Contestant } from '../contestant.ts';
import { dataOnly } from '../graphql-exchange.ts';
import type { Operation } from '../operations.ts';
import { startServers } from '../server-process.ts';

const BEST_LINK = 'first: 1, orderBy: [PREFERENCE_ASC, RELATED_ASC, CONFIDENCE_DESC, PRIMARY_KEY_ASC]';
const BEST_GUIDE = 'first: 1, orderBy: [PRECEDENCE_ASC, PRIMARY_KEY_ASC]';

const DOCUMENTS: Readonly<Record<Operation, string>> = {
  point: `query Point($codeKey: String!) {
    allCountyItemsList(condition: { codeKey: $codeKey }, first: 1, orderBy: [CATALOG_ID_ASC, ORDINAL_ASC]) {
      rowId name level itemType implementationCode basicCode regionCode
      referenceLinks(${BEST_LINK}) { relation status confidence
        referenceItemOfRightId { rowId name basicCode statutoryLimit } }
      guides(${BEST_GUIDE}) { rowId name place materials windows } } }`,
  list: `query List($catalog: String!) {
    allItemsList(condition: { catalogId: $catalog }, first: 50, orderBy: [ORDINAL_ASC, PRIMARY_KEY_ASC]) {
      rowId name implementationCode
      itemReferenceLinks(${BEST_LINK}) { referenceItemOfRightId { rowId name basicCode } }
      itemGuides(${BEST_GUIDE}) { rowId limits } } }`,
  cross: `query Cross($codeKey: String!) {
    allReferenceItemsList(condition: { codeKey: $codeKey }, first: 1, orderBy: [CATALOG_ID_ASC, ORDINAL_ASC]) {
      rowId name
      localItems(condition: { leftLevel: "COUNTY" }, first: 20, orderBy: [LEFT_REGION_CODE_ASC, PRIMARY_KEY_ASC]) {
        rowId name regionCode
        localGuides(${BEST_GUIDE}) { rowId name }
        townshipItems(first: 5, orderBy: [LEFT_REGION_CODE_ASC, PRIMARY_KEY_ASC]) {
          rowId name regionCode townshipGuides(${BEST_GUIDE}) { rowId name } } } } }`,
  search: `query Search($whole: String!, $terms: [String!]!, $grams: [String!]!, $from: String, $to: String) {
    searchItemsList(whole: $whole, terms: $terms, grams: $grams, firstRegion: $from, lastRegion: $to, first: 20) {
      rowId name level regionCode } }`,
};

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (value: unknown): readonly Row[] => value as readonly Row[];

const only = (value: unknown): Row | undefined => rowsOf(value)[0];

const shortGuide = (guide: Row | undefined) =>
  guide === undefined ? null : { id: guide['rowId'], name: guide['name'] };

const place = ({ rowId, name, regionCode }: Row) => ({ id: rowId, name, region: { id: regionCode } });

const pointOf = (item: Row | undefined) => {
  if (item === undefined) return null;
  const { level, itemType, implementationCode, basicCode } = item;
  const link = only(item['referenceLinks']);
  const reference = link?.['referenceItemOfRightId'] as Row | undefined;
  const guide = only(item['guides']);
  return {
    ...place(item),
    ...{ level, itemType, implementationCode, basicCode },
    referenceMatch:
      link === undefined || reference === undefined
        ? null
        : {
            ...{ relation: link['relation'], status: link['status'], confidence: link['confidence'] },
            right: {
              ...{ id: reference['rowId'], name: reference['name'], basicCode: reference['basicCode'] },
              elements: { statutoryLimit: reference['statutoryLimit'] },
            },
          },
    guide:
      guide === undefined
        ? null
        : {
            ...{ id: guide['rowId'], name: guide['name'], elements: guide['place'] },
            ...{ materials: guide['materials'], windows: guide['windows'] },
          },
  };
};

const listedOf = (item: Row) => {
  const link = only(item['itemReferenceLinks']);
  const reference = link?.['referenceItemOfRightId'] as Row | undefined;
  const guide = only(item['itemGuides']);
  return {
    ...{ id: item['rowId'], name: item['name'], implementationCode: item['implementationCode'] },
    referenceMatch:
      reference === undefined
        ? null
        : {
            right: { id: reference['rowId'], name: reference['name'], basicCode: reference['basicCode'] },
          },
    guide: guide === undefined ? null : { id: guide['rowId'], itemElements: guide['limits'] },
  };
};

const crossOf = (item: Row | undefined) => {
  if (item === undefined) return null;
  const nodes = rowsOf(item['localItems']).map((local) => ({
    ...place(local),
    guide: shortGuide(only(local['localGuides'])),
    townshipItems: {
      nodes: rowsOf(local['townshipItems']).map((township) => ({
        ...place(township),
        guide: shortGuide(only(township['townshipGuides'])),
      })),
    },
  }));
  return { id: item['rowId'], name: item['name'], localItems: { nodes } };
};

/** PostGraphile's answers in the form of the hub's. */
const commonForms: Readonly<Record<Operation, (data: Row, catalog: unknown) => unknown>> = {
  point: (data) => ({ countyItem: pointOf(only(data['allCountyItemsList'])) }),
  list: (data, catalog) => ({
    node: { id: catalog, items: { nodes: rowsOf(data['allItemsList']).map(listedOf) } },
  }),
  cross: (data) => ({ referenceItem: crossOf(only(data['allReferenceItemsList'])) }),
  search: (data) => ({
    items: {
      nodes: rowsOf(data['searchItemsList']).map((item) => ({ ...place(item), level: item['level'] })),
    },
  }),
};

/** PostGraphile over views of the same tables: one schema, one process, no federation. */
export const postgraphile: Contestant = {
  name: 'postgraphile',
  title: 'PostGraphile 5',
  start: ({ databaseUrl }) =>
    startServers([
      () => ({
        file: 'bench/peers/postgraphile.ts',
        environment: { BENCH_DATABASE: databaseUrl, BENCH_CONNECTIONS: CONNECTIONS },
      }),
    ]),
  requestOf: (operation, { stored }) => ({
    method: 'POST',
    path: '/graphql',
    body: JSON.stringify({ query: DOCUMENTS[operation], variables: stored }),
  }),
  answerOf: (operation, answer, { stored }) => ({
    data: commonForms[operation](dataOnly(answer).data, stored['catalog']),
  }),
};
