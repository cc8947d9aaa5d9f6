import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Options, PostgresType } from 'postgres';

/** The connections of one pool, which its driver cannot end while the other end is silent. */
export interface DriverSockets {
  /** The driver's option `socket`, which its types do not tell of. */
  readonly options: Options<Record<string, PostgresType>>;
  /** Ends all at once, whatever the other end does. */
  readonly destroy: () => void;
}

/** What the driver hands over: its own options, already read. */
interface Address {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false;
  /** Failures since a connection came to be, by which it waits before the next try. */
  readonly shared: { retries: number };
}

/** Milliseconds before another try where the one before was ended without a byte: the driver would try without pause. */
const AFTER_NOTHING = 50;

/**
 * A connection of which the driver is not told that its end was an error. It hears of the error at once and of the end a
 * little later; what it has put to the connection between it forgets where it knows of both, and answers it with no rows
 * once it has another connection. The end alone fails everything that is still open.
 */
class DriverSocket extends Socket {
  override emit(event: string | symbol, ...words: readonly unknown[]): boolean {
    return event === 'close' ? super.emit(event, false) : super.emit(event, ...words);
  }
}

/** Makes the connections of one pool and keeps them in sight. */
export const createDriverSockets = (): DriverSockets => {
  const sockets = new Set<Socket>();
  let last: Socket | undefined;
  let turn = 0;
  const socket = async ({ host, port, path, shared }: Address): Promise<Socket> => {
    if (last?.destroyed === true && last.bytesRead === 0)
      await pause(AFTER_NOTHING, undefined, { ref: false });
    const made = new DriverSocket();
    made.once('error', () => {
      shared.retries += 1;
    });
    last = made;
    sockets.add(made);
    made.once('close', () => sockets.delete(made));
    if (path) return made.connect(path);
    const at = turn % host.length;
    turn += 1;
    // The name a certificate has to bear.
    Object.assign(made, { host: host[at], port: port[at] });
    return made.connect(port[at] ?? 5_432, host[at] ?? 'localhost');
  };
  return {
    options: { socket } as Options<Record<string, PostgresType>>,
    destroy: () => {
      for (const one of sockets) one.destroy();
    },
  };
};
