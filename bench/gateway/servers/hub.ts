import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { HUB_SCALARS } from '../../../gateway/answers/answer-form.ts';
import { openHubTransports, openRemoteTransports } from '../../../gateway/hub-transports.ts';
import { internalKeys } from '../../../gateway/internal-keys.ts';
import { createLogger } from '../../../gateway/plugins/logging.ts';
import { createGateway } from '../../../gateway/server.ts';
import { readStoredDocuments } from '../../../gateway/stored-documents.ts';
import { terminationSignal } from '../../../gateway/termination.ts';
import { NO_WRITERS } from '../../../gateway/tokens/verify-token.ts';
import { createSigner, type Signer } from '../../../signing/signer.ts';

/**
 * Our gateway as the program starts it, but for what the benchmark decides: how many bytes of answers it keeps, and
 * which documents are stored. `subgraphs` holds the addresses of those in other processes; without any, all run here.
 */
interface HubSettings {
  readonly databaseUrl: string;
  /** The folder with the key that calls of other processes are signed with. */
  readonly home: string;
  readonly supergraph: string;
  readonly documents: string;
  readonly answerBytes: number;
  /** Whether operations are fused into one statement. */
  readonly fuses: boolean;
  readonly subgraphs: Readonly<Record<string, string>>;
}

const signer = async (home: string): Promise<Signer> => {
  const [key] = await internalKeys({ internalKeys: undefined, home });
  return createSigner({ key, now: Date.now, random: randomBytes });
};

const settings: HubSettings = JSON.parse(process.argv[2] ?? '{}');
const stopped = terminationSignal();
const logger = createLogger('warn');
const { transports, guards, newestRelease, shortcut, close } =
  Object.keys(settings.subgraphs).length > 0
    ? openRemoteTransports(settings.subgraphs, await signer(settings.home))
    : openHubTransports({ urls: {}, databaseUrl: settings.databaseUrl, now: () => new Date(), logger });
const gateway = await createGateway({
  supergraphSdl: await readFile(settings.supergraph, 'utf8'),
  transports,
  guards,
  newestRelease,
  scalarForms: HUB_SCALARS,
  remoteSubgraphs: Object.keys(settings.subgraphs),
  shortcut: settings.fuses ? shortcut : undefined,
  logger,
  documents: await readStoredDocuments(settings.documents),
  verifyToken: NO_WRITERS,
  host: '127.0.0.1',
  port: 0,
  answerBytes: settings.answerBytes,
});
process.stdout.write(`ready ${gateway.url}\n`);
await stopped;
await gateway.close();
await close();
