import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Judgement, judgeAnswer } from '../../test/harness/faults/judge-answer.ts';

/** A question and its right answer, byte for byte. */
export interface Question {
  readonly body: string;
  readonly expected: string;
}

/** What became of one question. */
export interface Outcome {
  readonly body: string;
  /** In milliseconds of `performance.now()`. */
  readonly begun: number;
  readonly milliseconds: number;
  readonly judgement: Judgement;
}

export interface JudgingLoad {
  /** What has become of the questions since the last call. */
  readonly take: () => readonly Outcome[];
  readonly end: () => Promise<void>;
}

const PATIENCE = 20_000;
/** Milliseconds from one question of a connection to its next: those that fail fast would else crowd out the others. */
const PAUSE = 25;

const post = (url: string, body: string, agent: Agent): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.setTimeout(PATIENCE, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });

/** Asks the questions in turn over so many connections, over and over, and judges every answer. */
export const startJudgingLoad = (
  url: string,
  questions: readonly Question[],
  connections: number,
): JudgingLoad => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let outcomes: Outcome[] = [];
  let asked = 0;
  let isOver = false;
  const chain = async (): Promise<void> => {
    while (!isOver && questions.length > 0) {
      const { body, expected } = questions[asked++ % questions.length] as Question;
      const begun = performance.now();
      const next = delay(PAUSE);
      const judgement = await post(url, body, agent).then(
        ({ status, text }) => judgeAnswer(status, text, expected),
        (error: unknown): Judgement => ({ kind: 'WRONG', why: String(error) }),
      );
      outcomes.push({ body, begun, milliseconds: performance.now() - begun, judgement });
      await next;
    }
  };
  const chains = Array.from({ length: connections }, chain);
  return {
    take: () => {
      const taken = outcomes;
      outcomes = [];
      return taken;
    },
    end: async () => {
      isOver = true;
      await Promise.all(chains);
      agent.destroy();
    },
  };
};
