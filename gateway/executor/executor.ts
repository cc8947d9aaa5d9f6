import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { buildASTSchema, executeSync, parse } from 'graphql';
import { finishedAnswer } from './answer.ts';
import type { DataObject } from './answer-shape.ts';
import { mergeUnder } from './answer-shape.ts';
import type { BoundedCache } from './bounded-cache.ts';
import { boundedCache } from './bounded-cache.ts';
import { createDataKeys } from './data-keys.ts';
import { OperationRefusal, toGraphQLError } from './located-error.ts';
import { operationOf } from './operation.ts';
import type { PlanKit } from './plan-step.ts';
import { compilePlan } from './plan-step.ts';
import type { Planning } from './planning.ts';
import { createPlanning } from './planning.ts';
import type { PlannedPart } from './planning-document.ts';
import { splitOperation } from './planning-document.ts';
import type { Projection } from './projection.ts';
import { compileProjection } from './projection.ts';
import type { RequiredFields } from './required-fields.ts';
import { requiredFieldsOf } from './required-fields.ts';
import { conditionVariablesOf, settleConditions } from './selection.ts';
import type { AnswerShortly, Shortcut } from './shortcut.ts';
import type { PlanRun, PlanStep } from './subgraph-call.ts';
import { fieldNamesOf, supergraphAddresses, typeConditionsOf, UnusableSupergraph } from './supergraph.ts';
import type { RequestContext, Transport } from './transport.ts';
import { variableValues } from './variable-values.ts';

export interface ExecutorOptions {
  /** Any Federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** By the name the supergraph gives each subgraph: `join__Graph`, argument `name`. */
  readonly transports: Readonly<Record<string, Transport>>;
  /** Plans kept; one per document, operation and combination of @skip and @include. */
  readonly documentCacheSize?: number;
  /** Milliseconds the planner may take for one document; default 1,000. */
  readonly planningDeadline?: number;
  /** Milliseconds a document that took longer is refused unplanned; default 60,000. Load may have been the cause. */
  readonly refusalLifetime?: number;
  /** A way past the plans of some operations. */
  readonly shortcut?: Shortcut | undefined;
}

export interface ExecutionRequest {
  /** Valid against the executor's schema, and the parsed form of `query`. */
  readonly document: DocumentNode;
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: RequestContext;
}

export interface Executor {
  /** The public schema: nothing of the join machinery, nothing inaccessible. */
  readonly schema: GraphQLSchema;
  execute(request: ExecutionRequest): Promise<ExecutionResult>;
}

/** An operation before its conditions are decided. */
interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly conditions: readonly string[];
}

/** What the gateway knows itself, under data keys. */
interface Introspected {
  readonly data: readonly (readonly [key: string, value: unknown])[];
  readonly errors: readonly GraphQLError[];
}

/** An operation ready to run, for one combination of its conditions. */
interface Compiled {
  readonly step: PlanStep | undefined;
  readonly introspect: ((variables: Readonly<Record<string, unknown>>) => Introspected) | undefined;
  readonly projection: Projection;
  readonly answerShortly: AnswerShortly | undefined;
}

/** What every compilation needs of the supergraph. */
interface Machinery {
  readonly schema: GraphQLSchema;
  readonly planning: Planning;
  readonly required: RequiredFields;
  readonly kit: PlanKit;
  readonly fieldNames: ReadonlySet<string>;
  readonly shortcut: Shortcut | undefined;
}

/** The public schema and the planner of a supergraph, or the reason why there is none. */
function readSupergraph(
  supergraph: DocumentNode,
  planningDeadline: number,
): Pick<Machinery, 'schema' | 'planning' | 'required'> {
  try {
    const schema = buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValid: true });
    if (schema.getQueryType()) {
      const required = requiredFieldsOf(supergraph);
      return { schema, required, planning: createPlanning(supergraph, schema, required, planningDeadline) };
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnusableSupergraph(`类型或子图对不上（${reason}）`, { cause });
  }
  throw new UnusableSupergraph('没有查询的入口类型（Query）');
}

/**
 * An executor over one supergraph: every document is planned and compiled once, then runs as closures over the
 * transports. Throws an UnusableSupergraph for one that makes no sense, and when a subgraph of it has no transport.
 */
export function createExecutor(options: ExecutorOptions): Executor {
  const supergraph = parse(options.supergraphSdl, { noLocation: true });
  const { schema, planning, required } = readSupergraph(supergraph, options.planningDeadline ?? 1_000);
  for (const name of Object.keys(supergraphAddresses(supergraph))) {
    if (options.transports[name] === undefined) throw new Error(`no transport for the subgraph ${name}`);
  }
  const types = typeConditionsOf(supergraph);
  const machinery: Machinery = {
    schema,
    planning,
    required,
    kit: { types, merge: mergeUnder(types), transports: options.transports },
    fieldNames: fieldNamesOf(supergraph),
    shortcut: options.shortcut,
  };
  const { documentCacheSize: cacheSize = 1_000, refusalLifetime = 60_000 } = options;
  const prepared = boundedCache<Prepared>(cacheSize);
  const compiled = boundedCache<Promise<Compiled> | Compiled>(cacheSize);

  const prepare = (key: string, { document, operationName }: ExecutionRequest): Prepared => {
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const operation = operationOf(schema, document, operationName);
    const fresh = { document, operation, conditions: conditionVariablesOf(document) };
    prepared.set(key, fresh);
    return fresh;
  };
  return {
    schema,
    async execute(request) {
      const key = `${request.operationName ?? ''}\n${request.query}`;
      try {
        const operation = prepare(key, request);
        const { variableDefinitions = [] } = operation.operation;
        const values = variableValues(schema, variableDefinitions, request.variables);
        if (values.errors !== undefined) return { errors: values.errors };
        const choice = operation.conditions
          .map((name) => (values.coerced[name] === true ? '1' : '0'))
          .join('');
        const ready = await once(
          compiled,
          `${choice}\n${key}`,
          () => compile(machinery, operation, values.coerced),
          refusalLifetime,
        );
        return await run(ready, values.coerced, request.context);
      } catch (error) {
        if (error instanceof OperationRefusal) return { errors: [toGraphQLError(error)] };
        throw error;
      }
    },
  };
}

/**
 * The cached value, or the one being made: a document that arrives many times at once is planned once. A refusal is
 * kept too, as planning in vain costs most of all; one for lack of time is kept for its lifetime only.
 */
function once<Value>(
  cache: BoundedCache<Promise<Value> | Value>,
  key: string,
  make: () => Promise<Value>,
  refusalLifetime: number,
): Promise<Value> | Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const pending = make();
  cache.set(key, pending);
  pending.then(
    (value) => cache.set(key, value),
    (failure: unknown) => {
      if (!(failure instanceof OperationRefusal)) cache.delete(key);
      else if (failure.code === 'OPERATION_TOO_COMPLEX')
        setTimeout(() => cache.delete(key), refusalLifetime).unref();
    },
  );
  return pending;
}

async function compile(
  machinery: Machinery,
  { document, operation }: Prepared,
  variables: Readonly<Record<string, unknown>>,
): Promise<Compiled> {
  const { schema, fieldNames, required } = machinery;
  const settled = settleConditions(document, operation, variables);
  const keys = createDataKeys(fieldNames);
  const { planned, introspection } = splitOperation(schema, settled, { keys, required });
  const projection = compileProjection(schema, settled, keys);
  return {
    step: await compileParts(planned, machinery),
    introspect:
      introspection === undefined
        ? undefined
        : (values) => {
            const { data, errors = [] } = executeSync({
              schema,
              document: introspection,
              variableValues: values,
            });
            const entries = Object.entries(data ?? {});
            return { data: entries.map(([key, value]) => [keys.introspectionKeyOf(key), value]), errors };
          },
    projection,
    answerShortly: machinery.shortcut?.(schema, settled),
  };
}

async function compileParts(
  parts: readonly PlannedPart[],
  { planning, kit }: Machinery,
): Promise<PlanStep | undefined> {
  const steps = await Promise.all(parts.map(async ({ text }) => compilePlan(await planning(text), kit)));
  if (steps.length <= 1) return steps[0];
  return async (run) => {
    for (const [index, step] of steps.entries()) {
      await step(run);
      const essential = parts[index]?.essential;
      if (essential !== undefined && (run.data[essential] ?? null) === null) return;
    }
  };
}

async function run(
  { step, introspect, projection, answerShortly }: Compiled,
  variables: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<ExecutionResult> {
  const short = await answerShortly?.(variables, context);
  if (short?.kind === 'ANSWERED') return { data: short.data };
  const data: DataObject = Object.create(null);
  const state: PlanRun = { data, variables, context, errors: [] };
  const pending = step?.(state);
  if (pending !== undefined) await pending;
  const introspected = introspect?.(variables);
  for (const [key, value] of introspected?.data ?? []) data[key] = value;
  return finishedAnswer(projection, state, introspected?.errors);
}
