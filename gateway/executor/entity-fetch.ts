import type {
  FetchRewrite,
  FlattenNodePathSegment,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import type { AnswerShape, DataObject } from './answer-shape.ts';
import { answerShapeOf, isDataObject } from './answer-shape.ts';
import type { LocatedError } from './located-error.ts';
import type { RepresentationOf } from './representation.ts';
import { compileRepresentation } from './representation.ts';
import type { Renaming, Rewrite } from './rewrite.ts';
import { compileRewrites, renamingOf } from './rewrite.ts';
import type { FetchKit } from './root-fetch.ts';
import type { CallPlan, CheckedAnswer, PlanRun, PlanStep } from './subgraph-call.ts';
import { call, failedCall, statedBy } from './subgraph-call.ts';
import { SubgraphFailure } from './subgraph-failure.ts';
import type { ResponsePath, TargetPath } from './target-path.ts';
import { compileTargetPath } from './target-path.ts';

/** One `_entities` field of a fetch; a batch fetch has several, under aliases. */
export interface EntityField {
  readonly key: string;
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites?: readonly FetchRewrite[];
  readonly outputRewrites?: readonly FetchRewrite[];
}

interface CompiledField {
  readonly key: string;
  readonly variable: string;
  readonly paths: readonly TargetPath[];
  readonly representationOf: RepresentationOf;
  readonly rewriteInput: Rewrite | undefined;
  readonly rewriteOutput: Rewrite | undefined;
  readonly renaming: Renaming;
  readonly shape: AnswerShape;
  /** Where an error of the whole call points below each entity: the one field it was for, if it is one. */
  readonly tail: ResponsePath;
}

/** The entities of one field in one request: target and the position of its representation, side by side. */
interface Placement {
  readonly field: CompiledField;
  readonly path: TargetPath;
  readonly targets: DataObject[];
  readonly slots: number[];
}

interface Batch {
  readonly representations: DataObject[];
  readonly slotOf: Map<string, number>;
}

function compileField(field: EntityField, answer: AnswerShape, kit: FetchKit): CompiledField {
  const renaming = renamingOf(field.outputRewrites);
  const shape = renaming.shapeOf(answer.keys.get(field.key) ?? { keys: new Map() });
  const keys = [...shape.keys.keys()].filter((key) => key !== '__typename');
  return {
    key: field.key,
    variable: field.variable,
    paths: field.paths.map((path) => compileTargetPath(path, kit.types)),
    representationOf: compileRepresentation(field.requires, kit.types),
    rewriteInput: compileRewrites(field.inputRewrites, kit.types),
    rewriteOutput: compileRewrites(field.outputRewrites, kit.types),
    renaming,
    shape,
    tail: keys.length === 1 ? keys : [],
  };
}

/** Collects the entities of one path and adds what is not yet known of them to the batch. */
function place(run: PlanRun, field: CompiledField, path: TargetPath, batch: Batch): Placement {
  const placement: Placement = { field, path, targets: [], slots: [] };
  for (const target of path.collect(run.data)) {
    const representation = field.representationOf(target);
    if (representation === undefined) continue;
    field.rewriteInput?.(representation);
    const identity = JSON.stringify(representation);
    let slot = batch.slotOf.get(identity);
    if (slot === undefined) {
      slot = batch.representations.push(representation) - 1;
      batch.slotOf.set(identity, slot);
    }
    placement.targets.push(target);
    placement.slots.push(slot);
  }
  return placement;
}

function report(run: PlanRun, placements: readonly Placement[], error: LocatedError): void {
  for (const { field, path, targets } of placements) {
    for (const at of path.locate(run.data, new Set(targets)).values()) {
      run.errors.push({ ...error, path: [...at, ...field.tail] });
    }
  }
}

/** An error below one entity stands at every place of the answer where that entity stands. */
function reportAt(
  run: PlanRun,
  placements: readonly Placement[],
  slot: number,
  rest: ResponsePath,
  error: LocatedError,
): void {
  for (const { field, path, targets, slots } of placements) {
    const hit = new Set(targets.filter((_, index) => slots[index] === slot));
    if (hit.size === 0) continue;
    const tail = rest.length === 0 ? field.tail : field.renaming.pathOf(rest);
    for (const at of path.locate(run.data, hit).values())
      run.errors.push({ ...error, path: [...at, ...tail] });
  }
}

function merge(placements: readonly Placement[], data: DataObject, kit: FetchKit): void {
  const lastUse = new Map<unknown, DataObject>();
  const rewritten = new Set<CompiledField>();
  const uses = placements.flatMap(({ field, targets, slots }) => {
    const entities = data[field.key];
    if (!Array.isArray(entities)) return [];
    if (!rewritten.has(field)) field.rewriteOutput?.(entities);
    rewritten.add(field);
    return targets.map((target, index) => ({
      field,
      target,
      entity: entities[slots[index] as number] as unknown,
    }));
  });
  for (const { entity, target } of uses) lastUse.set(entity, target);
  for (const { field, target, entity } of uses) {
    if (!isDataObject(entity)) continue;
    if (lastUse.get(entity) === target) kit.merge.own(target, entity, field.shape);
    else kit.merge.copy(target, entity, field.shape);
  }
}

function settle(
  run: PlanRun,
  placements: readonly Placement[],
  answer: CheckedAnswer,
  subgraph: string,
  kit: FetchKit,
): void {
  for (const error of answer.errors) {
    const [key, slot, ...rest] = error.path ?? [];
    const concerned = placements.filter(({ field }) => field.key === key);
    const stated = statedBy(subgraph, error);
    if (typeof slot === 'number') reportAt(run, concerned, slot, rest, stated);
    else report(run, concerned.length > 0 ? concerned : placements, stated);
  }
  const { data } = answer;
  if (data === undefined) return;
  const unanswered = placements.filter(({ field }) => !Array.isArray(data[field.key]));
  if (unanswered.length > 0 && answer.errors.length === 0) {
    report(run, unanswered, failedCall(subgraph, new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', subgraph)));
  }
  merge(placements, data, kit);
}

/**
 * A fetch of entities: each distinct representation is asked for once, in one call for all fields of the fetch,
 * and its answer is written into every place where the entity stands. Nothing to ask means no call.
 */
export function compileEntityFetch(
  operation: string,
  fields: readonly EntityField[],
  plan: CallPlan,
  kit: FetchKit,
): PlanStep {
  const answer = answerShapeOf(parse(operation, { noLocation: true }));
  const compiled = fields.map((field) => compileField(field, answer, kit));
  return (run) => {
    const batches = new Map<string, Batch>();
    const placements: Placement[] = [];
    const variables: DataObject = {};
    for (const field of compiled) {
      const batch = batches.get(field.variable) ?? { representations: [], slotOf: new Map() };
      batches.set(field.variable, batch);
      variables[field.variable] = batch.representations;
      for (const path of field.paths) placements.push(place(run, field, path, batch));
    }
    if (placements.every(({ targets }) => targets.length === 0)) return undefined;
    return call(plan, run, variables).then(
      (answered) => settle(run, placements, answered, plan.subgraph, kit),
      (failure) => report(run, placements, failedCall(plan.subgraph, failure)),
    );
  };
}
