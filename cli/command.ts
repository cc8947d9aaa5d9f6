import type { ParseArgsOptionsConfig } from 'node:util';

/** Exit codes users script against: done, failed, wrong usage, finished but the data have problems. */
export const EXIT = { DONE: 0, FAILED: 1, USAGE: 2, PROBLEMS: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command may touch of the process: data on `out`, progress and sentences on `tell`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly tell: (sentence: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The present moment, ISO 8601. */
  readonly now: () => string;
}

export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** One sub-command: a file of its own, listed in `commands.ts`. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Usage and examples as `--help` prints them. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words that are no options it takes; none where it is not said. */
  readonly mostWords?: number;
  readonly run: (terminal: Terminal, values: Values, words: readonly string[]) => Promise<ExitCode>;
}

/** A wrong call: the sentence says what is wrong and what would be right; the process ends with 2. */
export class UsageError extends Error {}

/** A string option, or undefined when it was not given. */
export const textOption = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** The values of an option that may be repeated or separated by commas. */
export const listOption = (values: Values, name: string): readonly string[] | undefined => {
  const value = values[name];
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((part) => String(part).split(',')).filter((part) => part !== '');
};
