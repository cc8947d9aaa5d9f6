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
}

/** Milliseconds before another try where the one before was ended without a byte: the driver would try without pause. */
const AFTER_NOTHING = 50;

/** Makes the connections of one pool and keeps them in sight. */
export const createDriverSockets = (): DriverSockets => {
  const sockets = new Set<Socket>();
  let last: Socket | undefined;
  let turn = 0;
  const socket = async ({ host, port, path }: Address): Promise<Socket> => {
    if (last?.destroyed === true && last.bytesRead === 0)
      await pause(AFTER_NOTHING, undefined, { ref: false });
    const made = new Socket();
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
