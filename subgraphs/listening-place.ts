import type { Stats } from 'node:fs';
import { chmod, lstat, unlink } from 'node:fs/promises';
import { connect, type Server } from 'node:net';

/** Bytes of the path of a socket that every system takes; a longer one would be cut off. */
const LONGEST_PATH = 103;

/**
 * Listens on a port of 127.0.0.1, or on a unix socket that only this user may connect to. The file of a socket that a
 * process left behind when it was killed is removed first, if nobody answers on it; closing the server removes its own.
 * Resolves with the address of the GraphQL endpoint, as SUBGRAPH_<NAME>_URL takes it; rejects with the system's error.
 */
export const listenOn = async (
  server: Server,
  { port, socket }: { readonly port: number; readonly socket?: string | undefined },
): Promise<string> => {
  if (socket === undefined) {
    await listening(server, () => server.listen(port, '127.0.0.1'));
    const address = server.address();
    const taken = address !== null && typeof address === 'object' ? address.port : port;
    return `http://127.0.0.1:${taken}/graphql`;
  }
  if (Buffer.byteLength(socket) > LONGEST_PATH) throw failure('ENAMETOOLONG', socket);
  await removeStale(socket);
  await listening(server, () => server.listen({ path: socket, readableAll: false, writableAll: false }));
  await chmod(socket, 0o600);
  return `unix:${socket}`;
};

const listening = (server: Server, listen: () => void): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    listen();
  });

const failure = (code: string, path: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`listen ${code}: ${path}`), { code });

const removeStale = async (path: string): Promise<void> => {
  const found = await statOf(path);
  if (found === undefined) return;
  // A file that somebody keeps is never taken away.
  if (!found.isSocket() || (await isAnswered(path))) throw failure('EADDRINUSE', path);
  // Another may have put its own there meanwhile.
  const still = await statOf(path);
  if (still?.ino === found.ino && still.ctimeMs === found.ctimeMs) await unlink(path);
};

const statOf = (path: string): Promise<Stats | undefined> =>
  lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const client = connect(path);
    const end = (answered: boolean): void => {
      client.destroy();
      resolve(answered);
    };
    client.on('connect', () => end(true));
    client.on('error', (error: NodeJS.ErrnoException) => end(error.code !== 'ECONNREFUSED'));
  });
