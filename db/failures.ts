import { DrizzleQueryError } from 'drizzle-orm';
import type { ErrorCode } from '../catalog/error-codes.ts';

/**
 * A statement that could not be put to the database, or was not answered. `extensions` is what graphql-js takes over into
 * the answer, so that every resolver says the same without knowing of it; the driver's own words are the cause, for the
 * log. The message is for whoever starts the program.
 */
export class DatabaseFailure extends Error {
  override readonly name: string = 'DatabaseFailure';
  readonly extensions: { readonly code: ErrorCode };

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.extensions = { code };
  }
}

/** The database cannot be reached, or has ended the connection. */
export class DatabaseAway extends DatabaseFailure {
  override readonly name = 'DatabaseAway';

  constructor(cause?: unknown) {
    super('SUBGRAPH_UNAVAILABLE', '数据库暂时连不上，请稍后再试；如一直如此，请确认数据库已启动。', cause);
  }
}

/** The database is there, but has not answered a statement in time. */
export class DatabaseSlow extends DatabaseFailure {
  override readonly name = 'DatabaseSlow';

  constructor(cause?: unknown) {
    super('SUBGRAPH_TIMEOUT', '数据库没有在时限内作答，请稍后再试。', cause);
  }
}

/** The code a driver or a system gives an error; empty where it gives none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Codes that tell of the way to the server or of the server as a whole: PostgreSQL's class 08, its own ending and starting
 * (57P01 to 57P05), too many connections and other want of means (53), the driver's, and the system's.
 */
const UNREACHABLE =
  /^(?:08...|53...|57P0.|CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_AGAIN|ENOENT|EADDRNOTAVAIL|EMFILE|ENFILE|ENOBUFS|ERR_(?:STREAM|SOCKET)_\w+)$/u;

/** What the server answers that has no room for another connection: it is there all the same. */
export const isCrowded = (error: unknown): boolean => codeOf(error).startsWith('53');

/** Whether an error of the driver tells that there is no way to the server, or none any more. */
export const isAway = (error: unknown): boolean =>
  error instanceof DatabaseAway || UNREACHABLE.test(codeOf(error));

const STATEMENT_TIMEOUT = '57014';

/** An error of the driver in our words where it tells of the database as such; else itself. */
export const failureOf = (error: unknown): unknown => {
  const code = codeOf(error);
  if (error instanceof DatabaseFailure) return error;
  if (code === STATEMENT_TIMEOUT) return new DatabaseSlow(error);
  return isAway(error) ? new DatabaseAway(error) : error;
};

// Drizzle hands on every error within one of its own, which bears the statement's text and no code: what its cause says
// counts, here as everywhere.
Object.defineProperty(DrizzleQueryError.prototype, 'extensions', {
  configurable: true,
  get(this: DrizzleQueryError) {
    return this.cause instanceof DatabaseFailure ? this.cause.extensions : undefined;
  },
});
