import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answered, readAnswers } from './answers.ts';
import type { HostileRequest } from './hostile-request.ts';

/** What became of one connection. */
export interface Sent {
  readonly answers: readonly Answered[];
  /** How it ended: all answers came, the server ended it before, or nothing came for too long. */
  readonly end: 'ANSWERED' | 'ENDED' | 'SILENT';
  /** Milliseconds from the first byte written to the last answer, or to the end. */
  readonly milliseconds: number;
}

/** Milliseconds an attacker waits for an answer. */
const PATIENCE = 8_000;

/** Bytes of answers read at most. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Writes a hostile request to a server on a connection of its own, and reads whatever comes back. */
export const send = async (
  port: number,
  request: HostileRequest,
  patience: number = PATIENCE,
): Promise<Sent> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  socket.setNoDelay(true);
  const startedAt = performance.now();
  const received: Buffer[] = [];
  let bytes = 0;
  const over = new Promise<Sent['end']>((resolve) => {
    const silent = setTimeout(() => resolve('SILENT'), patience);
    const told = (end: Sent['end']): void => {
      clearTimeout(silent);
      resolve(end);
    };
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk);
      bytes += chunk.length;
      if (readAnswers(Buffer.concat(received)).length >= request.answers || bytes > MOST_BYTES)
        told('ANSWERED');
    });
    // A server that ends a connection while it is written to resets it: what was read before counts.
    socket.on('error', () => told('ENDED'));
    socket.on('end', () => told('ENDED'));
    socket.on('close', () => told('ENDED'));
  });
  void write(socket, request);
  const end = await over;
  const milliseconds = performance.now() - startedAt;
  socket.destroy();
  return { answers: readAnswers(Buffer.concat(received)), end, milliseconds };
};

/** Writes the pieces as fast as they are taken, or as slowly as the attacker wants. */
const write = async (socket: Socket, { pieces, pause, halfClosed }: HostileRequest): Promise<void> => {
  for (const piece of pieces) {
    if (socket.destroyed || !socket.writable) return;
    if (!socket.write(piece))
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => 0);
    if (pause > 0) await wait(pause);
  }
  if (halfClosed) socket.end();
};
