import { type GraphQLSchema, Kind, parse } from 'graphql';
import { isDataObject } from '../executor/answer-shape.ts';
import { boundedCache } from '../executor/bounded-cache.ts';
import { SubgraphFailure } from '../executor/subgraph-failure.ts';
import type { SubgraphAnswer, SubgraphRequest, Transport } from '../executor/transport.ts';
import { boundedBytes } from './bounded-bytes.ts';
import { dayOf } from './day.ts';
import { readsLiveEntities } from './live-entities.ts';

export interface KeptEntitiesOptions {
  /** The public schema; asked for when the first entity is. */
  readonly schema: () => GraphQLSchema;
  /** Bytes of all entities and their keys; 0 keeps none. */
  readonly mostBytes: number;
  readonly now: () => Date;
}

/** A query for entities whose answers may be kept. */
interface EntityQuery {
  /** Of the text: shorter than it, and never given twice. */
  readonly id: number;
  readonly isKeepable: boolean;
}

const MOST_QUERIES = 2_000;

/**
 * Returns what puts kept entities before a transport: what a subgraph has answered for a representation it is not asked
 * again in the same release, on the same day, for the same selection. Of an answer with errors nothing is kept, and a
 * call with errors is answered whole by the subgraph, as without. Kept are texts: the executor writes into what it gets.
 */
export const createKeptEntities = ({ schema, mostBytes, now }: KeptEntitiesOptions) => {
  const kept = boundedBytes<string>(mostBytes);
  let lastId = 0;
  const keep = (key: string, entity: unknown): void => {
    // Nothing found is soon something: keys that clients try would fill the memory.
    if (entity === null || entity === undefined) return;
    const text = JSON.stringify(entity);
    kept.keep(key, text, 2 * text.length);
  };
  return (subgraph: string, transport: Transport): Transport => {
    if (mostBytes === 0) return transport;
    const queries = boundedCache<EntityQuery>(MOST_QUERIES);
    const kindOf = (query: string): EntityQuery => {
      const known = queries.get(query);
      if (known !== undefined) return known;
      lastId += 1;
      const fresh = {
        id: lastId,
        isKeepable: asksOnlyEntities(query) && !readsLiveEntities(schema(), query),
      };
      queries.set(query, fresh);
      return fresh;
    };
    return async (request) => {
      const { query, variables, context } = request;
      const { representations, ...others } = variables;
      const isPublic = context.release !== undefined && context.writer === undefined;
      if (!isPublic || !Array.isArray(representations)) return transport(request);
      const { id, isKeepable } = kindOf(query);
      if (!isKeepable) return transport(request);
      const asked = dayOf(now().getTime());
      const day = context.day ?? asked;
      const prefix = `${subgraph} ${id}\n${context.release}\n${day}\n${JSON.stringify(others)}\n`;
      const keys = representations.map((one) => prefix + JSON.stringify(one));
      const texts = keys.map((key) => kept.get(key));
      const missing = representations.filter((_, at) => texts[at] === undefined);
      const answer =
        missing.length === 0
          ? { data: { _entities: [] } }
          : await transport(asking(request, missing)).catch((failure: unknown) => ({ failure }));
      if ('failure' in answer) return onlyKept(texts, answer.failure);
      const found = entitiesOf(answer, missing.length);
      if (found === undefined) return missing.length === representations.length ? answer : transport(request);
      // Asked before midnight, answered after it: of which day it tells nobody knows.
      const isOfOneDay = context.day !== undefined || dayOf(now().getTime()) === asked;
      let next = 0;
      const entities = keys.map((key, at) => {
        const text = texts[at];
        if (text !== undefined) return JSON.parse(text) as unknown;
        const entity = found[next];
        next += 1;
        if (isOfOneDay) keep(key, entity);
        return entity;
      });
      return { data: { _entities: entities } };
    };
  };
};

const asking = (request: SubgraphRequest, representations: readonly unknown[]): SubgraphRequest => ({
  ...request,
  variables: { ...request.variables, representations },
});

/** What is kept of the entities asked for, where nobody tells of the others; all of them fail where none is kept. */
const onlyKept = (texts: readonly (string | undefined)[], failure: unknown): SubgraphAnswer => {
  if (!(failure instanceof SubgraphFailure) || texts.every((text) => text === undefined)) throw failure;
  const { message, code } = failure;
  return {
    data: { _entities: texts.map((text) => (text === undefined ? null : (JSON.parse(text) as unknown))) },
    errors: texts.flatMap((text, at) =>
      text === undefined ? [{ message, path: ['_entities', at], extensions: { code } }] : [],
    ),
  };
};

/** The entities of an answer that holds so many of them, and no error. */
const entitiesOf = ({ data, errors = [] }: SubgraphAnswer, count: number): readonly unknown[] | undefined => {
  if (errors.length > 0 || !isDataObject(data) || Object.keys(data).length !== 1) return undefined;
  const entities = data['_entities'];
  return Array.isArray(entities) && entities.length === count ? entities : undefined;
};

/** A query whose one field is `_entities` of the variable `representations`; other calls hold several under aliases. */
const asksOnlyEntities = (query: string): boolean => {
  const [operation, ...others] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query') return false;
  const [field, ...fields] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length + fields.length > 0) return false;
  const [argument] = field.arguments ?? [];
  const isPlain = field.name.value === '_entities' && field.alias === undefined;
  return isPlain && argument?.value.kind === Kind.VARIABLE && argument.value.name.value === 'representations';
};
