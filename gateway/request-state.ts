import type { Writer } from '../catalog/authority/writer.ts';
import type { ErrorCode } from '../catalog/error-codes.ts';
import type { AdmittedCost } from './admission.ts';
import type { Priority } from './gate.ts';

/** What the gateway learns about one HTTP request while it answers it; the log line and the metrics read it. */
export interface RequestState {
  readonly requestId: string;
  /** `performance.now()` at arrival. */
  readonly startedAt: number;
  /** Aborted when the client goes away before its answer. */
  readonly signal: AbortSignal;
  /** Whether it was sent with a method that must change nothing. */
  readonly isRead: boolean;
  /** Whether the operation is a mutation, once parsed. */
  isMutation?: boolean;
  /** The release header as sent. */
  readonly askedRelease: string | undefined;
  /** The header `Authorization` as sent; never to be logged. */
  readonly authorization: string | undefined;
  /** The person whose token it bears, once checked. */
  writer: Writer | undefined;
  /** Whether it goes before others where not all can be answered. */
  priority: Priority;
  /** The pinned release, once known, and the one a mutation has led to. */
  release: number | undefined;
  /** Whether that is the last one known, which stands in for the newest. */
  isStale?: boolean;
  /** The day of an older release, on which states are judged (YYYY-MM-DD); none where that is today. */
  day: string | undefined;
  /** Name of the GraphQL operation, once parsed. */
  operation: string | undefined;
  /** What its answer may cost, once it has been admitted. */
  cost: AdmittedCost | undefined;
  /** Codes of all errors in the answer. */
  readonly codes: Set<ErrorCode>;
  /** True once the GraphQL pipeline has given its answer the public form. */
  answered: boolean;
}

/** The header `Warning` of an answer by the last release known, which may not be the newest (RFC 7234 5.5.1). */
export const STALE = '110 - "Response is Stale"';

/** The context value of Apollo Server. Apollo copies it per operation, so what changes lies one level down. */
export interface GatewayContext {
  readonly state: RequestState;
}

/**
 * Milliseconds a request may take in all. The heaviest honest question takes about two seconds of a cold database;
 * what hangs is not noticed by this.
 */
const BUDGET = 8_000;

/** The moment by which a request is to be answered, in milliseconds of `performance.now()`: fixed when it arrived. */
export const deadlineOf = ({ startedAt }: Pick<RequestState, 'startedAt'>): number => startedAt + BUDGET;
