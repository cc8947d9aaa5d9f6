import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { REPLY_FAULTS, type ReplyFault, type WholeReply } from './reply-faults.ts';

/**
 * What happens on the way to a server, most of it under toxiproxy's names: `down` nobody listens, `reset_peer` every
 * connection is reset, `timeout` nothing comes back, `latency` everything two seconds later, `slicer` byte by byte,
 * `bandwidth` a kilobyte a second, `slow_close` ends late. The others change whole replies.
 */
export const FAULTS = [
  'down',
  'reset_peer',
  'timeout',
  'latency',
  'slicer',
  'bandwidth',
  'slow_close',
  ...(Object.keys(REPLY_FAULTS) as (keyof typeof REPLY_FAULTS)[]),
] as const;

export type Fault = (typeof FAULTS)[number];

/** What has come to the proxy, faults or none. */
export interface Arrivals {
  /** GraphQL calls. */
  readonly calls: number;
  /** Those of them whose body begins with a mutation. */
  readonly mutations: number;
  /** Anything else over HTTP. */
  readonly others: number;
}

export interface FaultProxy extends AsyncDisposable {
  /** Address of the GraphQL endpoint behind it. */
  readonly url: string;
  /** From now on, for open connections too; undefined: nothing happens. */
  readonly become: (fault: Fault | undefined) => Promise<void>;
  readonly arrivals: () => Arrivals;
}

const LATENCY = 2_000;
/** Milliseconds between the bytes of a trickle. */
const TRICKLE = 20;

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** What of the reply under way has come. */
  received: Buffer;
  readonly timers: Set<NodeJS.Timeout>;
}

/** The first whole reply in the bytes that have come, and what is behind it. */
const wholeReply = (bytes: Buffer): { reply: WholeReply; rest: Buffer } | undefined => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = bytes.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: (\d+)$/imu.exec(head)?.[1] ?? 0);
  const from = end + 4;
  if (bytes.length < from + length) return undefined;
  return { reply: { head, body: bytes.subarray(from, from + length) }, rest: bytes.subarray(from + length) };
};

/** A proxy before the server of an address `http://host:port/path`. What is left to chance the numbers decide. */
export const startFaultProxy = async (target: string, random: () => number): Promise<FaultProxy> => {
  const { hostname, port, pathname } = new URL(target);
  const pairs = new Set<Pair>();
  const arrivals = { calls: 0, mutations: 0, others: 0 };
  let fault: Fault | undefined;

  const count = (bytes: Buffer): void => {
    const text = bytes.toString('latin1');
    arrivals.calls += text.match(/(?:^|\n)POST /gu)?.length ?? 0;
    arrivals.others += text.match(/(?:^|\n)GET /gu)?.length ?? 0;
    arrivals.mutations += text.match(/\{"query":"\s*mutation/gu)?.length ?? 0;
  };
  const later = (pair: Pair, milliseconds: number, act: () => void): void => {
    const timer = setTimeout(() => {
      pair.timers.delete(timer);
      act();
    }, milliseconds);
    pair.timers.add(timer);
  };
  const trickle = (pair: Pair, bytes: Buffer, size: number, pause: number): void => {
    if (bytes.length === 0 || pair.near.destroyed) return;
    pair.near.write(bytes.subarray(0, size));
    later(pair, pause, () => trickle(pair, bytes.subarray(size), size, pause));
  };
  const spoil = (pair: Pair, bytes: Buffer, change: ReplyFault): void => {
    pair.received = Buffer.concat([pair.received, bytes]);
    const found = wholeReply(pair.received);
    if (found === undefined) return;
    pair.received = found.rest;
    const sent = change(found.reply, random);
    if (!Buffer.isBuffer(sent)) Readable.from(sent).pipe(pair.near, { end: false });
    else if (fault === 'truncated') pair.near.end(sent);
    else pair.near.write(sent);
  };
  const pass = (pair: Pair, bytes: Buffer): void => {
    const { near } = pair;
    if (near.destroyed || fault === 'timeout' || fault === 'down') return;
    if (fault === 'latency') later(pair, LATENCY, () => near.destroyed || near.write(bytes));
    else if (fault === 'slicer') trickle(pair, bytes, 1, TRICKLE);
    else if (fault === 'bandwidth') trickle(pair, bytes, 100, 100);
    else if (fault !== undefined && fault in REPLY_FAULTS)
      spoil(pair, bytes, REPLY_FAULTS[fault as keyof typeof REPLY_FAULTS]);
    else near.write(bytes);
  };
  const end = (pair: Pair): void => {
    pairs.delete(pair);
    for (const timer of pair.timers) clearTimeout(timer);
    pair.near.destroy();
    pair.far.destroy();
  };
  const accept = (near: Socket): void => {
    if (fault === 'reset_peer') return void near.resetAndDestroy();
    const far = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    const pair: Pair = { near, far, received: Buffer.alloc(0), timers: new Set() };
    pairs.add(pair);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.setNoDelay(true);
      socket.on('end', () => {
        if (fault === 'latency' || fault === 'slow_close') later(pair, LATENCY, () => other.end());
        else if (fault !== 'timeout') other.end();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        // Whoever is at the other end learns of it as late as of anything else.
        if (fault === 'timeout') return;
        if (fault === 'slow_close' || fault === 'latency') later(pair, LATENCY, () => end(pair));
        else end(pair);
      });
    }
    near.on('data', (bytes) => {
      count(bytes);
      if (fault === 'reset_peer') near.resetAndDestroy();
      else far.write(bytes);
    });
    far.on('data', (bytes) => pass(pair, bytes));
  };

  let server: Server | undefined;
  const listen = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const next = createServer({ allowHalfOpen: true }, accept);
      next.once('error', reject);
      next.listen(at, '127.0.0.1', () => {
        server = next;
        resolve((next.address() as AddressInfo).port);
      });
    });
  const leave = async (): Promise<void> => {
    const closed = new Promise((resolve) => (server === undefined ? resolve(0) : server.close(resolve)));
    server = undefined;
    for (const pair of [...pairs]) end(pair);
    await closed;
  };
  const own = await listen(0);
  return {
    url: `http://127.0.0.1:${own}${pathname}`,
    arrivals: () => ({ ...arrivals }),
    become: async (next) => {
      const before = fault;
      fault = next;
      if (next === 'down') await leave();
      else if (before === 'down') await listen(own);
      if (next === 'reset_peer') for (const { near } of pairs) near.resetAndDestroy();
      // What was half spoilt, or held back, is nobody's any more.
      if (next === undefined) for (const pair of [...pairs]) end(pair);
    },
    [Symbol.asyncDispose]: leave,
  };
};
