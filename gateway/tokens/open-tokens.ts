import type { Logger } from 'pino';
import { openKeyFile } from './key-file.ts';
import { createTokenVerifier, type TokenSettings, type TokenVerifier } from './verify-token.ts';

/** Where the public keys of tokens are, and what the tokens must say. */
export interface TokenFile extends TokenSettings {
  readonly path: string;
  /** Whether the file was named: one that is only looked for may be missing. */
  readonly isRequired: boolean;
}

export interface TokensOptions {
  readonly now: () => Date;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  /** Milliseconds from any moment on. */
  readonly elapsed?: (() => number) | undefined;
}

/** Opens the keys and tells whose tokens are whose by them. Throws UnusableKeys. */
export const openTokens = async (
  { path, isRequired, issuer, audience }: TokenFile,
  { now, logger, elapsed }: TokensOptions,
): Promise<TokenVerifier> => {
  const onChange = (problem: string | undefined): void => {
    if (problem === undefined) logger.info('the keys of tokens can be used again');
    else logger.error({ problem }, 'the keys of tokens cannot be used: no token is taken');
  };
  const keys = await openKeyFile({ path, isRequired, elapsed, onChange });
  return createTokenVerifier({ keys, issuer, audience, now });
};
