/** What a supervisor tells its workers. */
export type ToWorker =
  | {
      readonly kind: 'PREPARE';
      readonly databaseUrl: string;
      /** Where the first worker took any free port and the port has been given up since: that one again. */
      readonly port: number | undefined;
    }
  /** Listen from now on. Whether anything is published: a query through every subgraph works only then. */
  | { readonly kind: 'BEGIN'; readonly hasData: boolean }
  /** Asks whether the event loop still turns. */
  | { readonly kind: 'ASK' }
  | { readonly kind: 'END' };

/**
 * What a worker tells: the address it listens on, and that it answers: where anything is published, a query through
 * every subgraph; or why it cannot, in a sentence; and that it is alive: once it is prepared, and where it is asked.
 */
export type FromWorker =
  | { readonly kind: 'LISTENS'; readonly url: string }
  | { readonly kind: 'READY' }
  | { readonly kind: 'ALIVE' }
  | { readonly kind: 'FAILED'; readonly sentence: string };
