/** What goes to a worker: one task at a time. */
export interface TaskMessage<Task> {
  readonly number: number;
  readonly task: Task;
}

/** What comes back for it. */
export type TaskAnswer<Result> =
  | { readonly number: number; readonly kind: 'DONE'; readonly result: Result }
  | { readonly number: number; readonly kind: 'FAILED'; readonly error: unknown };
