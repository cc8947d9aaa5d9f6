/** What a supervisor tells its workers. */
export type ToWorker =
  | {
      readonly kind: 'BEGIN';
      readonly databaseUrl: string;
      /** Whether anything is published: a query through every subgraph works only then. */
      readonly hasData: boolean;
    }
  | { readonly kind: 'END' };

/**
 * What a worker tells: the address it listens on, and that it answers: where anything is published, a query through
 * every subgraph; or why it cannot, in a sentence.
 */
export type FromWorker =
  | { readonly kind: 'LISTENS'; readonly url: string }
  | { readonly kind: 'READY' }
  | { readonly kind: 'FAILED'; readonly sentence: string };
