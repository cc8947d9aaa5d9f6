import { readConfig } from '../gateway/config.ts';
import { type Terminal, UsageError } from './command.ts';
import { type OpenDatabase, openDatabase } from './database.ts';

/** Opens the database that the environment names. A wrong variable is a wrong call. */
export const openFromEnvironment = async (terminal: Terminal): Promise<OpenDatabase> => {
  const result = readConfig(terminal.environment);
  if (result.kind === 'REFUSED') throw new UsageError(result.sentence);
  return await openDatabase(terminal, result.config);
};
