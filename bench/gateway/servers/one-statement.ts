import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '../../../db/client.ts';
import type { Operation } from '../operations.ts';
import { STATEMENTS } from '../statements.ts';

/** `POST /<operation>` with its variables: one prepared statement, whose text goes out as it comes. */
const [databaseUrl = '', connections = ''] = process.argv.slice(2);
const sql = connect(databaseUrl, { connections: Number(connections) });

const bodyOf = async (incoming: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

const answerOf = async (incoming: IncomingMessage): Promise<string> => {
  const variables = await bodyOf(incoming);
  const { text, parameters } = STATEMENTS[(incoming.url ?? '').slice(1) as Operation];
  const values = parameters.map((name) => variables[name] as string | null);
  const [row] = await sql.unsafe<{ answer: string }[]>(text, values, { prepare: true });
  if (row === undefined) throw new Error('a statement without an answer');
  return row.answer;
};

const server = createServer((incoming, outgoing) => {
  answerOf(incoming).then(
    (answer) => {
      outgoing.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(answer),
      });
      outgoing.end(answer);
    },
    (error: unknown) => {
      outgoing.writeHead(500);
      outgoing.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready http://127.0.0.1:${port}/\n`);
});
