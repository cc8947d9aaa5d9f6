import type { LinkKind } from './link-kinds.ts';

export type DecisionVerdict = 'CONFIRM' | 'REJECT' | 'NO_MATCH' | 'DEFER';

/** What a person says of an item, as the function `matching.decide` takes it. */
export type DecisionRequest =
  | {
      readonly kind: LinkKind;
      readonly left: string;
      readonly right?: string;
      readonly verdict: DecisionVerdict;
      readonly relation?: string;
      readonly reason: string;
      /** YYYY-MM-DD, of DEFER. */
      readonly deferredUntil?: string;
      /** Version of the link as the person saw it; 0 where there was none. */
      readonly ifVersion?: number;
    }
  | { readonly verdict: 'REVOKE'; readonly revokes: string; readonly reason: string };
