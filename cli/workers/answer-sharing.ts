import type { Worker } from 'node:cluster';
import { Socket } from 'node:net';
import { ANSWER_BYTES } from '../../gateway/answers/kept-answers.ts';
import { createKeeper } from '../../gateway/answers/shared/keeper.ts';
import { joinSharedAnswers, type SharedAnswers } from '../../gateway/answers/shared/shared-answers.ts';
import { programStamp } from './program-stamp.ts';

/** The stream of a worker over which answers are shared. */
const STREAM = 4;
const VARIABLE = 'ZONGHENG_ANSWER_STREAM';

/** What a supervisor begins its workers with: besides the channel of messages a stream of their own for answers. */
export const ANSWER_STREAM = {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc', 'pipe'],
  environment: { [VARIABLE]: String(STREAM) },
} as const;

/** The supervisor's part: keeps what its workers have worked out. */
export interface AnswerSharing {
  readonly attach: (worker: Worker) => void;
  /** Workers that are begun from now on share nothing with those before: what they read may have changed. */
  readonly renew: () => void;
}

export const createAnswerSharing = (): AnswerSharing => {
  let keeper = createKeeper({ mostBytes: ANSWER_BYTES });
  return {
    attach: ({ process: child }) => {
      const stream = child.stdio[STREAM];
      if (stream instanceof Socket) keeper.attach(stream);
    },
    renew: () => {
      keeper = createKeeper({ mostBytes: ANSWER_BYTES });
    },
  };
};

/** The worker's part; undefined where its supervisor has no stream for it, or nobody can tell which program it runs. */
export const sharedAnswersOf = async (
  environment: Readonly<Record<string, string | undefined>>,
): Promise<SharedAnswers | undefined> => {
  if (environment[VARIABLE] !== String(STREAM)) return undefined;
  const keeper = new Socket({ fd: STREAM, readable: true, writable: true });
  const space = await programStamp();
  if (space !== undefined) return joinSharedAnswers({ keeper, space });
  keeper.destroy();
  return undefined;
};
