import postgres from 'postgres';
import { knowArrays } from './array-types.ts';
import { createDriverSockets } from './driver-sockets.ts';
import { guardedPool } from './guarded-pool.ts';
import { surviveLostConnections } from './transactions.ts';

export type Sql = postgres.Sql;
export type TransactionSql = postgres.TransactionSql;

/** The database roles: one per subgraph with the rights to read its own door, one that publishes. */
export const SUBGRAPH_ROLES = {
  reference: 'zongheng_reference',
  county: 'zongheng_county',
  township: 'zongheng_township',
  guide: 'zongheng_guide',
  matching: 'zongheng_matching',
} as const;

export type SubgraphName = keyof typeof SUBGRAPH_ROLES;

export interface ClientOptions {
  /** Role the connections act as; without it the login role of the address. */
  readonly role?: string;
  /** Connections at most. */
  readonly connections?: number;
  /** Seconds until a connection is given up that does not come to be. */
  readonly connectTimeout?: number;
  /** Milliseconds after which the server ends a statement. */
  readonly statementTimeout?: number;
  /** Called with the text of every statement sent: how tests count statements per query. */
  readonly onStatement?: (text: string) => void;
  /** Called with the name of a channel that is listened to and what was told there. */
  readonly onNotice?: (channel: string, told: string) => void;
  /** Called when a connection has ended, for whatever reason. */
  readonly onClose?: () => void;
  /** Connections are kept as long as they live, as something hangs on them; else they are renewed now and then. */
  readonly lasting?: boolean;
  /** Further settings of each connection, by the names the server gives them. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Seconds before another try where a connection has failed so often: the driver itself would wait up to twenty. */
const backoff = (failures: number): number => Math.min(0.02 * 2 ** failures, 0.5);

/** Seconds a pool may take to end: a server that has stopped never says farewell. */
const LONGEST_END = 10;

/** Seconds until a connection is given up that does not come to be, where nothing else is said. */
const CONNECT_TIMEOUT = { own: 10, guarded: 2 } as const;

/**
 * A pool over one database. The role is a start-up parameter of each connection, never a `SET ROLE` per
 * request: plans cached under one role must not be used under another (CVE-2023-2455).
 */
export const connect = (url: string, options: ClientOptions = {}): Sql => {
  const sockets = createDriverSockets();
  const sql = postgres(url, {
    ...sockets.options,
    max: options.connections ?? 8,
    connect_timeout: options.connectTimeout ?? CONNECT_TIMEOUT.own,
    backoff,
    fetch_types: false,
    onnotice: () => undefined,
    connection: {
      application_name: options.role ?? 'zongheng',
      idle_in_transaction_session_timeout: 60_000,
      ...(options.statementTimeout === undefined ? {} : { statement_timeout: options.statementTimeout }),
      ...(options.role === undefined ? {} : { role: options.role, default_transaction_read_only: true }),
      ...options.settings,
    },
    ...(options.lasting === true ? { max_lifetime: null } : {}),
    ...(options.onNotice === undefined ? {} : { onnotify: options.onNotice }),
    ...(options.onClose === undefined ? {} : { onclose: options.onClose }),
    ...(options.onStatement === undefined
      ? {}
      : { debug: (_connection: number, text: string) => options.onStatement?.(text) }),
  });
  knowArrays(sql);
  leaveMomentsToServer(sql);
  surviveLostConnections(sql);
  const { end, reserve } = sql;
  // Without the question for types the driver forgets whoever reserves a connection that has yet to be made: whatever
  // else is asked has it look at those who wait.
  sql.reserve = () => {
    const reserved = reserve();
    sql`select 1`.catch(() => undefined);
    return reserved;
  };
  sql.end = async ({ timeout = LONGEST_END } = {}) => {
    await end({ timeout });
    sockets.destroy();
  };
  return sql;
};

/** The types `date`, `timestamp` and `timestamptz` in PostgreSQL's catalog of types. */
const MOMENTS = [1082, 1114, 1184] as const;

/**
 * Has the server refuse a text that is no moment. The driver throws for it while it writes the statement, and lays that
 * to the one before it on the connection: each further one would get the answer of another.
 */
const leaveMomentsToServer = ({ options: { serializers } }: Sql): void => {
  for (const type of MOMENTS) {
    const serialize = serializers[type];
    serializers[type] = (value: unknown): unknown =>
      typeof value === 'string' && Number.isNaN(Date.parse(value)) ? value : serialize?.(value);
  }
};

/** The type `text` in PostgreSQL's catalog of types. */
const TEXT = 25;

// PostgreSQL's text cannot hold U+0000 and refuses the statement; what stands in for it matches nothing stored.
const withoutNull = (value: unknown): string => String(value).replaceAll('\u0000', '\uFFFD');

/** The pool, which takes any text a caller may write. */
const takingAnyText = (sql: Sql): Sql => {
  sql.options.serializers[TEXT] = withoutNull;
  return sql;
};

/** Milliseconds the server gives a statement of a subgraph. */
const LONGEST_STATEMENT = 5_000;
/** Milliseconds more that its answer may take on the way, or a statement wait for a connection. */
const ON_THE_WAY = 1_000;
/** Milliseconds a transaction of a subgraph may take: a decision waits three seconds for a publish to end. */
const LONGEST_TRANSACTION = 8_000;

const guarded = (url: string, options: ClientOptions & { readonly statementTimeout: number }): Sql =>
  guardedPool({
    url,
    open: () => takingAnyText(connect(url, { connectTimeout: CONNECT_TIMEOUT.guarded, ...options })),
    longestStatement: options.statementTimeout + ON_THE_WAY,
    longestTransaction: LONGEST_TRANSACTION,
  });

/** A pool that reads as the role of one subgraph; statements end after five seconds, and at once while the database is away. */
export const connectSubgraph = (url: string, name: SubgraphName, options: ClientOptions = {}): Sql =>
  guarded(url, { statementTimeout: LONGEST_STATEMENT, ...options, role: SUBGRAPH_ROLES[name] });

/** A pool that reads what all subgraphs show; the rest as `connectSubgraph`. */
export const connectGateway = (url: string, options: ClientOptions): Sql =>
  guarded(url, { statementTimeout: LONGEST_STATEMENT, ...options, role: 'zongheng_gateway' });

/** Settings of a connection for long statements over few rows: planning them takes longer than the rows, compiling them longer still. */
export const PLANNED_ONCE = { jit: 'off', plan_cache_mode: 'force_generic_plan' };
