import { connect as connectTo, createServer, type Socket } from 'node:net';

/**
 * What stands between a program and its database: `through`: nothing; `refused`: nobody listens behind it, and what was
 * open is broken; `silent`: connections stay and nothing comes back, as of a stopped process; `ending`: each connection is
 * ended before a word is said; `crowded`: what is open goes on, and each further connection is one too many.
 */
export type ProxyMode = 'through' | 'refused' | 'silent' | 'ending' | 'crowded';

export interface DatabaseProxy extends AsyncDisposable {
  readonly url: string;
  readonly become: (mode: ProxyMode) => void;
  /**
   * Connections open now are never answered again, though others are: a firewall that has forgotten them. All, or those
   * that do not begin with a word.
   */
  readonly forget: (butThoseWith?: string) => void;
  /** Connections open now are broken off; others go on. */
  readonly cut: () => void;
}

const TOO_MANY_FIELDS = Buffer.from('SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0');
/** The server's own words (its manual, 54.7: ErrorResponse). */
const TOO_MANY = Buffer.concat([
  Buffer.from('E'),
  Buffer.from([0, 0, 0, 4 + TOO_MANY_FIELDS.length]),
  TOO_MANY_FIELDS,
]);

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** What came first: of a database, the settings of the connection. */
  begins: string;
}

/** A proxy before the server of an address. */
export const proxyDatabase = async (target: string): Promise<DatabaseProxy> => {
  const address = new URL(target);
  const pairs = new Set<Pair>();
  const open = new Set<Socket>();
  let mode: ProxyMode = 'through';
  const server = createServer((near) => {
    open.add(near);
    near.on('close', () => open.delete(near));
    near.on('error', () => undefined);
    if (mode === 'refused') return void near.resetAndDestroy();
    if (mode === 'ending') return void near.end();
    if (mode === 'crowded') return void near.once('data', () => near.end(TOO_MANY));
    const far = connectTo(Number(address.port), address.hostname);
    far.on('error', () => undefined);
    const pair: Pair = { near, far, begins: '' };
    near.once('data', (bytes: Buffer) => {
      pair.begins = bytes.toString('latin1');
    });
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    if (mode === 'silent') hush(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    near.on('close', end);
    far.on('close', end);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const own = new URL(target);
  own.port = String((server.address() as { port: number }).port);
  return {
    url: own.href,
    become: (next) => {
      mode = next;
      for (const pair of [...pairs]) {
        if (next === 'silent') hush(pair);
        else if (next === 'through') pair.far.pipe(pair.near);
        else if (next === 'crowded') continue;
        else pair.near.resetAndDestroy();
      }
    },
    forget: (butThoseWith) => {
      for (const pair of pairs)
        if (butThoseWith === undefined || !pair.begins.includes(butThoseWith)) hush(pair);
    },
    cut: () => {
      for (const { near } of [...pairs]) near.resetAndDestroy();
    },
    [Symbol.asyncDispose]: async () => {
      for (const near of open) near.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};

const hush = ({ near, far }: Pair): void => {
  far.unpipe(near);
  far.pause();
};
