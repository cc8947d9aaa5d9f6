import postgres from 'postgres';

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

/**
 * A pool over one database. The role is a start-up parameter of each connection, never a `SET ROLE` per
 * request: plans cached under one role must not be used under another (CVE-2023-2455).
 */
export const connect = (url: string, options: ClientOptions = {}): Sql =>
  postgres(url, {
    max: options.connections ?? 8,
    connect_timeout: 10,
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

/** The type `text` in PostgreSQL's catalog of types. */
const TEXT = 25;

// PostgreSQL's text cannot hold U+0000 and refuses the statement; what stands in for it matches nothing stored.
const withoutNull = (value: unknown): string => String(value).replaceAll('\u0000', '\uFFFD');

/** The pool, which takes any text a caller may write. */
const takingAnyText = (sql: Sql): Sql => {
  sql.options.serializers[TEXT] = withoutNull;
  return sql;
};

/** A pool that reads as the role of one subgraph; statements end after five seconds. */
export const connectSubgraph = (url: string, name: SubgraphName, options: ClientOptions = {}): Sql =>
  takingAnyText(connect(url, { statementTimeout: 5_000, ...options, role: SUBGRAPH_ROLES[name] }));

/** A pool that reads what all subgraphs show. */
export const connectGateway = (url: string, options: ClientOptions): Sql =>
  takingAnyText(connect(url, { ...options, role: 'zongheng_gateway' }));

/** Settings of a connection for long statements over few rows: planning them takes longer than the rows, compiling them longer still. */
export const PLANNED_ONCE = { jit: 'off', plan_cache_mode: 'force_generic_plan' };
