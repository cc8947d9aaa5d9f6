import { Agent, request } from 'node:http';

/** One request of a load, and the text it must be answered with; undefined where that is judged later. */
export interface LoadRequest {
  readonly body: string;
  readonly expected?: string;
}

/** How a load is put: each connection has one request under way at any moment. */
export interface LoadPlan {
  readonly url: string;
  readonly requests: readonly LoadRequest[];
  /** Connections that are kept and used again. */
  readonly kept: number;
  /** Chains of requests each of which makes a connection of its own. */
  readonly fresh: number;
}

/** A whole answer, and when it was asked for, in nanoseconds of the machine's clock that only goes forward. */
export interface Answer {
  readonly index: number;
  readonly sentAt: bigint;
  readonly status: number;
  readonly release: string;
  readonly text: string;
}

/** What became of the requests until the load was ended. */
export interface LoadResult {
  readonly answered: number;
  /** Requests without an answer, or with another one than expected: what was wrong. */
  readonly failures: readonly string[];
}

export interface Load {
  /** Requests answered rightly so far. */
  readonly answered: () => number;
  readonly failures: () => readonly string[];
  /** Sends no further requests and waits for those under way. */
  readonly end: () => Promise<LoadResult>;
}

/** Milliseconds without a byte after which a request counts as lost: a connection may be nobody's for ever. */
const PATIENCE = 10_000;

/** Posts one request and resolves with the whole answer; rejects where there is none. */
const ask = (url: string, index: number, body: string, agent: Agent | false): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sentAt = process.hrtime.bigint();
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(agent === false ? { connection: 'close' } : {}),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('close', () => {
        const { statusCode: status = 0 } = response;
        if (response.complete)
          resolve({ index, sentAt, status, release: String(response.headers['x-release']), text });
        else reject(new Error('the answer broke off'));
      });
    });
    sent.setTimeout(PATIENCE, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });

/** Asks the requests in turn over and over and compares every answer byte for byte with the one expected. */
export const startLoad = (
  { url, requests, kept, fresh }: LoadPlan,
  onAnswer: (answer: Answer) => void = () => undefined,
): Load => {
  const agent = new Agent({ keepAlive: true, maxSockets: Math.max(kept, 1) });
  const failures: string[] = [];
  let answered = 0;
  let asked = 0;
  let isOver = false;
  const once = async (own: Agent | false): Promise<void> => {
    const index = asked % requests.length;
    asked += 1;
    const { body = '', expected } = requests[index] ?? {};
    try {
      const answer = await ask(url, index, body, own);
      const isRight = answer.status === 200 && (expected === undefined || answer.text === expected);
      if (isRight) answered += 1;
      else failures.push(`${answer.status} ${answer.text.slice(0, 200)}`);
      if (isRight) onAnswer(answer);
    } catch (error) {
      failures.push(String(error));
    }
  };
  const chain = async (own: Agent | false): Promise<void> => {
    while (!isOver) await once(own);
  };
  const chains = [
    ...Array.from({ length: kept }, () => chain(agent)),
    ...Array.from({ length: fresh }, () => chain(false)),
  ];
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
