import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `POST /<operation>/<place>`: the bytes of that answer, read before the first request. */
const [file = ''] = process.argv.slice(2);
const answers: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(file, 'utf8'));
const bytes = new Map<string, Buffer>(
  Object.entries(answers).flatMap(([operation, texts]) =>
    texts.map((text, place) => [`/${operation}/${place}`, Buffer.from(text)] as const),
  ),
);

const server = createServer((incoming, outgoing) => {
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
