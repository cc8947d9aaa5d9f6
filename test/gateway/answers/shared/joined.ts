import { type Duplex, duplexPair } from 'node:stream';
import type { KeptAnswer } from '../../../../gateway/answers/kept-answers.ts';
import { createKeeper, type Keeper } from '../../../../gateway/answers/shared/keeper.ts';
import {
  type JoiningOptions,
  joinSharedAnswers,
  type SharedAnswers,
} from '../../../../gateway/answers/shared/shared-answers.ts';

export interface Joined extends SharedAnswers {
  /** Ends the connection, as the death of either end does. */
  readonly cut: () => void;
}

/** One more who shares answers through a keeper; waits long, so that a slow machine is not taken for a hung one. */
export const joined = (keeper: Keeper, options: Partial<JoiningOptions> = {}): Joined => {
  const [here, there]: [Duplex, Duplex] = duplexPair();
  keeper.attach(there);
  const patience = { word: 30_000, answer: 30_000 };
  const shared = joinSharedAnswers({ keeper: here, space: 'one', patience, ...options });
  return { ...shared, cut: () => void there.destroy() };
};

export const keeperOf = (mostBytes = 1_048_576): Keeper => createKeeper({ mostBytes });

export const answerOf = (text: string, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  body: Buffer.from(text),
  etag: `"${text.slice(0, 20)}"`,
  release: 7,
  madeAt: 1_000_000,
  lasts: false,
  operation: 'Q',
  ...more,
});
