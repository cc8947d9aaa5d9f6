import { connect, type Socket } from 'node:net';

/** A connection over which one request after another is asked, with as little work for each as can be. */
export interface RawConnection {
  /** Sends a request, as it goes over the wire; the answer comes to `onAnswer`. */
  readonly send: (request: string) => void;
  readonly end: () => void;
}

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

const HEAD_END = '\r\n\r\n';

/** Opens a connection; every answer has a length, as the gateway's have. `onEnd` is told when it is of no more use. */
export const rawConnection = (
  url: URL,
  onAnswer: (answer: RawAnswer) => void,
  onEnd: () => void,
): RawConnection => {
  const socket: Socket = connect(Number(url.port), url.hostname);
  socket.setNoDelay(true);
  let got = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const at = got.indexOf(HEAD_END);
    if (at < 0) return;
    const head = got.toString('latin1', 0, at);
    const length = Number(/content-length: (\d+)/iu.exec(head)?.[1] ?? 0);
    const end = at + HEAD_END.length + length;
    if (got.length < end) return;
    const body = got.toString('utf8', at + HEAD_END.length, end);
    got = got.subarray(end);
    onAnswer({ status: Number(head.slice(9, 12)), head, body });
  });
  socket.on('error', () => undefined);
  socket.on('close', onEnd);
  return { send: (request) => void socket.write(request), end: () => socket.destroy() };
};

/** A POST of GraphQL as it goes over the wire. */
export const rawPost = (url: URL, body: string, headers: Readonly<Record<string, string>> = {}): string =>
  [
    `POST ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
