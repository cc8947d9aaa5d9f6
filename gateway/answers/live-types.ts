/**
 * Types of the hub that tell what no release holds: runs under way and drafts. What is asked of them is never kept, for
 * it changes between two releases.
 */
export const LIVE_TYPES: ReadonlySet<string> = new Set([
  'DraftImpact',
  'MatchQuality',
  'MatchRun',
  'MatchRunConnection',
]);
