import type { Sql } from '../../db/client.ts';
import type { Config } from '../../gateway/config.ts';
import type { Terminal } from '../command.ts';
import { refuseUnsafe } from './unsafe.ts';
import { type CalledSubgraphs, unsafeAddresses } from './unsafe-addresses.ts';
import { readDatabaseFacts, unsafeDatabase } from './unsafe-database.ts';
import { unsafeFiles } from './unsafe-files.ts';
import { thisProcess, unsafeProcess } from './unsafe-process.ts';

/** Throws UnsafeStart for what can be known before anything is opened: the process, the addresses, the files. */
export const refuseUnsafeStart = async (
  { environment, now }: Pick<Terminal, 'environment' | 'now'>,
  config: Config,
  subgraphs?: CalledSubgraphs,
): Promise<void> =>
  refuseUnsafe([
    ...unsafeProcess(thisProcess(environment, Date.parse(now()))),
    ...unsafeAddresses(config, subgraphs),
    ...(await unsafeFiles(config.home)),
  ]);

/** Throws UnsafeStart for a database whose walls do not stand. */
export const refuseUnsafeDatabase = async (sql: Sql, { now }: Pick<Terminal, 'now'>): Promise<void> =>
  refuseUnsafe(unsafeDatabase(await readDatabaseFacts(sql), Date.parse(now())));
