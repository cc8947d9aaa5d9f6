import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import type { StoredDocuments } from '../stored-documents.ts';
import { type Exchange, type Headers, send } from './exchange.ts';
import type { Route } from './router.ts';

/** What the explorer opens with when no operation is stored. */
const GREETING = '# 在此编写查询；右侧的文档列出全部类型和字段。\n{\n  __typename\n}\n';

const HTML = 'text/html; charset=utf-8';

/** Everything the explorer needs lies in the page itself: it works without internet, and may not even try. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; " +
  "style-src 'unsafe-inline'; font-src data:; img-src data:; connect-src 'self'; frame-ancestors 'self'";

/**
 * The explorer, opened on the query that crosses all levels; the start page opens the other stored operations in it.
 * The page of 9 MB is rendered and compressed once, when it is
 * first asked for, in a thread that takes the memory it needs with it when it ends.
 */
export function graphiqlRoute(documents: StoredDocuments): Route {
  let page: Promise<Buffer> | undefined;
  return {
    async GET(exchange) {
      page ??= renderCompressed(documents);
      const compressed = await page.catch((error: unknown) => {
        page = undefined;
        throw error;
      });
      const gzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/iu.test(
        String(exchange.request.headers['accept-encoding'] ?? ''),
      );
      const headers = {
        'cache-control': 'no-cache',
        'content-security-policy': POLICY,
        vary: 'accept-encoding',
      };
      if (gzip) send(exchange, 200, HTML, compressed, { ...headers, 'content-encoding': 'gzip' });
      else await sendExpanded(exchange, compressed, { ...headers, 'content-type': HTML });
    },
  };
}

/** Expands the page on its way out, no faster than the client reads: whole it would take 9 MB for each of them. */
async function sendExpanded({ request, response }: Exchange, compressed: Buffer, headers: Headers) {
  response.writeHead(200, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const whole = pipeline([compressed], createGunzip(), response);
  await whole.catch((failure: unknown) => {
    // A client that leaves early is no failure of the gateway.
    if ((failure as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw failure;
  });
}

/** The query the explorer opens with: the one that crosses all levels if it is stored, else the first. */
export function openingQuery(documents: StoredDocuments): string {
  const stored = [...documents.byId.values()];
  return (stored.find(({ name }) => name === 'cross-levels') ?? stored[0])?.text ?? GREETING;
}

function renderCompressed(documents: StoredDocuments): Promise<Buffer> {
  const options = { title: '纵横 GraphiQL', endpoint: '/graphql', defaultQuery: openingQuery(documents) };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./graphiql-page.ts', import.meta.url), { workerData: options });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The explorer's thread ended with ${code}`)));
  });
}
