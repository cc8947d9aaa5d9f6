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
 * Node's cluster module waits for the dead one's answer for ever, and with it the client: it has an answer for
 * connections a worker does not want, and gets that one here. The other ways lose more: sockets of their own
 * (`reusePort`) lose what is in their queue at each restart, one socket that all accept from (`SCHED_NONE`) loses
 * nothing, but gives one of four idle workers 29 of 64 connections and another one 2.
 */
export const takeBackUndelivered = (): ((worker: Worker) => void) => {
  const listening = new Set<Worker>();
  return (worker) => {
    const { process: child } = worker;
    const sent = new Set<number>();
    const send = child.send.bind(child) as (...words: unknown[]) => boolean;
    child.send = (message: unknown, ...words: unknown[]) => {
      if (isConnection(message)) sent.add(message.seq);
      return send(message, ...words);
    };
    child.on('internalMessage', ({ ack }: ClusterMessage) => {
      if (ack !== undefined) sent.delete(ack);
    });
    worker.on('listening', () => listening.add(worker));
    // Not at the end of the process: what it has told may then be unread.
    child.once('disconnect', () => {
      listening.delete(worker);
      // Nobody is left to give it to: taken for accepted it is let go of, and the client knows.
      const accepted = listening.size === 0;
      for (const ack of sent) child.emit('internalMessage', { cmd: 'NODE_CLUSTER', ack, accepted });
    });
  };
};
