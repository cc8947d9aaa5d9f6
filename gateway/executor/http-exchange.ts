import type { IncomingMessage } from 'node:http';
import type { OpenCall } from '../failure/open-calls.ts';
import { subgraphAddress } from './subgraph-address.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingMessage['headers'];
}

/** A kept socket turned out to be dead before a byte of the answer came: nothing was lost yet. */
export class StaleSocket extends Error {
  override readonly name = 'StaleSocket';
}

/** More bytes than an answer may have: a RangeError, as every other failure is the connection's. */
export interface Sizes {
  /** Bytes of one answer at most. */
  readonly answer: number;
  /** Bytes of all answers under way at most. */
  readonly together: number;
}

/** What is to be sent. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  /** Instead of the path of the address. */
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Over a kept socket, or over a new one that is closed afterwards. */
  readonly kept: boolean;
}

export interface HttpExchange {
  /** Sends and resolves with the whole reply. Rejects with a RangeError for one that is too long. */
  readonly send: (outgoing: Outgoing, call: OpenCall, onHead: () => void) => Promise<Reply>;
  readonly close: () => void;
}

/** Exchanges with one address, over so many kept sockets. */
export function createHttpExchange(address: string, connections: number, sizes: Sizes): HttpExchange {
  const { target, open, agent: agentFor } = subgraphAddress(address);
  const agent = agentFor(connections);
  const read = createReader(sizes);
  return {
    close: () => agent.destroy(),
    send: ({ method, path, headers, body, kept }, call, onHead) =>
      new Promise((resolve, reject) => {
        const way = { ...target, ...(path === undefined ? {} : { path }), method, headers };
        const request = open({ ...way, agent: kept ? agent : false });
        let isAnswered = false;
        // One that waits for a socket would say so only when it has one.
        call.stop = () => {
          const over = new Error('the call is over');
          request.destroy(over);
          reject(over);
        };
        if (call.ended !== undefined) call.stop();
        // Node hands over to nobody what changes the protocol, and says nothing of it.
        request.on('close', () => {
          if (!isAnswered) reject(new Error('the connection has ended without an answer'));
        });
        request.on('response', (incoming) => {
          isAnswered = true;
          onHead();
          read(incoming, call).then(
            (text) => resolve({ status: incoming.statusCode ?? 0, text, headers: incoming.headers }),
            (error: unknown) => {
              request.destroy();
              reject(error);
            },
          );
        });
        request.on('error', (error: NodeJS.ErrnoException) => {
          const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE';
          const isStale = reset && request.reusedSocket;
          reject(isStale ? new StaleSocket('kept socket reset', { cause: error }) : error);
        });
        request.end(body);
      }),
  };
}

/** Reads answers, no more of all of them together than their sizes allow. What announces too much is not read at all. */
function createReader({ answer: most, together }: Sizes) {
  let held = 0;
  return (incoming: IncomingMessage, call: OpenCall): Promise<string> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const refuse = (why: string): void => {
        incoming.destroy(new RangeError(why));
      };
      incoming.on('error', reject);
      incoming.on('close', () => {
        held -= size;
      });
      if (Number(incoming.headers['content-length'] ?? 0) > most) {
        refuse(`the answer is longer than ${most} bytes`);
        return;
      }
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        held += chunk.length;
        call.bytes += chunk.length;
        if (size > most) refuse(`the answer is longer than ${most} bytes`);
        else if (held > together) refuse(`the answers under way are longer than ${together} bytes`);
        else chunks.push(chunk);
      });
      incoming.on('end', () => resolve(Buffer.concat(chunks, size).toString('utf8')));
    });
}
