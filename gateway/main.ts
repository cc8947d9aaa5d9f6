import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'graphql';
import type { DestinationStream, Logger } from 'pino';
import { createSigner, type Signer } from '../signing/signer.ts';
import { HUB_SCALARS } from './answers/answer-form.ts';
import type { SharedAnswers } from './answers/shared/shared-answers.ts';
import { isHubSupergraph } from './composed-files.ts';
import type { Config } from './config.ts';
import { supergraphAddresses } from './executor/supergraph.ts';
import type { DrainTimes } from './http/drain.ts';
import { pageRoutes } from './http/page.ts';
import { type OpenTransports, openHubTransports, openRemoteTransports } from './hub-transports.ts';
import { internalKeys } from './internal-keys.ts';
import { createLogger } from './plugins/logging.ts';
import { HUB_PROBES } from './readiness.ts';
import { createGateway, type Gateway, type GatewayOptions } from './server.ts';
import { NO_DOCUMENTS, readStoredDocuments } from './stored-documents.ts';
import { openTokens } from './tokens/open-tokens.ts';
import { NO_WRITERS, type TokenVerifier } from './tokens/verify-token.ts';

/** The whole hub over one database, or a gateway alone over the addresses of any supergraph. */
export type GatewayMode =
  | { readonly kind: 'HUB'; readonly databaseUrl: string }
  | { readonly kind: 'GATEWAY_ONLY' };

export interface StartOptions {
  readonly config: Pick<Config, 'host' | 'port' | 'logLevel' | 'subgraphUrls'> &
    Partial<Pick<Config, 'fuses' | 'tokens' | 'internalKeys' | 'home'>>;
  readonly supergraphSdl: string;
  readonly mode: GatewayMode;
  /** The clock by which states of items are judged. */
  readonly now?: () => Date;
  readonly logStream?: DestinationStream;
  readonly drainTimes?: DrainTimes;
  readonly onStatement?: (text: string) => void;
  /** Bytes of answers kept; 0 keeps none. */
  readonly answerBytes?: number;
  /** What the other processes on this port keep; none where this is the only one. */
  readonly sharedAnswers?: SharedAnswers | undefined;
  readonly beforeListening?: GatewayOptions['beforeListening'];
  /** For tests alone, which prove that the database holds by itself: neither gateway nor subgraphs look at who asks. */
  readonly isLeftToDatabase?: boolean;
}

/** Starts a gateway as the configuration says; closing it drains it, then closes what it opened. */
export async function startGateway(options: StartOptions): Promise<Gateway> {
  const { config, supergraphSdl, drainTimes } = options;
  const logger = createLogger(config.logLevel, options.logStream);
  const addresses = supergraphAddresses(parse(supergraphSdl, { noLocation: true }));
  // Stored documents and the page speak of the hub's own schema; another supergraph knows nothing of them.
  const ours = isHubSupergraph(addresses);
  const [documents, page] = await Promise.all([
    ours ? readStoredDocuments() : NO_DOCUMENTS,
    ours ? pageRoutes() : {},
  ]);
  const isAnyRemote = options.mode.kind === 'GATEWAY_ONLY' || Object.keys(config.subgraphUrls).length > 0;
  const sign = ours && isAnyRemote ? await signerOf(config) : undefined;
  const opened = transportsOf(options, { addresses, logger, sign });
  const { transports, guards, newestRelease, releaseKnown, shortcut, close } = opened;
  try {
    // A database that is away keeps no gateway from starting: requests ask for themselves until it is back.
    await Promise.race([releaseKnown, delay(1_000, undefined, { ref: false })]);
    const gateway = await createGateway({
      supergraphSdl,
      transports,
      guards,
      newestRelease,
      shortcut: config.fuses === false ? undefined : shortcut,
      logger,
      documents,
      page,
      probes: ours ? HUB_PROBES : {},
      verifyToken: ours ? await verifierOf(options, logger) : undefined,
      scalarForms: ours ? HUB_SCALARS : {},
      host: config.host,
      port: config.port,
      sharedAnswers: options.sharedAnswers,
      isLeftToDatabase: options.isLeftToDatabase ?? false,
      remoteSubgraphs: Object.keys(options.mode.kind === 'HUB' ? config.subgraphUrls : addresses),
      ...(options.beforeListening === undefined ? {} : { beforeListening: options.beforeListening }),
      ...(drainTimes === undefined ? {} : { drainTimes }),
      ...(options.now === undefined ? {} : { now: options.now }),
      ...(options.answerBytes === undefined ? {} : { answerBytes: options.answerBytes }),
    });
    return {
      ...gateway,
      async close() {
        await gateway.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whose tokens are whose; nobody's where no keys are named. */
const verifierOf = (
  { config, now = () => new Date() }: StartOptions,
  logger: Logger,
): Promise<TokenVerifier> =>
  config.tokens === undefined ? Promise.resolve(NO_WRITERS) : openTokens(config.tokens, { now, logger });

/** Only the hub's own subgraphs are sent signatures: to those of another supergraph they mean nothing. */
async function signerOf({
  internalKeys: given,
  home = '.zongheng',
}: StartOptions['config']): Promise<Signer> {
  const [key] = await internalKeys({ internalKeys: given, home });
  return createSigner({ key, now: Date.now, random: randomBytes });
}

interface Reached {
  readonly addresses: Readonly<Record<string, string>>;
  readonly logger: Logger;
  readonly sign: Signer | undefined;
}

function transportsOf(
  { config, mode, now = () => new Date(), onStatement, isLeftToDatabase = false }: StartOptions,
  { addresses, logger, sign }: Reached,
): OpenTransports {
  const urls = config.subgraphUrls;
  if (mode.kind === 'GATEWAY_ONLY') {
    const moved = Object.entries(urls).filter(([name]) => Object.hasOwn(addresses, name));
    return openRemoteTransports({ ...addresses, ...Object.fromEntries(moved) }, sign);
  }
  const options = { urls, sign, databaseUrl: mode.databaseUrl, now, logger, isLeftToDatabase };
  return openHubTransports(onStatement === undefined ? options : { ...options, onStatement });
}
