import type { SettledOperation } from '../gateway/executor/selection.ts';
import { type Fused, fuse } from './fuse.ts';
import type { Operation } from './operation.ts';
import { createRest, type Rest } from './rest.ts';
import type { Run } from './run.ts';
import { beginDraft } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import type { World } from './world.ts';

/** An operation for the requests that are alike. */
export interface Variant {
  readonly fits: (run: Run) => boolean;
  /** Undefined where rows do not tell it. */
  readonly fused: Fused | undefined;
  /** Taken after a failure that is the statement's own. */
  readonly rest: Rest;
}

/** All that is fused in this process. */
export interface Variants {
  /** Finds or writes the statements of one operation; `onUnfusable` is told why there is none. */
  readonly of: (operation: Operation, settled: SettledOperation) => (run: Run) => Variant;
}

export interface VariantsOptions {
  readonly world: World;
  readonly now: () => number;
  readonly onUnfusable: (reason: string) => void;
}

/** Kinds of requests an operation is fused for at a time. */
const MOST_OF_ONE = 16;
/** Characters of all statements at most: with their assemblers a few dozen MB. */
const MOST_CHARACTERS = 2_000_000;
/** What a variant weighs beside its text, in characters. */
const OVERHEAD = 2_000;
/** Milliseconds an operation is left to its plan whose statement failed or took too long. */
const FIRST_REST = 10_000;
const LONGEST_REST = 600_000;

/** An empty store of fused operations; the longest unused are let go. */
export const createVariants = ({ world, now, onUnfusable }: VariantsOptions): Variants => {
  const weights = new Map<Variant, { readonly weight: number; readonly siblings: Set<Variant> }>();
  let total = 0;
  const letGo = (variant: Variant): void => {
    const kept = weights.get(variant);
    if (kept === undefined) return;
    kept.siblings.delete(variant);
    weights.delete(variant);
    total -= kept.weight;
  };
  const keep = (variant: Variant, siblings: Set<Variant>): void => {
    const weight = (variant.fused?.text.length ?? 0) + OVERHEAD;
    siblings.add(variant);
    weights.set(variant, { weight, siblings });
    total += weight;
    const [oldestSibling] = siblings;
    if (siblings.size > MOST_OF_ONE && oldestSibling !== undefined) letGo(oldestSibling);
    for (const oldest of weights.keys()) {
      if (total <= MOST_CHARACTERS || oldest === variant) break;
      letGo(oldest);
    }
  };
  const use = (variant: Variant, siblings: Set<Variant>): Variant => {
    const kept = weights.get(variant);
    if (kept === undefined) return variant;
    weights.delete(variant);
    weights.set(variant, kept);
    siblings.delete(variant);
    siblings.add(variant);
    return variant;
  };
  return {
    of: (operation, settled) => {
      const siblings = new Set<Variant>();
      return (run) => {
        const found = [...siblings].find(({ fits }) => fits(run));
        if (found !== undefined) return use(found, siblings);
        const drafted = beginDraft(run);
        const fused = unlessUnfusable(() => fuse(operation, settled, world, drafted), onUnfusable);
        const rest = createRest({ now, first: FIRST_REST, longest: LONGEST_REST });
        const variant = { fits: drafted.fits, fused, rest };
        keep(variant, siblings);
        return variant;
      };
    },
  };
};

const unlessUnfusable = (make: () => Fused, onUnfusable: (reason: string) => void): Fused | undefined => {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Unfusable)) throw error;
    onUnfusable(error.message);
    return undefined;
  }
};
