import { parseConfig } from '../gateway/config.ts';
import { type Terminal, UsageError } from './command.ts';
import { type OpenDatabase, openDatabase } from './database.ts';

/** Opens the database that the environment names. A wrong variable is a wrong call. */
export const openFromEnvironment = async (terminal: Terminal): Promise<OpenDatabase> => {
  const result = parseConfig(terminal.environment);
  if ('refusals' in result) throw new UsageError(result.refusals.map((refusal) => refusal.message).join('\n'));
  return await openDatabase(terminal, result.config);
};
