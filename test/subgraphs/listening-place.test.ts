import { chmod, link, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, get, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { listenOn } from '../../subgraphs/listening-place.ts';
import { withFolder } from '../support/hub.ts';

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await closed(server);
});

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

const answering = (word: string): Server => {
  const server = createServer((_, response) => response.setHeader('connection', 'close').end(word));
  open.push(server);
  return server;
};

const asked = (socketPath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ socketPath, path: '/' }, (response) => resolve(text(response))).on('error', reject);
  });

/** A socket whose process was killed: nobody answers on it, and nobody has taken it away. */
const abandoned = async (path: string): Promise<void> => {
  const server = answering('dead');
  await listenOn(server, { port: 0, socket: `${path}.x` });
  await link(`${path}.x`, path);
  await closed(server);
  open.splice(open.indexOf(server), 1);
};

describe('a socket', () => {
  test('is for this user alone, and is gone afterwards', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'a.sock');
      const server = answering('here');
      const url = await listenOn(server, { port: 0, socket: path });
      expect(url).toBe(`unix:${path}`);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(await asked(path)).toBe('here');
      await closed(open.pop() as Server);
      expect(await readdir(folder)).toEqual([]);
    }));

  test('that a killed process left is taken over', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'a.sock');
      await abandoned(path);
      expect(await readdir(folder)).toEqual(['a.sock']);
      await expect(asked(path)).rejects.toThrow(/ECONNREFUSED/u);
      await listenOn(answering('new'), { port: 0, socket: path });
      expect(await asked(path)).toBe('new');
    }));

  test('on which somebody answers is left alone', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'a.sock');
      await listenOn(answering('first'), { port: 0, socket: path });
      await expect(listenOn(answering('second'), { port: 0, socket: path })).rejects.toMatchObject({
        code: 'EADDRINUSE',
      });
      expect(await asked(path)).toBe('first');
    }));

  test('does not replace a file that is none', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'a.sock');
      await writeFile(path, 'kept');
      await chmod(path, 0o600);
      await expect(listenOn(answering('x'), { port: 0, socket: path })).rejects.toMatchObject({
        code: 'EADDRINUSE',
      });
      expect(await readFile(path, 'utf8')).toBe('kept');
    }));

  test('whose path the system would cut off is refused', () =>
    withFolder(async (folder) => {
      const fits = join(folder, 'x'.repeat(103 - Buffer.byteLength(folder) - 1));
      await listenOn(answering('x'), { port: 0, socket: fits });
      await expect(listenOn(answering('x'), { port: 0, socket: `${fits}x` })).rejects.toMatchObject({
        code: 'ENAMETOOLONG',
      });
    }));

  test('in a folder that is not there is an error', () =>
    withFolder(async (folder) => {
      const lost = join(folder, 'no/a.sock');
      await expect(listenOn(answering('x'), { port: 0, socket: lost })).rejects.toMatchObject({
        code: 'EACCES',
      });
    }));
});

test('a port is one of 127.0.0.1', async () => {
  const server = answering('x');
  const url = await listenOn(server, { port: 0 });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/u);
  expect(server.address()).toMatchObject({ address: '127.0.0.1' });
});
