import type { Operation, VariableSet } from './operations.ts';
import type { ServerProcess } from './server-process.ts';

/** One HTTP request; a POST carries JSON. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Empty for a GET. */
  readonly body: string;
  /** Whether the client under load says that it has the answer already; when answers are compared, it never does. */
  readonly isConditional?: boolean;
}

/** What the contestants stand on. */
export interface Ground {
  /** The folder of the embedded database. */
  readonly home: string;
  readonly databaseUrl: string;
  /** The release all of them answer from. */
  readonly release: number;
  /** A folder for files of this run. */
  readonly scratch: string;
  /** The texts of the answers of those that were started before, by the path of a GET. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A stack of servers that answers the operations. */
export interface Contestant {
  readonly name: string;
  readonly title: string;
  /** Starts its servers; the first is the one that is asked. */
  readonly start: (ground: Ground) => Promise<readonly ServerProcess[]>;
  readonly requestOf: (operation: Operation, set: VariableSet, place: number) => BenchRequest;
  /** What an answer says, in the form of the hub's `{ data }`; throws where it tells errors. */
  readonly answerOf: (operation: Operation, answer: unknown, set: VariableSet) => unknown;
}

/** Connections to the database of those that have one pool: as many as the hub's four subgraphs open together. */
export const CONNECTIONS = '32';
