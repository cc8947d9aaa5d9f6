import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { send } from './exchange.ts';
import type { Route } from './router.ts';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The page works in an intranet and talks to this server only. */
const POLICY =
  "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/**
 * Routes of the files in `web/` (or another folder), read once: only a path found there is ever served, so no
 * path can lead out of the folder. `/` and each folder's path serve its `index.html`.
 */
export async function pageRoutes(folder: string = WEB): Promise<Readonly<Record<string, Route>>> {
  const routes: Record<string, Route> = {};
  for (const path of await filesUnder(folder)) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    const name = `/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`;
    const route = fileRoute(await readFile(path), type);
    routes[name] = route;
    if (name.endsWith('/index.html')) routes[name.slice(0, -'index.html'.length)] = route;
  }
  return routes;
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(noFolder);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A gateway alone, over another supergraph, may be deployed without the page. */
function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function fileRoute(bytes: Buffer, type: string): Route {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'no-cache', 'content-security-policy': POLICY };
  return {
    GET(exchange) {
      const known = exchange.request.headers['if-none-match'];
      if (known === etag) exchange.response.writeHead(304, headers).end();
      else send(exchange, 200, type, bytes, headers);
    },
  };
}
