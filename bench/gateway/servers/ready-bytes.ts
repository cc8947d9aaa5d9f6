import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers each path with the bytes that a file gives for it, read before the first request; 304 to whoever has it. */
const [file = ''] = process.argv.slice(2);
const answers: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
const bytes = new Map(Object.entries(answers).map(([path, text]) => [path, Buffer.from(text)] as const));

const server = createServer((incoming, outgoing) => {
  if (incoming.headers['if-none-match'] !== undefined) {
    outgoing.writeHead(304, { etag: '"ready"' });
    outgoing.end();
    return;
  }
  const found = bytes.get(incoming.url ?? '');
  outgoing.writeHead(found === undefined ? 404 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': found?.length ?? 0,
  });
  outgoing.end(found);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready http://127.0.0.1:${port}/\n`);
});
