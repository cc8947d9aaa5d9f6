import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { KeptAnswer } from '../kept-answers.ts';
import { LONGEST_FLIGHT } from './flights.ts';
import { FRAMES, LONGEST_PAYLOAD, readFrames, sendFrame } from './frames.ts';
import { ownCopy } from './keeper.ts';

/** What the other processes of the machine know of an answer. */
export type Finding =
  | { readonly kind: 'FOUND'; readonly answer: KeptAnswer }
  /** Nobody has it: it is worked out here, and others may wait for it. */
  | { readonly kind: 'ABSENT' }
  /** Nothing was heard in time: it is worked out here. */
  | { readonly kind: 'LATE' }
  /** There is nobody to ask. */
  | { readonly kind: 'AWAY' };

/** The answers that the processes of one machine have in common. A process asks for one key once at a time. */
export interface SharedAnswers {
  /** Asks for the answer under a key; never rejects, and never takes longer than its patience. */
  readonly find: (key: string) => Promise<Finding>;
  /** Tells the answer that was worked out; undefined: it is for nobody else. Each `find` not FOUND is followed by one. */
  readonly tell: (key: string, answer: KeptAnswer | undefined) => void;
}

export interface JoiningOptions {
  /** The connection to the keeper, which nobody else uses. */
  readonly keeper: Duplex;
  /** What all who may have answers in common have in common: answers of different programs are not alike. */
  readonly space: string;
  /** Milliseconds until the keeper's first word, and until another worker's answer. */
  readonly patience?: { readonly word: number; readonly answer: number };
  /** Milliseconds a silent keeper is not asked again. */
  readonly pause?: number;
}

interface Question {
  readonly settle: (finding: Finding) => void;
  readonly wait: (milliseconds: number) => void;
}

/** Joins the processes that share answers; where the connection ends, this one goes on by itself. */
export const joinSharedAnswers = (options: JoiningOptions): SharedAnswers => {
  const { keeper, space, patience = { word: 50, answer: LONGEST_FLIGHT }, pause = 1_000 } = options;
  const questions = new Map<number, Question>();
  let lastId = 0;
  let silentUntil = 0;
  keeper.on('error', () => undefined);
  keeper.on('end', () => keeper.destroy());
  keeper.on('close', () => {
    for (const { settle } of [...questions.values()]) settle({ kind: 'AWAY' });
  });
  readFrames(keeper, ({ kind, id, payload }) => {
    silentUntil = 0;
    const question = questions.get(id);
    if (kind === FRAMES.WAIT) question?.wait(patience.answer);
    else if (kind === FRAMES.WORK) question?.settle({ kind: 'ABSENT' });
    else if (kind === FRAMES.FOUND) question?.settle({ kind: 'FOUND', answer: answerOf(payload) });
  });
  const ask = (name: Buffer): Promise<Finding> =>
    new Promise((resolve) => {
      lastId = (lastId + 1) % 2 ** 32;
      const id = lastId;
      let timer: NodeJS.Timeout | undefined;
      let turn = 0;
      const settle = (finding: Finding): void => {
        clearTimeout(timer);
        if (questions.delete(id)) resolve(finding);
      };
      const late = (own: number): void => {
        if (own !== turn) return;
        if (turn === 1 && questions.has(id)) silentUntil = performance.now() + pause;
        settle({ kind: 'LATE' });
      };
      const wait = (milliseconds: number): void => {
        clearTimeout(timer);
        turn += 1;
        // Where this process itself was busy, the word may lie unread: it is read before what is immediate.
        timer = setTimeout((own) => setImmediate(late, own), milliseconds, turn);
      };
      questions.set(id, { settle, wait });
      wait(patience.word);
      sendFrame(keeper, FRAMES.ASK, id, name);
    });
  return {
    find(key) {
      if (keeper.destroyed || performance.now() < silentUntil) return Promise.resolve({ kind: 'AWAY' });
      return ask(nameOf(space, key));
    },
    tell(key, answer) {
      if (keeper.destroyed) return;
      const record = answer === undefined ? [] : recordOf(answer);
      const isSmall = record.reduce((sum, { length }) => sum + length, 0) < LONGEST_PAYLOAD / 2;
      const name = nameOf(space, key);
      if (record.length > 0 && isSmall) sendFrame(keeper, FRAMES.KEEP, 0, name, ...record);
      else sendFrame(keeper, FRAMES.GIVE_UP, 0, name);
    },
  };
};

const nameOf = (space: string, key: string): Buffer =>
  createHash('sha256').update(`${space}\n${key}`).digest();

/** Everything of an answer but its body, as JSON behind its length (4 bytes), then the body. */
const recordOf = ({ body, ...rest }: KeptAnswer): readonly Buffer[] => {
  const json = Buffer.from(JSON.stringify(rest));
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32LE(json.length);
  return [length, json, body];
};

const answerOf = (record: Buffer): KeptAnswer => {
  const end = 4 + record.readUInt32LE();
  const { operation, ...rest } = JSON.parse(record.toString('utf8', 4, end));
  return { ...rest, operation, body: ownCopy(record.subarray(end)) };
};
