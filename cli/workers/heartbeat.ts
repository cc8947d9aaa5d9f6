import type { Worker } from 'node:cluster';
import type { FromWorker, ToWorker } from './messages.ts';

/** How often a worker is asked whether it is alive, in milliseconds, and how many questions it may leave unanswered. */
export interface Heartbeat {
  readonly every: number;
  readonly unanswered: number;
}

/** A worker at work keeps nobody waiting for more than some hundred milliseconds. */
export const HEARTBEAT: Heartbeat = { every: 1_000, unanswered: 5 };

/**
 * Asks a worker again and again from when it has said by itself that it is alive, and calls `onSilence` once it has left
 * so many questions in a row unanswered: its event loop does not turn. Questions are counted, not time: who was asleep
 * himself has not asked meanwhile.
 */
export const listenToHeart = (
  worker: Worker,
  { every, unanswered }: Heartbeat,
  onSilence: () => void,
): void => {
  let open: number | undefined;
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ALIVE') open = 0;
  });
  const asking = setInterval(() => {
    if (open === undefined || !worker.isConnected()) return;
    if (open >= unanswered) {
      clearInterval(asking);
      onSilence();
      return;
    }
    open += 1;
    const question: ToWorker = { kind: 'ASK' };
    worker.send(question, () => undefined);
  }, every).unref();
  worker.once('exit', () => clearInterval(asking));
};
