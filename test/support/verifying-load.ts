import { Agent, request } from 'node:http';

/** What became of the requests sent over some connections until the load was ended. */
export interface LoadResult {
  readonly answered: number;
  /** Requests without an answer, or with another one than expected: what was wrong. */
  readonly failures: readonly string[];
}

export interface Load {
  /** Requests answered so far. */
  readonly answered: () => number;
  readonly failures: () => readonly string[];
  /** Sends no further requests and waits for those under way. */
  readonly end: () => Promise<LoadResult>;
}

/** Milliseconds without a byte after which a request counts as lost. */
const PATIENCE = 10_000;

/**
 * Posts the same request again and again over so many kept connections, each with one under way at any moment, and
 * compares every answer with the one expected.
 */
export const startLoad = (url: string, body: unknown, expected: string, connections: number): Load => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const text = JSON.stringify(body);
  const failures: string[] = [];
  let answered = 0;
  let isOver = false;
  const once = (): Promise<void> =>
    new Promise((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          answer += chunk;
        });
        response.on('error', (error) => failures.push(String(error)));
        response.on('close', () => {
          if (response.complete && answer === expected) answered += 1;
          else if (response.complete) failures.push(`${response.statusCode} ${answer.slice(0, 200)}`);
          resolve();
        });
      });
      // A connection handed to a process in the moment it is killed is nobody's: nothing else would ever end it.
      sent.setTimeout(PATIENCE, () => sent.destroy(new Error('no answer')));
      sent.on('error', (error) => {
        failures.push(String(error));
        resolve();
      });
      sent.end(text);
    });
  const chain = async (): Promise<void> => {
    while (!isOver) await once();
  };
  const chains = Array.from({ length: connections }, chain);
  return {
    answered: () => answered,
    failures: () => failures,
    end: async () => {
      isOver = true;
      await Promise.all(chains);
      agent.destroy();
      return { answered, failures };
    },
  };
};
