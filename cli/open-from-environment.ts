import { type Config, readConfig } from '../gateway/config.ts';
import { openKeyFile } from '../gateway/tokens/key-file.ts';
import { UnusableKeys } from '../gateway/unusable-keys.ts';
import { type Terminal, UsageError } from './command.ts';
import { type OpenDatabase, openDatabase } from './database.ts';

/** The configuration that the environment holds. A wrong variable is a wrong call. */
export const configFromEnvironment = ({ environment }: Terminal): Config => {
  const result = readConfig(environment);
  if (result.kind === 'REFUSED') throw new UsageError(result.sentence);
  return result.config;
};

/**
 * The configuration of those who make keys and tokens. A variable of former tokens keeps nobody from making the new ones
 * that take their place.
 */
export const tokenConfig = (terminal: Terminal): Pick<Config, 'home' | 'tokens'> =>
  configFromEnvironment({ ...terminal, environment: { ...terminal.environment, REVIEWER_TOKENS: '' } });

/** Refuses a start whose keys of tokens cannot be used, before anything is begun. */
export const requireTokenKeys = async ({ tokens }: Config): Promise<void> => {
  await openKeyFile(tokens).catch((cause: unknown) => {
    if (!(cause instanceof UnusableKeys)) throw cause;
    throw new UsageError(cause.message, { cause });
  });
};

/** Opens the database that the environment names. */
export const openFromEnvironment = (terminal: Terminal): Promise<OpenDatabase> =>
  openDatabase(terminal, configFromEnvironment(terminal));
