import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ErrorCode, errorCode } from '../../catalog/error-codes.ts';
import type { Said } from '../../catalog/error-sentence.ts';
import { JSON_TYPE } from './accept.ts';
import { isPassedOver, refusalText } from './exchange.ts';

interface Told {
  readonly code: ErrorCode;
  readonly status: number;
  readonly detail?: Said;
}

/** What the parser of Node says of bytes it cannot read, in the words of the closed list. */
const TOLD: Readonly<Record<string, Told>> = {
  HPE_HEADER_OVERFLOW: {
    code: 'BAD_REQUEST',
    status: 431,
    detail: { says: '请求头过大', help: '减少请求头，再发送。' },
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { code: 'BODY_TOO_LARGE', status: 413 },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'REQUEST_TIMEOUT', status: 408 },
};
const UNREADABLE: Told = {
  code: 'BAD_REQUEST',
  status: 400,
  detail: { says: '不是合法的 HTTP 请求', help: '按 HTTP/1.1 发送；经过代理的，请检查代理。' },
};

/** Answers whatever does not become a request, in the one shape of all refusals; nothing of the parser's words goes out. */
export const refuseWhatIsNoRequest = (
  server: Server,
  underWay: (socket: Duplex) => readonly ServerResponse[],
): void => {
  const refused = new WeakSet<Duplex>();
  const refuse = (socket: Duplex, told: Told): void => {
    if (refused.has(socket)) return;
    refused.add(socket);
    // A request whose body cannot be read to its end may have been refused already: then there is no more to say.
    const isAnswered = isPassedOver(socket);
    const over = (): unknown => (isAnswered ? socket.destroy() : end(socket, told));
    // What was asked before on this connection is answered first: a client takes answers in the order it asked.
    const before = underWay(socket)
      .filter(({ req }) => req.complete)
      .at(-1);
    if (before === undefined) over();
    else before.once('finish', over);
  };
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuse(socket, TOLD[error.code ?? ''] ?? UNREADABLE);
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    refuse(socket, { code: 'METHOD_NOT_ALLOWED', status: errorCode('METHOD_NOT_ALLOWED').httpStatus });
  });
  // An expectation that is not known may be passed over (RFC 9110 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
};

const end = (socket: Duplex, { code, status, detail }: Told): void => {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const body = refusalText(code, detail, requestId);
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Cache-Control: no-store',
    `Content-Type: ${JSON_TYPE}; charset=utf-8`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${requestId}`,
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
};
