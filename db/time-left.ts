import { AsyncLocalStorage } from 'node:async_hooks';

const moments = new AsyncLocalStorage<number>();

/** Does something of which every statement has to be answered by a moment of `performance.now()`. */
export const answeredBy = <Value>(moment: number, act: () => Value): Value => moments.run(moment, act);

/** The moment by which what is being done has to be answered; endless where nobody has said. */
export const toBeAnsweredBy = (): number => moments.getStore() ?? Number.POSITIVE_INFINITY;
