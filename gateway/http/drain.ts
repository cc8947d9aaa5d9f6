import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

export interface DrainTimes {
  /** Milliseconds a kept-alive connection may stay silent before it is closed. */
  readonly idle: number;
  /** Milliseconds after which requests still under way are cut off. */
  readonly bound: number;
}

export const DRAIN_TIMES: DrainTimes = { idle: 1_000, bound: 10_000 };

/** Milliseconds between telling the last clients and ending their connections. */
const FAREWELL = 250;

export interface Drain {
  /** `cut`: the bound has passed, requests are only refused. */
  readonly phase: 'serving' | 'draining' | 'cut';
  /** The answers under way on a connection, in the order they were asked for. */
  underWay(socket: unknown): readonly ServerResponse[];
  /** Sets how a request under way is refused when the bound passes before its answer. */
  refuseWith(response: ServerResponse, refuse: () => void): void;
  /** Stops accepting connections; resolves when the last one has ended. Calling it again gives the same promise. */
  begin(): Promise<void>;
}

/**
 * Ends a server without losing a request. `http.Server.close()` ends idle connections at once and so races
 * clients that are just sending on them; here the listening socket closes, every further answer says
 * `Connection: close`, and connections end by themselves, after a silence, or at the bound.
 */
export function createDrain(server: Server, times: DrainTimes = DRAIN_TIMES): Drain {
  const underWay = new Map<Socket, Map<ServerResponse, () => void>>();
  let phase: Drain['phase'] = 'serving';
  let ending: Promise<void> | undefined;

  const lastOfItsConnection = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  const endWhenSilent = (socket: Socket): void => {
    setTimeout(() => {
      if (underWay.get(socket)?.size === 0) socket.destroy();
    }, times.idle).unref();
  };
  server.on('connection', (socket: Socket) => {
    underWay.set(socket, new Map());
    socket.on('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    // What was answered on the spot is not under way.
    if (response.writableEnded) return;
    const responses = underWay.get(socket);
    responses?.set(response, () => undefined);
    if (phase !== 'serving') lastOfItsConnection(response);
    response.on('close', () => {
      responses?.delete(response);
      if (phase !== 'serving') endWhenSilent(socket);
    });
  });
  const cut = (): void => {
    phase = 'cut';
    for (const responses of underWay.values()) for (const refuse of responses.values()) refuse();
    setTimeout(() => server.closeAllConnections(), FAREWELL);
  };
  const end = async (): Promise<void> => {
    phase = 'draining';
    const closed = new Promise<void>((resolve) => {
      NetServer.prototype.close.call(server, () => resolve());
    });
    for (const [socket, responses] of underWay) {
      for (const response of responses.keys()) lastOfItsConnection(response);
      if (responses.size === 0) endWhenSilent(socket);
    }
    const bound = setTimeout(cut, times.bound);
    await closed;
    clearTimeout(bound);
    // Only now, with no connection left to race: stops the server's own timers.
    server.close(() => undefined);
  };
  return {
    get phase() {
      return phase;
    },
    underWay: (socket) => [...(underWay.get(socket as Socket)?.keys() ?? [])],
    refuseWith(response, refuse) {
      underWay.get(response.req.socket as Socket)?.set(response, refuse);
    },
    begin() {
      ending ??= end();
      return ending;
    },
  };
}
