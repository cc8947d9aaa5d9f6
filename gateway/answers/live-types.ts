/**
 * Types of the hub that tell what no release holds: runs under way, proposals, drafts, and comparisons, which tell items
 * that no run has looked at yet (a run that finds nothing makes no release). What is asked of them is never kept, for it
 * changes between two releases.
 */
export const LIVE_TYPES: ReadonlySet<string> = new Set([
  'CatalogComparison',
  'CoverageRow',
  'DraftImpact',
  'FindingConnection',
  'IndicatorItemConnection',
  'IndicatorRow',
  'MatchProposal',
  'MatchProposalConnection',
  'MatchQuality',
  'MatchRun',
  'MatchRunConnection',
  'RegionAdoptionConnection',
]);
