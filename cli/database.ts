import { connect, type Sql } from '../db/client.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded.ts';
import { DatabaseAway, failureOf } from '../db/failures.ts';
import { checkServerVersion } from '../db/floors.ts';
import { migrate } from '../db/migrate.ts';
import type { Terminal } from './command.ts';

/** A database ready for use: its server runs, its schema is the newest. */
export interface OpenDatabase {
  readonly url: string;
  /** A pool that may write. */
  readonly sql: Sql;
  /** Ends the pool, and the embedded server if nobody else uses it. */
  readonly close: () => Promise<void>;
  /** The version of an embedded server that is older than the security floor. */
  readonly belowFloor: string | undefined;
  /** The server under `ZONGHENG_HOME`, where that is used. */
  readonly embedded: EmbeddedServer | undefined;
}

/** Seconds a database may take to say farewell. */
const LONGEST_END = 3;

/** A refusal to start, with the sentence for the user. */
export class DatabaseRefused extends Error {}

/**
 * Opens the server of `DATABASE_URL`, or else the embedded one under `ZONGHENG_HOME`, and migrates it. A server
 * older than the security floor is refused; of the embedded one, which only this machine reaches, it is told.
 */
export const openDatabase = async (
  terminal: Terminal,
  settings: {
    readonly databaseUrl: string | undefined;
    readonly home: string;
  },
): Promise<OpenDatabase> => {
  const embedded =
    settings.databaseUrl === undefined
      ? await startEmbedded(settings.home, { onProgress: terminal.tell })
      : undefined;
  const url = embedded?.url ?? (settings.databaseUrl as string);
  const sql = connect(url, { connections: 4 });
  const close = async () => {
    await sql.end({ timeout: LONGEST_END });
    await embedded?.leave().catch((error: unknown) => {
      // It is there and does not answer: whoever has stopped it knows better what is to become of it.
      if (failureOf(error) instanceof DatabaseAway) terminal.tell('内置数据库没有响应，未能停止它');
      else throw error;
    });
  };
  try {
    const verdict = await checkServerVersion(sql).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new DatabaseRefused(
        `连不上 DATABASE_URL 所指的数据库（${reason}）。请核对地址、端口、用户与口令，并确认服务器已启动。`,
        { cause },
      );
    });
    if (verdict.kind === 'BELOW_FLOOR' && embedded === undefined) throw new DatabaseRefused(verdict.sentence);
    await migrate(url);
    return {
      url,
      sql,
      close,
      embedded,
      belowFloor: verdict.kind === 'BELOW_FLOOR' ? verdict.version : undefined,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
