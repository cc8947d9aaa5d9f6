import { type Breaker, type BreakerState, createBreaker } from './breaker.ts';
import { endCall, isStalled, type OpenCall, openCall } from './open-calls.ts';
import { createRetryBudget } from './retry-budget.ts';

/** Asks a subgraph something on a connection of its own. Heeds the signal. */
export type Ask = (signal: AbortSignal) => Promise<boolean>;

export interface GuardOptions {
  /** True where somebody answers, whatever it is; false where the connection is refused; rejects for silence. */
  readonly isThere: Ask;
  /** Whether a small query is answered as a subgraph answers; may reject where it is not. */
  readonly answers: Ask;
  /** Milliseconds; need not begin anywhere. */
  readonly now?: () => number;
  /** Calls back again and again, that many milliseconds apart, until the returned function is called. */
  readonly every?: (milliseconds: number, tick: () => void) => () => void;
}

/** What has come of guarding, counted from the beginning. */
export interface GuardCounts {
  /** How often the breaker has opened. */
  opened: number;
  /** Calls that were not made because it was open. */
  spared: number;
  /** Queries that were sent once more. */
  repeated: number;
}

/** Sees to it that nobody waits for one subgraph in vain, nor asks it in vain. */
export interface SubgraphGuard {
  readonly state: () => BreakerState;
  readonly counts: Readonly<GuardCounts>;
  /** Whether a call may be made now. */
  readonly admits: () => boolean;
  /** Whether a query that is under way may be sent once more; it then counts as sent. */
  readonly mayRepeat: (call: OpenCall) => boolean;
  /** A call that is to be answered by a moment of `now` begins. */
  readonly begin: (deadline: number) => OpenCall;
  /** The head of its answer has come. */
  readonly answering: (call: OpenCall) => void;
  /** It is over: answered, failed on the way, or of no account for what the subgraph is worth. */
  readonly end: (call: OpenCall, outcome: 'ANSWERED' | 'FAILED' | 'NEITHER') => void;
  /** Calls back whenever the subgraph is no longer asked, and whenever it is asked again. */
  readonly onChange: (told: (isAsked: boolean) => void) => void;
  readonly close: () => void;
}

/** Milliseconds between two looks at what is under way. */
export const TICK = 25;
/** Milliseconds between two looks at most that count: what is more, this process stood still. */
const LONGEST_TICK = 100;
/** Milliseconds without an answer of any call after which it is asked whether anybody is there. */
export const SILENCE = 250;
/** Milliseconds it may take to say so. */
export const PATIENCE = 350;
/** Milliseconds between two such questions while the breaker is open. */
export const PAUSE = 400;
/** Milliseconds between two small queries while it is open. */
export const TRIAL_PAUSE = 1_000;
/** Looks without anything under way before looking ends until the next call. */
const IDLE = 40;

const everyInterval = (milliseconds: number, tick: () => void): (() => void) => {
  const timer = setInterval(tick, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

/** One question at a time: when it was asked, and how to break it off. */
interface Question {
  readonly asked: number;
  readonly controller: AbortController;
}

class Guard implements SubgraphGuard {
  readonly counts: GuardCounts = { opened: 0, spared: 0, repeated: 0 };
  readonly #budget = createRetryBudget();
  readonly #breaker: Breaker;
  readonly #options: Required<Pick<GuardOptions, 'isThere' | 'answers' | 'now' | 'every'>>;
  readonly #calls = new Set<OpenCall>();
  /** The guard's own clock: it stands still while this process does, for which no subgraph is to blame. */
  #moment = 0;
  #looked = 0;
  /** When the subgraph was heard of last: a whole answer, or anything on a question. */
  #heard = 0;
  #question: Question | undefined;
  #trial: Question | undefined;
  #lastQuestion = Number.NEGATIVE_INFINITY;
  #lastTrial = Number.NEGATIVE_INFINITY;
  #wasThere = false;
  #idle = 0;
  #stopLooking: (() => void) | undefined;
  #told: (isAsked: boolean) => void = () => undefined;

  constructor({ isThere, answers, now, every }: GuardOptions) {
    this.#options = {
      isThere,
      answers,
      now: now ?? (() => performance.now()),
      every: every ?? everyInterval,
    };
    this.#breaker = createBreaker();
  }

  readonly onChange = (told: (isAsked: boolean) => void): void => {
    this.#told = told;
  };

  readonly state = (): BreakerState => this.#breaker.state();

  readonly admits = (): boolean => {
    if (this.#breaker.state() === 'CLOSED') return true;
    this.counts.spared += 1;
    return false;
  };

  readonly mayRepeat = ({ ended }: OpenCall): boolean => {
    if (ended !== undefined || this.#breaker.state() !== 'CLOSED' || !this.#budget.spend()) return false;
    this.counts.repeated += 1;
    return true;
  };

  readonly begin = (deadline: number): OpenCall => {
    this.#budget.earn();
    this.#look();
    const call = openCall(this.#moment, deadline);
    this.#calls.add(call);
    return call;
  };

  readonly answering = (call: OpenCall): void => {
    call.head = this.#moment;
  };

  readonly end = (call: OpenCall, outcome: 'ANSWERED' | 'FAILED' | 'NEITHER'): void => {
    this.#calls.delete(call);
    if (outcome === 'NEITHER') return;
    if (outcome === 'ANSWERED') {
      this.#heard = this.#moment;
      this.#breaker.succeeded();
    } else this.#opens(this.#breaker.failed);
  };

  readonly close = (): void => {
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    this.#question?.controller.abort();
    this.#trial?.controller.abort();
  };

  /** Does what may open the breaker. Where it does, what was known before says nothing any more. */
  #opens(act: () => void): void {
    const wasClosed = this.#breaker.state() === 'CLOSED';
    act();
    if (!wasClosed || this.#breaker.state() === 'CLOSED') return;
    this.counts.opened += 1;
    this.#told(false);
    this.#wasThere = false;
    this.#lastQuestion = this.#moment;
    this.#look();
  }

  #look(): void {
    this.#idle = 0;
    if (this.#stopLooking !== undefined) return;
    this.#looked = this.#options.now();
    this.#stopLooking = this.#options.every(TICK, () => this.#tick());
  }

  #tick(): void {
    const now = this.#options.now();
    this.#moment += Math.min(now - this.#looked, LONGEST_TICK);
    this.#looked = now;
    this.#idle = this.#calls.size === 0 && this.#breaker.state() === 'CLOSED' ? this.#idle + 1 : 0;
    if (this.#idle > IDLE) {
      this.#stopLooking?.();
      this.#stopLooking = undefined;
      return;
    }
    for (const call of this.#calls) {
      if (now >= call.deadline) endCall(call, 'LATE');
      else if (isStalled(call, this.#moment)) endCall(call, 'STALLED');
    }
    this.#judgeQuestion();
    if (this.#breaker.state() === 'CLOSED') this.#askIfSilent();
    else this.#askIfBack();
  }

  #judgeQuestion(): void {
    for (const question of [this.#question, this.#trial])
      if (question !== undefined && this.#moment - question.asked >= PATIENCE) question.controller.abort();
    if (this.#question?.controller.signal.aborted === true) this.#isSilent(this.#question);
  }

  /** Nobody has answered a question, or not in HTTP: if nothing else has been heard since, nobody is there. */
  #isSilent(question: Question): void {
    this.#question = undefined;
    this.#wasThere = false;
    if (this.#heard > question.asked) return;
    this.#opens(this.#breaker.trip);
    for (const call of this.#calls) endCall(call, 'SILENT');
  }

  #askIfSilent(): void {
    if (this.#question !== undefined || this.#moment - this.#heard < SILENCE) return;
    for (const { begun } of this.#calls)
      if (this.#moment - begun >= SILENCE) {
        this.#ask();
        return;
      }
  }

  #askIfBack(): void {
    if (this.#question === undefined && this.#moment - this.#lastQuestion >= PAUSE) this.#ask();
    if (this.#wasThere && this.#trial === undefined && this.#moment - this.#lastTrial >= TRIAL_PAUSE)
      this.#try();
  }

  #ask(): void {
    const question = { asked: this.#moment, controller: new AbortController() };
    this.#question = question;
    this.#lastQuestion = this.#moment;
    const answered = (wasThere: boolean): void => {
      if (this.#question !== question || question.controller.signal.aborted) return;
      this.#question = undefined;
      this.#wasThere = wasThere;
      // A refusal is a word too: the process is ending, and what it has begun it ends.
      this.#heard = this.#moment;
      if (this.#breaker.state() !== 'CLOSED') this.#askIfBack();
    };
    const unanswered = (): void => {
      if (this.#question === question && !question.controller.signal.aborted) this.#isSilent(question);
    };
    this.#options.isThere(question.controller.signal).then(answered, unanswered);
  }

  #try(): void {
    const trial = { asked: this.#moment, controller: new AbortController() };
    this.#trial = trial;
    this.#lastTrial = this.#moment;
    this.#breaker.tries();
    const ended = (wasAnswered: boolean): void => {
      this.#trial = undefined;
      this.#breaker.tried(wasAnswered);
      // Nobody may have been there meanwhile.
      if (this.#breaker.state() === 'CLOSED') this.#told(true);
    };
    this.#options.answers(trial.controller.signal).then(ended, () => ended(false));
  }
}

/**
 * A guard over one subgraph. Honest calls may take seconds, so it is not their age that ends them: when nothing has been
 * heard for a while, one question on a connection of its own must be answered, or everything that waits ends at once and
 * the breaker opens. While it is open the question is repeated; once it is answered, a small query must be too.
 */
export const createSubgraphGuard = (options: GuardOptions): SubgraphGuard => new Guard(options);
