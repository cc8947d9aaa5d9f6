import { Agent, request } from 'node:http';

/** One honest request, and the text it was answered with before anything hostile came. */
export interface HonestRequest {
  readonly name: string;
  readonly body: string;
  readonly expected: string;
}

/** What honest requests came to in one stretch of time. */
export interface Lap {
  /** Milliseconds of each answer. */
  readonly milliseconds: readonly number[];
  /** Requests that got no answer or another one than before. */
  readonly failures: readonly string[];
}

/** Milliseconds without a byte after which a request counts as lost. */
const PATIENCE = 10_000;

/** The text a request is answered with; rejects where there is no whole answer. */
export const askHonestly = (url: string, body: string, agent: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('close', () =>
        response.complete ? resolve(text) : reject(new Error('the answer broke off')),
      );
    });
    sent.setTimeout(PATIENCE, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });

/** Asks the requests in turn, one at a time, until ended; `lap` gives what was since the last one. */
export const startHonestLoad = (url: string, requests: readonly HonestRequest[]) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let milliseconds: number[] = [];
  let failures: string[] = [];
  let isOver = false;
  const askOne = async ({ name, body, expected }: HonestRequest): Promise<void> => {
    const startedAt = performance.now();
    try {
      const text = await askHonestly(url, body, agent);
      milliseconds.push(performance.now() - startedAt);
      if (text !== expected) failures.push(`${name}: ${text.slice(0, 300)}`);
    } catch (error) {
      failures.push(`${name}: ${String(error)}`);
    }
  };
  const running = (async () => {
    for (let turn = 0; !isOver; turn += 1) await askOne(requests[turn % requests.length]!);
  })();
  return {
    lap(): Lap {
      const lap = { milliseconds, failures };
      milliseconds = [];
      failures = [];
      return lap;
    },
    async end(): Promise<void> {
      isOver = true;
      await running;
      agent.destroy();
    },
  };
};
