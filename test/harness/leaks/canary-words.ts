import { createHash } from 'node:crypto';
import type { Canary } from '../canaries.ts';

/** A word that nothing else says, the same in every run: letters and digits, so that it survives every way of writing. */
const wordOf = (name: string): string => `Zq${createHash('sha256').update(name).digest('hex').slice(0, 14)}`;

/** Hands out words by what they stand for, and knows all it has handed out. */
export interface CanaryWords {
  readonly word: (name: string) => string;
  /** Something of the inside that has a text of its own. */
  readonly add: (name: string, sign: string) => void;
  readonly all: () => readonly Canary[];
}

export const createCanaryWords = (): CanaryWords => {
  const signs = new Map<string, string>();
  return {
    word: (name) => {
      const word = wordOf(name);
      signs.set(name, word);
      return word;
    },
    add: (name, sign) => {
      if (sign.length < 6) throw new Error(`${name}: “${sign}” is too short to give anything away`);
      signs.set(name, sign);
    },
    all: () => [...signs].map(([name, sign]) => ({ name, sign })),
  };
};
