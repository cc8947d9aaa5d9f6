import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { loadDemo } from '../../cli/load-demo.ts';
import { connect } from '../../db/client.ts';
import { readSupergraph } from '../../gateway/composed-files.ts';
import type { DrainTimes } from '../../gateway/http/drain.ts';
import { startGateway } from '../../gateway/main.ts';
import type { TokenFile } from '../../gateway/tokens/open-tokens.ts';
import { matchStored } from '../../linkage/match-stored.ts';
import { simpleJudging } from '../linkage/simple-judging.ts';
import { TEST_KEYS } from '../signing/signed-call.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

/** A whole hub in this process over a database of its own. */
export interface TestHub extends AsyncDisposable {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Texts of the statements its subgraphs sent since the last call. */
  readonly takeStatements: () => readonly string[];
  /** What it logged, one JSON line an entry. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** The moment the demonstration province is published at in tests, and the day its states are judged on. */
export const DEMO_NOW = '2026-03-01T08:00:00.000Z';

/** A fresh database with the demonstration province loaded and published. */
export const demoDatabase = async (): Promise<TestDatabase> => {
  const database = await freshDatabase();
  const sql = connect(database.url, { connections: 2 });
  try {
    await loadDemo(sql, DEMO_NOW, () => undefined);
  } finally {
    await sql.end();
  }
  return database;
};

/** Starts a hub over a database; subgraphs with an address in `subgraphUrls` run elsewhere. */
export const startHubOver = async (
  databaseUrl: string,
  options: {
    readonly subgraphUrls?: Readonly<Record<string, string>>;
    readonly now?: () => Date;
    /** By which tokens one may write; nobody may without. */
    readonly tokens?: TokenFile;
    /** Whether nobody but the database looks at who asks. */
    readonly isLeftToDatabase?: boolean;
    readonly drainTimes?: DrainTimes;
  } = {},
): Promise<TestHub> => {
  const statements: string[] = [];
  let log = '';
  const logStream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  const gateway = await startGateway({
    config: {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'info',
      subgraphUrls: options.subgraphUrls ?? {},
      internalKeys: TEST_KEYS,
      ...(options.tokens === undefined ? {} : { tokens: options.tokens }),
    },
    supergraphSdl: await readSupergraph(),
    mode: { kind: 'HUB', databaseUrl },
    now: options.now ?? (() => new Date(DEMO_NOW)),
    isLeftToDatabase: options.isLeftToDatabase ?? false,
    logStream,
    ...(options.drainTimes === undefined ? {} : { drainTimes: options.drainTimes }),
    onStatement: (text) => void statements.push(text),
  });
  const close = () => gateway.close();
  return {
    url: gateway.url,
    databaseUrl,
    takeStatements: () => statements.splice(0),
    log: () => log,
    close,
    [Symbol.asyncDispose]: close,
  };
};

/** Links the lists of a database by the share of characters that names have in common: no training changes it. */
export const matchSimply = async (databaseUrl: string): Promise<void> => {
  const sql = connect(databaseUrl, { connections: 2 });
  try {
    await matchStored(sql, { judging: simpleJudging(), mode: 'FULL', now: () => DEMO_NOW });
  } finally {
    await sql.end();
  }
};

/** A hub over a demonstration province of its own, prepared further if need be; closing it drops its database. */
export const startHub = async (
  prepare: (databaseUrl: string) => Promise<void> = async () => undefined,
): Promise<TestHub> => {
  const database = await demoDatabase();
  await prepare(database.url);
  const hub = await startHubOver(database.url);
  const close = async () => {
    await hub.close();
    await database[Symbol.asyncDispose]();
  };
  return { ...hub, close, [Symbol.asyncDispose]: close };
};

/** Runs `use` with an empty folder that is removed afterwards. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
