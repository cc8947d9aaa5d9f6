import type { ChildProcess } from 'node:child_process';
import type { Worker } from 'node:cluster';

/** What Node's cluster module sends with a connection, and what comes back when it was taken. */
interface ClusterMessage {
  readonly cmd?: string;
  readonly act?: string;
  readonly seq?: number;
  readonly ack?: number;
}

const isConnection = (message: unknown): message is ClusterMessage & { readonly seq: number } => {
  const { cmd, act, seq } = Object(message) as ClusterMessage;
  return cmd === 'NODE_CLUSTER' && act === 'newconn' && seq !== undefined;
};

/**
 * Gives each connection that was sent to a worker, and that the worker died without having taken, to another one.
 * Node's cluster module waits for the dead one's answer for ever, and with it the client: it knows what to do with an
 * answer, and gets it here. What was tried instead: sockets of their own (`reusePort`) lose what is in their queue at
 * each restart; one socket that all accept from (`SCHED_NONE`) loses nothing, but one of two workers had 64 of 64
 * connections, which come in turn here.
 */
export const takeBackUndelivered = (): ((worker: Worker) => void) => {
  const listening = new Set<Worker>();
  return (worker) => {
    const { process: child } = worker;
    const undelivered = watchDelivery(child);
    worker.on('listening', () => listening.add(worker));
    let isTold = false;
    child.once('disconnect', () => {
      isTold = true;
      listening.delete(worker);
      // Where nobody is left to take it, it is let go of as if it had been taken, and the client knows.
      const accepted = listening.size === 0;
      for (const ack of undelivered) child.emit('internalMessage', { cmd: 'NODE_CLUSTER', ack, accepted });
    });
    // With a connection on its way Node does not tell that a channel has ended.
    const conclude = (): void => {
      // What the worker told at last is still to be read.
      if (child.connected) setImmediate(conclude);
      else if (!isTold) child.emit('disconnect');
    };
    child.once('exit', () => setImmediate(conclude));
  };
};

/** The numbers of the messages whose connections have not been taken, at any moment. */
const watchDelivery = (child: ChildProcess): ReadonlySet<number> => {
  const undelivered = new Set<number>();
  const send = child.send.bind(child) as (...words: unknown[]) => boolean;
  child.send = (message: unknown, ...words: unknown[]) => {
    if (isConnection(message)) undelivered.add(message.seq);
    return send(message, ...words);
  };
  child.on('internalMessage', ({ ack }: ClusterMessage) => {
    if (ack !== undefined) undelivered.delete(ack);
  });
  return undelivered;
};
