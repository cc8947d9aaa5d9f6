import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';

type Resolve = GraphQLFieldResolver<unknown, unknown>;
type Path = GraphQLResolveInfo['path'];

/** What a resolver gave that a second run must not ask for again: a promise, a list that may hold some, a root field. */
interface Given {
  readonly path: Path;
  readonly result: unknown;
}

/** One run over an operation; a second run knows what everything waited for has come to. */
interface Run {
  readonly given: Given[];
  readonly outcomes?: ReadonlyMap<string, PromiseSettledResult<unknown>>;
}

const RUN = Symbol('run');

interface Root {
  readonly [RUN]?: Run;
}

const watchedSchemas = new WeakSet<GraphQLSchema>();

/**
 * Executes a valid operation as graphql-js does. Where something fails, the answer is the one every resolver answering
 * at once would have led to: without that, the refusal that happens to come first hides the others (GraphQL 6.4.4).
 * It comes when all that was begun
 * has ended. The schema's resolvers are watched from the first call on.
 */
export function executeInOrder(
  args: Omit<ExecutionArgs, 'rootValue'>,
): ExecutionResult | Promise<ExecutionResult> {
  if (!watchedSchemas.has(args.schema)) watchResolvers(args.schema);
  watchedSchemas.add(args.schema);
  const run: Run = { given: [] };
  const first = execute({ ...args, rootValue: { [RUN]: run } satisfies Root });
  const settle = (result: ExecutionResult) =>
    result.errors === undefined || result.data === undefined ? result : again(args, run);
  return first instanceof Promise ? first.then(settle) : settle(first as ExecutionResult);
}

async function again(args: Omit<ExecutionArgs, 'rootValue'>, { given }: Run): Promise<ExecutionResult> {
  const outcomes = await outcomesOf(given);
  return await execute({ ...args, rootValue: { [RUN]: { given: [], outcomes } } satisfies Root });
}

/** Waits for all that was given, and for what that leads to. */
async function outcomesOf(
  given: readonly Given[],
): Promise<ReadonlyMap<string, PromiseSettledResult<unknown>>> {
  const outcomes = new Map<string, PromiseSettledResult<unknown>>();
  for (let known = 0; known < given.length; ) {
    const fresh = given.slice(known);
    known = given.length;
    const settled = await Promise.allSettled(fresh.map(({ result }) => whole(result)));
    for (const [index, outcome] of settled.entries())
      outcomes.set(placeOf((fresh[index] as Given).path), outcome);
    // The fields below a result are begun in the microtasks that follow it.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return outcomes;
}

/** A result without promises: graphql-js takes an Error among the elements of a list for the failure of that one. */
async function whole(result: unknown): Promise<unknown> {
  const value = await result;
  if (!Array.isArray(value)) return value;
  return Promise.all(
    value.map((element) => (element instanceof Promise ? element.catch(errorOf) : (element as unknown))),
  );
}

const errorOf = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error('rejected without an error', { cause: reason });

function placeOf(path: Path): string {
  return path.prev === undefined ? String(path.key) : `${placeOf(path.prev)}.${path.key}`;
}

function watchResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve !== undefined) field.resolve = watched(field.resolve);
    }
  }
}

const watched =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    const run = (info.rootValue as Root | undefined)?.[RUN];
    if (run === undefined) return resolve(source, args, context, info);
    const { path } = info;
    const known = run.outcomes?.get(placeOf(path));
    if (known?.status === 'fulfilled') return known.value;
    if (known !== undefined) throw known.reason;
    if (path.prev === undefined) return rootResult(run, path, () => resolve(undefined, args, context, info));
    const result = settledOnce(resolve(source, args, context, info));
    if (result instanceof Promise || Array.isArray(result)) run.given.push({ path, result });
    return result;
  };

/** What a root field does is done once, be it a change: its result is kept, also when it is there or fails at once. */
function rootResult(run: Run, path: Path, resolve: () => unknown): unknown {
  try {
    const result = settledOnce(resolve());
    run.given.push({ path, result });
    return result;
  } catch (error) {
    const result = Promise.reject(error);
    result.catch(() => undefined);
    run.given.push({ path, result });
    throw error;
  }
}

/** A thenable of another make (a query that is sent when it is awaited) must not be awaited twice. */
function settledOnce(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || result instanceof Promise) return result;
  return typeof (result as { then?: unknown }).then === 'function' ? Promise.resolve(result) : result;
}
