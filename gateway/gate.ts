import { Refusal } from './refusal.ts';

/**
 * Who goes first where not all can: whoever bears a token and may change something, then the hub's own stored documents,
 * then what anybody writes.
 */
export const PRIORITIES = ['WRITER', 'STORED', 'OPEN'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface GateOptions {
  /** Requests worked on at once, at least and at most, and in the beginning. */
  readonly room?: { readonly least: number; readonly most: number; readonly first: number };
  /** In milliseconds; need not begin anywhere. */
  readonly now?: () => number;
}

/** Lets so much work in at once as can be done, and so much wait as will be done soon. */
export interface Gate {
  /** Whether work of this priority would be refused without waiting: then nothing need be read of the request. */
  readonly isFull: (priority: Priority) => boolean;
  /** Does the work once there is room; throws a Refusal with OVERLOADED where there will be none soon. */
  readonly through: <Value>(priority: Priority, work: () => Promise<Value>) => Promise<Value>;
  readonly underWay: () => number;
  readonly waiting: (priority: Priority) => number;
  /** How much it lets in at once just now. */
  readonly room: () => number;
}

/** Seconds after which a refused client may ask again. */
export const RETRY_AFTER = 1;

/**
 * As many as keep both sides at work: the eight connections of a pool and as much again that is being prepared or told.
 * Where the event loop is late, less is let in: answers that come all at once keep everybody else waiting. Where it is
 * not and some wait, more is: then it is others who take their time. A share is kept free of those who come after.
 */
const ROOM = { least: 4, most: 32, first: 16 } as const;
/** Milliseconds the event loop may be late, and between two changes of the room. */
const LATE = 15;
const CHANGE = 100;
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

interface Waiting {
  readonly since: number;
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
}

/** A gate of one process. */
export const createGate = ({
  room: bounds = ROOM,
  now = () => performance.now(),
}: GateOptions = {}): Gate => {
  const laneOf = (priority: Priority): Lane => ({
    queue: [],
    share: 1 - KEPT_FREE[priority],
    emptyAt: now(),
    refusedAt: Number.NEGATIVE_INFINITY,
  });
  const lanes = { WRITER: laneOf('WRITER'), STORED: laneOf('STORED'), OPEN: laneOf('OPEN') };
  let room: number = bounds.first;
  const roomOf = ({ share }: Lane): number => Math.max(1, Math.floor(room * share));
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;

  const boundsOf = (priority: Priority, moment: number) => {
    if (priority === 'WRITER') return WRITERS;
    return moment - lanes[priority].emptyAt > STANDS ? STANDING : BURST;
  };
  const admitNext = (): void => {
    for (const priority of PRIORITIES) {
      const lane = lanes[priority];
      while (lane.queue.length > 0 && underWay < roomOf(lane)) {
        underWay += 1;
        lane.queue.shift()?.admit();
      }
      if (lane.queue.length > 0) return;
      lane.emptyAt = now();
    }
  };
  let lookedAt = now();
  let changedAt = lookedAt;
  let isLate = false;
  const adapt = (moment: number): void => {
    isLate ||= moment - lookedAt > LOOK + LATE;
    lookedAt = moment;
    if (moment - changedAt < CHANGE) return;
    room = Math.min(bounds.most, Math.max(bounds.least, room + (isLate ? -1 : 1)));
    changedAt = moment;
    isLate = false;
    admitNext();
  };
  const refuseTheImpatient = (): void => {
    const moment = now();
    adapt(moment);
    for (const priority of PRIORITIES) {
      const lane = lanes[priority];
      const { patience } = boundsOf(priority, moment);
      while (moment - (lane.queue[0]?.since ?? moment) > patience) lane.queue.shift()?.refuse();
    }
    if (PRIORITIES.some((priority) => lanes[priority].queue.length > 0)) return;
    clearInterval(timer);
    timer = undefined;
  };
  const refusal = (lane: Lane): Refusal => {
    lane.refusedAt = now();
    return new Refusal('OVERLOADED');
  };
  const isFull = (priority: Priority): boolean =>
    lanes[priority].queue.length >= boundsOf(priority, now()).queue;
  const waitIn = (priority: Priority): Promise<void> => {
    const lane = lanes[priority];
    if (lane.queue.length === 0 && now() - lane.refusedAt > STANDS) lane.emptyAt = now();
    if (isFull(priority)) throw refusal(lane);
    if (timer === undefined) {
      [lookedAt, changedAt, isLate] = [now(), now(), false];
      timer = setInterval(refuseTheImpatient, LOOK).unref();
    }
    return new Promise((admit, reject) => {
      lane.queue.push({ since: now(), admit, refuse: () => reject(refusal(lane)) });
    });
  };
  return {
    isFull,
    async through(priority, work) {
      const lane = lanes[priority];
      if (underWay < roomOf(lane) && lane.queue.length === 0) {
        underWay += 1;
        lane.emptyAt = now();
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
    room: () => room,
  };
};
