import type { Run } from './run.ts';
import { Unfusable } from './unfusable.ts';

/** A value of a request, as the statement takes it. */
type Read = (run: Run) => unknown;

/** Of what a request's arguments are like, the statement's text depends on this answer. */
interface Question {
  readonly ask: (run: Run) => unknown;
  readonly answer: unknown;
}

/** What the text of one statement is written with. */
export interface Draft {
  /** The number of the release. */
  readonly release: string;
  /** `$n::type`, a value that each run gives anew. */
  readonly parameter: (type: 'text' | 'int' | 'text[]', read: Read) => string;
  /** A name for a table that no other of the statement has. */
  readonly alias: () => string;
  /** Decides the text by the request at hand; one that answers otherwise gets a statement of its own. */
  readonly ask: <Answer>(ask: (run: Run) => Answer) => Answer;
  /** That the version of a row is valid in the release. */
  readonly valid: (alias: string) => string;
}

/** A draft as it was written, and what it takes. */
export interface Drafted {
  readonly draft: Draft;
  readonly parametersOf: (run: Run) => unknown[];
  /** Whether a request's arguments are like those the text was written for. */
  readonly fits: (run: Run) => boolean;
}

/** Places in one statement where rows are looked for: PostgreSQL plans more of them in ever more time. */
const MOST_TABLES = 40;

/** PostgreSQL's text holds neither U+0000 nor half a character; what the driver would write instead may be stored. */
const storable = (value: unknown): unknown => {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isStorable = (text: unknown): boolean =>
    typeof text !== 'string' || (!text.includes('\0') && text.isWellFormed());
  if (!texts.every(isStorable)) throw new Unfusable('no text that is stored');
  return value;
};

/** Begins a statement for the requests that are like this one. */
export const beginDraft = (first: Run): Drafted => {
  const reads: Read[] = [({ release }) => release];
  const questions: Question[] = [];
  let tables = 0;
  const draft: Draft = {
    release: '$1::int',
    parameter: (type, read) => `$${reads.push((run) => storable(read(run)))}::${type}`,
    alias() {
      tables += 1;
      if (tables > MOST_TABLES) throw new Unfusable('too many tables');
      return `t${tables}`;
    },
    ask(ask) {
      const answer = ask(first);
      questions.push({ ask, answer });
      return answer;
    },
    valid: (alias) => `${alias}.from_release <= $1::int and ${alias}.to_release > $1::int`,
  };
  return {
    draft,
    parametersOf: (run) => reads.map((read) => read(run)),
    fits: (run) => questions.every(({ ask, answer }) => ask(run) === answer),
  };
};
