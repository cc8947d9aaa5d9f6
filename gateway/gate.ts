import { Refusal } from './refusal.ts';

/**
 * Who goes first where not all can: whoever bears a token and may change something, then the hub's own stored documents,
 * then what anybody writes.
 */
export const PRIORITIES = ['WRITER', 'STORED', 'OPEN'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface GateOptions {
  /** Requests worked on at once. */
  readonly room?: number;
  /** In milliseconds; need not begin anywhere. */
  readonly now?: () => number;
}

/** Lets so much work in at once as can be done, and so much wait as will be done soon. */
export interface Gate {
  /** Whether work of this priority is to be refused without waiting; who asks and is told so refuses it. */
  readonly isFull: (priority: Priority) => boolean;
  /** Does the work once there is room; throws a Refusal with OVERLOADED where there will be none soon. */
  readonly through: <Value>(priority: Priority, work: () => Promise<Value>) => Promise<Value>;
  readonly underWay: () => number;
  readonly waiting: (priority: Priority) => number;
}

/** Seconds after which a refused client may ask again. */
export const RETRY_AFTER = 1;

/**
 * As many as keep both sides at work: the eight connections of a pool and as much again that is being prepared or told.
 * More make nothing faster, and their answers come all at once. A share is kept free of those who come after.
 */
const ROOM = 16;
const KEPT_FREE: Readonly<Record<Priority, number>> = { WRITER: 0, STORED: 1 / 8, OPEN: 1 / 4 };

/**
 * How many may wait and how long, in milliseconds. A queue that has been empty a moment ago is a burst, which passes; one
 * that stands is more than can be done, and waiting in it helps nobody (Nichols and Jacobson, Controlling Queue Delay,
 * 2012): then no more wait than get their turn at once. A writer waits as long as it makes sense.
 */
const BURST = { queue: 256, patience: 500 } as const;
const STANDING = { queue: 16, patience: 20 } as const;
const WRITERS = { queue: 256, patience: 2_000 } as const;
/** Milliseconds after which a queue stands. */
const STANDS = 500;
/** Milliseconds between two looks at those who wait. */
const LOOK = 5;
/**
 * Who would lose patience before the turn comes is refused at once, not afterwards. How fast turns come is known after
 * so many of them, or after so many milliseconds; each measurement counts so much against those before; so many may
 * wait however slow it is. The turns to be had within a share of the patience are given away: the pace is never steady.
 */
const PACE = { turns: 8, within: 250, weight: 0.25, least: 4, share: 1 / 2 } as const;

interface Waiting {
  /** In milliseconds of the clock. */
  readonly until: number;
  readonly admit: () => void;
  readonly refuse: () => void;
}

interface Lane {
  readonly queue: Waiting[];
  /** The share of the room that is for it. */
  readonly share: number;
  /** When nobody waited, the last time: because all had their turn. */
  emptyAt: number;
  refusedAt: number;
  /** Turns a millisecond, once known, and since when how many have come that are not yet in it. */
  pace: number | undefined;
  countedFrom: number;
  turns: number;
}

/** Learns how fast turns come while some wait. */
const measure = (lane: Lane, moment: number): void => {
  const took = moment - lane.countedFrom;
  if (lane.queue.length > 0 && (took <= 0 || (lane.turns < PACE.turns && took < PACE.within))) return;
  if (lane.queue.length > 0) {
    const { pace = lane.turns / took } = lane;
    lane.pace = pace + (lane.turns / took - pace) * PACE.weight;
  }
  lane.countedFrom = moment;
  lane.turns = 0;
};

/** A gate of one process. */
export const createGate = ({ room = ROOM, now = () => performance.now() }: GateOptions = {}): Gate => {
  const laneOf = (priority: Priority): Lane => ({
    queue: [],
    share: 1 - KEPT_FREE[priority],
    emptyAt: now(),
    refusedAt: Number.NEGATIVE_INFINITY,
    pace: undefined,
    countedFrom: now(),
    turns: 0,
  });
  const lanes = { WRITER: laneOf('WRITER'), STORED: laneOf('STORED'), OPEN: laneOf('OPEN') };
  const roomOf = ({ share }: Lane): number => Math.max(1, Math.floor(room * share));
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;

  const boundsOf = (priority: Priority, moment: number) => {
    if (priority === 'WRITER') return WRITERS;
    return moment - lanes[priority].emptyAt > STANDS ? STANDING : BURST;
  };
  /** A queue that is empty only because the others were refused stands all the same. */
  const noteEmpty = (lane: Lane): void => {
    const moment = now();
    if (moment - lane.refusedAt > STANDS) lane.emptyAt = moment;
  };
  const admitNext = (): void => {
    for (const priority of PRIORITIES) {
      const lane = lanes[priority];
      while (lane.queue.length > 0 && underWay < roomOf(lane)) {
        underWay += 1;
        lane.turns += 1;
        lane.queue.shift()?.admit();
      }
      if (lane.queue.length > 0) return;
      noteEmpty(lane);
    }
  };
  /** Those who came before it was known how fast turns come may be more than will get one. */
  const refuseTheSurplus = (priority: Priority): void => {
    const { queue } = lanes[priority];
    const most = mostWaiting(priority);
    while (queue.length > most) queue.pop()?.refuse();
  };
  const refuseTheImpatient = (): void => {
    const moment = now();
    for (const priority of PRIORITIES) {
      const lane = lanes[priority];
      const wasKnown = lane.pace !== undefined;
      measure(lane, moment);
      if (!wasKnown) refuseTheSurplus(priority);
      while (moment > (lane.queue[0]?.until ?? moment)) lane.queue.shift()?.refuse();
    }
    if (PRIORITIES.some((priority) => lanes[priority].queue.length > 0)) return;
    clearInterval(timer);
    timer = undefined;
  };
  const refusal = (lane: Lane): Refusal => {
    lane.refusedAt = now();
    return new Refusal('OVERLOADED');
  };
  const mostWaiting = (priority: Priority): number => {
    const { queue, patience } = boundsOf(priority, now());
    const { pace } = lanes[priority];
    if (pace === undefined || priority === 'WRITER') return queue;
    return Math.min(queue, Math.max(PACE.least, pace * patience * PACE.share));
  };
  const isFull = (priority: Priority): boolean => {
    const lane = lanes[priority];
    if (lane.queue.length < mostWaiting(priority)) return false;
    lane.refusedAt = now();
    return true;
  };
  const waitIn = (priority: Priority): Promise<void> => {
    const lane = lanes[priority];
    if (lane.queue.length === 0) {
      // What was known of another time says nothing of a burst.
      if (now() - lane.refusedAt > STANDS) [lane.emptyAt, lane.pace] = [now(), undefined];
      [lane.countedFrom, lane.turns] = [now(), 0];
    }
    if (isFull(priority)) throw refusal(lane);
    timer ??= setInterval(refuseTheImpatient, LOOK).unref();
    return new Promise((admit, reject) => {
      lane.queue.push({
        until: now() + boundsOf(priority, now()).patience,
        admit,
        refuse: () => reject(refusal(lane)),
      });
    });
  };
  return {
    isFull,
    async through(priority, work) {
      const lane = lanes[priority];
      if (underWay < roomOf(lane) && lane.queue.length === 0) {
        underWay += 1;
        noteEmpty(lane);
      } else await waitIn(priority);
      try {
        return await work();
      } finally {
        underWay -= 1;
        admitNext();
      }
    },
    underWay: () => underWay,
    waiting: (priority) => lanes[priority].queue.length,
  };
};
