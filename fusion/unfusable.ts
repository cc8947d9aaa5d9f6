/** Says that an operation, or this request of it, is for the plan to answer: no error, and nobody sees it. */
export class Unfusable extends Error {
  override readonly name = 'Unfusable';
}
