import { GraphQLError } from 'graphql';
import type { ResponsePath } from './target-path.ts';

/** An error at a place of the client's answer. */
export interface LocatedError {
  readonly message: string;
  readonly code: string;
  /** A word of the subgraph about what exactly it refuses. */
  readonly detail?: string;
  /** What it says to have counted; whoever makes a sentence of it looks at it first. */
  readonly figures?: Readonly<Record<string, unknown>>;
  readonly path?: ResponsePath;
  /** Internal: which subgraph it came from; absent when the gateway itself found it. */
  readonly subgraph?: string;
  readonly cause?: unknown;
}

/** A request that is refused before anything runs; it becomes a request error, an answer without `data`. */
export class OperationRefusal extends Error {
  override readonly name = 'OperationRefusal';
  readonly code: 'OPERATION_NOT_SUPPORTED' | 'OPERATION_NOT_FOUND' | 'OPERATION_TOO_COMPLEX';

  constructor(code: OperationRefusal['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The GraphQL error; `extensions.subgraph` is for the log, the edge takes it away. */
export function toGraphQLError(error: LocatedError): GraphQLError {
  const { message, code, detail, figures, path, subgraph, cause } = error;
  return new GraphQLError(message, {
    extensions: {
      code,
      ...(subgraph === undefined ? {} : { subgraph }),
      ...(detail === undefined ? {} : { detail }),
      ...(figures === undefined ? {} : { figures }),
    },
    ...(path === undefined ? {} : { path }),
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });
}

/** Where errors are known. */
export interface Places {
  /** An error of an object explains what is missing in it. */
  above(path: ResponsePath): boolean;
  atOrBelow(path: ResponsePath): boolean;
}

/** The places of a list of errors. */
export function placesOf(errors: readonly LocatedError[]): Places {
  interface Place {
    readonly below: Map<string | number, Place>;
    hasError: boolean;
  }
  const root: Place = { below: new Map(), hasError: false };
  for (const { path } of errors) {
    if (path === undefined) continue;
    let place = root;
    for (const segment of path) {
      const next = place.below.get(segment) ?? { below: new Map(), hasError: false };
      place.below.set(segment, next);
      place = next;
    }
    place.hasError = true;
  }
  return {
    above(path) {
      let place: Place | undefined = root;
      for (const segment of path) {
        if (place.hasError) return true;
        place = place.below.get(segment);
        if (place === undefined) return false;
      }
      return false;
    },
    atOrBelow(path) {
      let place: Place | undefined = root;
      for (const segment of path) place = place?.below.get(segment);
      return place !== undefined && path.length > 0;
    },
  };
}
