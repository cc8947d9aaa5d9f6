import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { compileCost, type Estimate } from '../cost/estimate.ts';
import type { CostModel } from '../cost/model.ts';
import { beyondValueBounds } from '../cost/value-bounds.ts';
import { boundedCache } from './executor/bounded-cache.ts';
import type { GraphQLRequest } from './http/graphql-request.ts';
import { type Lane, type Lanes, laneOf } from './lanes.ts';
import {
  type Limits,
  type MeasuredDocument,
  measureText,
  shapeRefusal,
  shownFigure,
} from './plugins/limits.ts';
import { variablesRefusal } from './plugins/variables-refusal.ts';
import { Refusal } from './refusal.ts';
import { type StoredDocuments, storedMeanings } from './stored-documents.ts';

/** What the answer to an admitted request may cost, and how much it might in its lane; said in `extensions.cost`. */
export interface AdmittedCost {
  readonly estimated: number;
  readonly limit: number;
}

/** Admits a request, or refuses it before it is validated, planned or read; undefined for what Apollo is to explain. */
export type Admission = (request: GraphQLRequest, hasToken: boolean) => AdmittedCost | Refusal | undefined;

export interface AdmissionOptions {
  readonly model: CostModel;
  readonly lanes: Lanes;
  readonly documents: StoredDocuments;
}

/** A document within the limits of texts: which lane it is in, whether its shape is too large, what it costs. */
interface Known {
  readonly isStored: boolean;
  /** By lane: the first operation beyond its limits is the document's refusal. */
  readonly refusalIn: (lane: Lane) => Refusal | undefined;
  /** By name of the operation; under no name the only one. */
  readonly estimates: ReadonlyMap<string | undefined, Estimate>;
}

/** Documents measured once: a few thousand tokens each at most. */
const MOST_KNOWN = 1_000;
const MOST_ESTIMATES = 100;

/** The guard before everything else: linear in the text, and once for each. */
export function createAdmission({ model, lanes, documents }: AdmissionOptions): Admission {
  const isStored = storedMeanings(documents);
  const known = boundedCache<Known>(MOST_KNOWN);
  const knownOf = (query: string): Known | Refusal | undefined => {
    const found = known.get(query);
    if (found !== undefined) return found;
    const measured = measureText(query, lanes.OPEN);
    if (measured === undefined || measured instanceof Refusal) return measured;
    const fresh = know(measured, isStored, { model, lanes });
    if (fresh.refusalIn(laneOf(fresh.isStored, false)) === undefined) known.set(query, fresh);
    return fresh;
  };
  return ({ query, operationName, variables }, hasToken) => {
    const found = knownOf(query);
    if (found === undefined || found instanceof Refusal) return found;
    const lane = laneOf(found.isStored, hasToken);
    const refusal = found.refusalIn(lane);
    if (refusal !== undefined) return refusal;
    const limits = lanes[lane];
    const beyond = beyondValueBounds(variables, limits);
    if (beyond !== undefined) return variablesRefusal(beyond, variables ?? {}, limits);
    const estimate = found.estimates.get(operationName);
    if (estimate === undefined) return undefined;
    const estimated = estimate(variables ?? {});
    if (estimated <= limits.cost) return { estimated, limit: limits.cost };
    return new Refusal('TOO_COSTLY', `估计为 ${shownFigure(estimated)}，上限为 ${limits.cost}`);
  };
}

function know(
  { document, operations }: MeasuredDocument,
  isStoredMeaning: (document: DocumentNode) => boolean,
  { model, lanes }: Pick<AdmissionOptions, 'model' | 'lanes'>,
): Known {
  const refusals = new Map<Lane, Refusal | undefined>();
  const refusalIn = (lane: Lane): Refusal | undefined => {
    if (!refusals.has(lane)) refusals.set(lane, firstRefusal(operations, lanes[lane]));
    return refusals.get(lane);
  };
  // What is too large written out is neither compared nor compiled: both take as long as it is.
  const isWithin = refusalIn('STORED') === undefined;
  const isStored = isWithin && isStoredMeaning(document);
  return { isStored, refusalIn, estimates: isWithin ? estimatesOf(model, document, operations) : new Map() };
}

/** One is enough: each is an error with its stack, and five hundred operations take as long as all else together. */
function firstRefusal(operations: MeasuredDocument['operations'], limits: Limits): Refusal | undefined {
  for (const { shape } of operations) {
    const refusal = shapeRefusal(shape, limits);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function estimatesOf(
  model: CostModel,
  document: DocumentNode,
  operations: MeasuredDocument['operations'],
): ReadonlyMap<string | undefined, Estimate> {
  const named = operations.map(
    ({ operation }) =>
      [operation.name?.value, remembering(operation, compileCost(model, document, operation))] as const,
  );
  const [only, ...others] = named;
  return new Map([
    ...named,
    ...(only !== undefined && others.length === 0 ? [[undefined, only[1]] as const] : []),
  ]);
}

/** An estimate rests on numbers, conditions and the lengths of lists alone: it is reckoned once for each of them. */
function remembering({ variableDefinitions = [] }: OperationDefinitionNode, estimate: Estimate): Estimate {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const estimates = boundedCache<number>(MOST_ESTIMATES);
  return (variables) => {
    const key = JSON.stringify(
      names.map((name) => (Object.hasOwn(variables, name) ? tellingOf(variables[name]) : 'absent')),
    );
    const found = estimates.get(key);
    if (found !== undefined) return found;
    const fresh = estimate(variables);
    estimates.set(key, fresh);
    return fresh;
  };
}

/** Of a text or an object it matters only that it is there. */
const tellingOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return [value.length];
  return typeof value === 'string' || (typeof value === 'object' && value !== null) ? 'present' : value;
};
