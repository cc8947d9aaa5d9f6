import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { StoredDocuments } from '../stored-documents.ts';
import { send } from './exchange.ts';
import type { Route } from './router.ts';

/** What the explorer opens with when no operation is stored. */
const GREETING = '# 在此编写查询；右侧的文档列出全部类型和字段。\n{\n  __typename\n}\n';

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
      send(exchange, 200, 'text/html; charset=utf-8', gzip ? compressed : gunzipSync(compressed), {
        'cache-control': 'no-cache',
        'content-security-policy': POLICY,
        vary: 'accept-encoding',
        ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      });
    },
  };
}

function renderCompressed(documents: StoredDocuments): Promise<Buffer> {
  const stored = [...documents.byId.values()];
  const first = stored.find(({ name }) => name === 'CrossLevels') ?? stored[0];
  const options = { title: '纵横 GraphiQL', endpoint: '/graphql', defaultQuery: first?.text ?? GREETING };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./graphiql-page.ts', import.meta.url), { workerData: options });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The explorer's thread ended with ${code}`)));
  });
}
