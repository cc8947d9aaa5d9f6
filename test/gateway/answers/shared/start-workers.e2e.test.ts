import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startZongheng } from '../../../support/processes.ts';

/** Over a connection of its own: the workers get connections in turn. */
const fetchedAnew = (url: string | URL, body?: unknown): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const agent = new Agent({ keepAlive: false });
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', agent, headers });
    sent.on('response', (response) => resolve(text(response)));
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });

/** How often workers found with the others what they had not themselves: of whichever worker answers. */
const foundBy = async (url: string): Promise<number> => {
  const figures = await fetchedAnew(new URL('/metrics', url));
  return Number(/^zongheng_shared_answers_total\{outcome="found"\} (\d+)$/mu.exec(figures)?.[1] ?? 0);
};

test('workers on one port share their answers', async () => {
  const home = await mkdtemp(join(tmpdir(), 'zongheng-shared-'));
  try {
    await chmod(home, 0o755);
    await using hub = await startZongheng(['start', '--workers', '2'], { ZONGHENG_HOME: home, PORT: '0' });
    const query = 'query Q($first: Int) { catalogs(first: $first) { nodes { id name } } }';
    for (let first = 1; first <= 10; first += 1) {
      const answers = [];
      for (let time = 0; time < 4; time += 1)
        answers.push(await fetchedAnew(hub.url, { query, variables: { first } }));
      expect(JSON.parse(answers[0] ?? '').errors).toBeUndefined();
      expect(new Set(answers).size).toBe(1);
    }
    const found = await Promise.all(Array.from({ length: 4 }, () => foundBy(hub.url)));
    expect(Math.max(...found)).toBeGreaterThan(0);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
