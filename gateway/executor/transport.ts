import type { Writer } from '../../catalog/authority/writer.ts';

/** What one client request hands down to every subgraph: the pinned release, its identity and its end. */
export interface RequestContext {
  readonly release: number | undefined;
  /** The day on which states are judged, YYYY-MM-DD; today where none is given. */
  readonly day?: string | undefined;
  readonly requestId: string;
  readonly signal?: AbortSignal;
  /** The moment by which the client is to be answered, in milliseconds of `performance.now()`. */
  readonly deadline?: number;
  /** The person whose token was checked; what changes something refuses without one. */
  readonly writer?: Writer | undefined;
  /** Told the release a mutation has led to: whatever is read afterwards for the same request is read from it. */
  readonly onRelease?: ((release: number) => void) | undefined;
}

/** One call of one subgraph: an operation of the plan with the variables it uses. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/** An error as a subgraph states it; the path is that of the subgraph's own answer. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A subgraph's answer as plain objects. The executor owns `data` from here on and writes into it. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}

/** Carries one request to one subgraph. Rejects with a SubgraphFailure when there is no answer to read. */
export type Transport = (request: SubgraphRequest) => Promise<SubgraphAnswer>;
