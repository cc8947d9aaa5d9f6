import { readConfig } from '../gateway/config.ts';
import { type Terminal, UsageError } from './command.ts';
import { type OpenDatabase, openDatabase } from './database.ts';

/** Opens the database that the environment names. A wrong variable is a wrong call. */
export const openFromEnvironment = async (terminal: Terminal): Promise<OpenDatabase> => {
  const config = readConfig(terminal.environment);
  if (config.kind === 'REFUSED') throw new UsageError(config.sentence);
  return await openDatabase(terminal, config.config);
};
