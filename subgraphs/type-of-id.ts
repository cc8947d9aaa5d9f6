const PREFIXES = {
  ri_: 'ReferenceItem',
  ci_: 'CountyItem',
  ti_: 'TownshipItem',
  gd_: 'Guide',
  ca_: 'Catalog',
  or_: 'Organisation',
  ma_: 'Match',
  de_: 'MatchDecision',
  ru_: 'MatchRun',
} as const;

export type NodeTypeName = (typeof PREFIXES)[keyof typeof PREFIXES] | 'Region';

/** The type an id tells by its prefix; a region's id is its 12-digit code. Undefined for any other text. */
export const typeOfId = (id: string): NodeTypeName | undefined =>
  /^\d{12}$/u.test(id) ? 'Region' : (PREFIXES as Record<string, NodeTypeName>)[id.slice(0, 3)];
