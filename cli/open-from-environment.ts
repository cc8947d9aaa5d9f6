import { type Config, readConfig } from '../gateway/config.ts';
import { type Terminal, UsageError } from './command.ts';
import { type OpenDatabase, openDatabase } from './database.ts';

/** The configuration that the environment holds. A wrong variable is a wrong call. */
export const configFromEnvironment = ({ environment }: Terminal): Config => {
  const result = readConfig(environment);
  if (result.kind === 'REFUSED') throw new UsageError(result.sentence);
  return result.config;
};

/** Opens the database that the environment names. */
export const openFromEnvironment = (terminal: Terminal): Promise<OpenDatabase> =>
  openDatabase(terminal, configFromEnvironment(terminal));
