import type { Problem } from '../../catalog/problems.ts';
import type { GridEvent, ReadLimits } from './grid.ts';

/** What a reader's thread is started with. */
export interface ReaderTask {
  readonly path: string;
  readonly limits: ReadLimits;
  /** Events it may send before one is asked for. */
  readonly ahead: number;
}

/** What a reader's thread sends: the events of the file, and how it ended. Any message to it asks for one event more. */
export type ReaderMessage =
  /** `share`: how much of the file has been read, 0 to 1, as far as the format lets it be known. */
  | { readonly kind: 'EVENT'; readonly event: GridEvent; readonly share: number }
  /** `reusable`: the thread has let go of what the file took, and can read another. */
  | { readonly kind: 'END'; readonly reusable: boolean }
  | { readonly kind: 'REFUSED'; readonly problem: Problem; readonly reusable: boolean }
  | { readonly kind: 'OUT_OF_MEMORY' }
  | { readonly kind: 'BUG'; readonly error: unknown };
