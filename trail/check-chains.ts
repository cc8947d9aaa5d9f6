import type { Entry, Head } from './entry.ts';
import type { Anchor, Finding } from './finding.ts';
import { hashOfEntry, NOTHING_BEFORE } from './hash.ts';

/** A place in a chain with all that is stored of it. */
export interface Place {
  readonly region: string;
  readonly sequence: number;
  readonly entry: Entry | null;
  /** The releases that sealed the chain as far as here. */
  readonly heads: readonly Pick<Head, 'release' | 'hash'>[];
  /** Whether it is marked as not sealed yet. */
  readonly unsealed: boolean;
}

/** What is known of the chain of a region so far. */
interface Chain {
  readonly region: string;
  /** Sequence and hash of the entry before. */
  readonly last: number;
  readonly hash: string;
  /** The last place that a release has sealed. */
  readonly sealed: number;
  /** The first place that is marked as not sealed yet, and how many are. */
  readonly firstUnsealed: number;
  readonly unsealed: number;
}

const begin = (region: string): Chain => ({
  region,
  last: 0,
  hash: NOTHING_BEFORE,
  sealed: 0,
  firstUnsealed: 0,
  unsealed: 0,
});

const checkEntry = (chain: Chain, entry: Entry, report: (finding: Finding) => void): void => {
  const at = { region: entry.region, sequence: entry.sequence };
  if (entry.sequence === chain.last) report({ kind: 'DUPLICATED', ...at });
  else if (entry.sequence !== chain.last + 1) report({ kind: 'MISSING', ...at });
  if (entry.previousHash !== chain.hash) report({ kind: 'BROKEN_LINK', ...at });
  if (hashOfEntry(entry) !== entry.hash) report({ kind: 'EDITED', ...at });
};

const checkPlace = (chain: Chain, place: Place, report: (finding: Finding) => void): void => {
  const { region, sequence, entry, heads } = place;
  if (entry === null) {
    const release = heads[0]?.release;
    report({ kind: 'CUT', region, sequence, ...(release === undefined ? {} : { release }) });
    return;
  }
  checkEntry(chain, entry, report);
  for (const { release, hash } of heads)
    if (hash !== entry.hash) report({ kind: 'REWRITTEN', region, sequence, release });
};

const after = (chain: Chain, { sequence, entry, heads, unsealed }: Place): Chain => ({
  region: chain.region,
  last: entry === null ? chain.last : sequence,
  hash: entry === null ? chain.hash : entry.hash,
  sealed: heads.length > 0 ? sequence : chain.sealed,
  firstUnsealed: unsealed && chain.unsealed === 0 ? sequence : chain.firstUnsealed,
  unsealed: chain.unsealed + (unsealed ? 1 : 0),
});

/** The marks of what is not sealed yet must be those of all entries after the last that is, and of no other. */
const checkMarks = (chain: Chain, report: (finding: Finding) => void): void => {
  const { region, last, sealed, unsealed, firstUnsealed } = chain;
  const fits = unsealed === last - sealed && (unsealed === 0 || firstUnsealed === sealed + 1);
  if (!fits) report({ kind: 'UNMARKED', region, sequence: sealed + 1 });
};

const isOfEntry = (anchor: Anchor) => anchor.kind === 'ENTRY';

/**
 * Checks chains place by place: `next` takes the places in the order of region and sequence, `end` must follow the last.
 * Whatever is wrong is told to `report` at once; nothing of what was seen is kept but the chain under way.
 */
export const createChainCheck = (report: (finding: Finding) => void, anchors: readonly Anchor[]) => {
  const noted = anchors.filter(isOfEntry);
  const awaited = new Set(noted);
  let chain: Chain | undefined;
  const checkAnchors = ({ region, sequence, entry }: Place): void => {
    for (const anchor of noted) {
      if (anchor.region !== region || anchor.sequence !== sequence || entry === null) continue;
      awaited.delete(anchor);
      if (entry.hash !== anchor.hash) report({ kind: 'ANCHOR_DIFFERS', region, sequence });
    }
  };
  return {
    next: (place: Place): void => {
      if (chain?.region !== place.region) {
        if (chain !== undefined) checkMarks(chain, report);
        chain = begin(place.region);
      }
      checkPlace(chain, place, report);
      checkAnchors(place);
      chain = after(chain, place);
    },
    end: (): void => {
      if (chain !== undefined) checkMarks(chain, report);
      for (const { region, sequence } of awaited) report({ kind: 'ANCHOR_MISSING', region, sequence });
    },
  };
};
