import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** What connections may do; times in milliseconds. */
export interface ConnectionLimits {
  /** Connections open at once. */
  readonly connections: number;
  /** Bytes of the first line and the headers of a request. */
  readonly headBytes: number;
  /** Headers of a request; the next one is still read, so that more are refused and not overlooked. */
  readonly headers: number;
  /** Until the headers of a request have come. */
  readonly headWithin: number;
  /** Until a request has come whole. */
  readonly requestWithin: number;
  /** How long a connection is kept between two requests. */
  readonly keptFor: number;
  /** In which a client has to take `takenBytes` of an answer that waits for it. */
  readonly takenWithin: number;
  readonly takenBytes: number;
  /** How often connections are looked at. */
  readonly checkedEvery: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  connections: 2_000,
  headBytes: 16 * 1024,
  headers: 64,
  headWithin: 10_000,
  requestWithin: 30_000,
  keptFor: 5_000,
  takenWithin: 30_000,
  takenBytes: 64 * 1024,
  checkedEvery: 1_000,
};

/** A server of HTTP whose connections are bounded in number, time and size; it has no listener of requests yet. */
export const createBoundedServer = (limits: ConnectionLimits = CONNECTION_LIMITS): Server => {
  const server = createServer({
    maxHeaderSize: limits.headBytes,
    headersTimeout: limits.headWithin,
    requestTimeout: limits.requestWithin,
    keepAliveTimeout: limits.keptFor,
    // By itself Node looks every thirty seconds only: whoever sends slowly would have that much longer.
    connectionsCheckingInterval: limits.checkedEvery,
  });
  server.maxHeadersCount = limits.headers + 1;
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    if (open.size > limits.connections) (longestSilent(open) ?? socket).destroy();
  });
  const readers = createReaders(limits);
  const checking = setInterval(() => {
    for (const socket of open) if (!readers.keepsUp(socket)) socket.destroy();
  }, limits.checkedEvery).unref();
  server.on('close', () => clearInterval(checking));
  return server;
};

/**
 * The oldest connection that has never been answered: those of whoever only holds connections go first, and give way
 * to clients that ask.
 */
const longestSilent = (open: ReadonlySet<Socket>): Socket | undefined => {
  for (const socket of open) if (socket.bytesWritten === 0) return socket;
  return undefined;
};

interface Mark {
  readonly at: number;
  readonly taken: number;
}

/** Knows which clients take what they have asked for: an answer nobody reads is held in memory. */
const createReaders = ({ takenWithin, takenBytes }: ConnectionLimits) => {
  const marks = new WeakMap<Socket, Mark>();
  return {
    keepsUp(socket: Socket): boolean {
      if (socket.writableLength === 0) {
        marks.delete(socket);
        return true;
      }
      const now = performance.now();
      // What has been written counts as soon as it waits.
      const taken = socket.bytesWritten - socket.writableLength;
      const mark = marks.get(socket);
      if (mark !== undefined && now - mark.at < takenWithin) return true;
      marks.set(socket, { at: now, taken });
      return mark === undefined || taken - mark.taken >= takenBytes;
    },
  };
};
