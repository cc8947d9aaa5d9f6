import type { LegalBasis } from '../../../catalog/legal-basis.ts';
import type { MatchItem } from '../../item.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import type { Draw } from './wording.ts';

/** How a county fills in the columns beside the name. */
export interface FieldHabits {
  readonly coded: number;
  /** Of the codes: those of the scheme that was given up. */
  readonly oldScheme: number;
  readonly implementation: boolean;
  readonly county: string;
  /** Unified social credit code that begins an implementation code. */
  readonly organisation: string;
}

/** Shares of rows in which a column is wrong or missing, as published lists have them. */
const RATES = {
  wrongItem: 0.04,
  wrongSub: 0.03,
  noLaw: 0.25,
  oldLaw: 0.12,
  addedLaw: 0.1,
  wrongOffice: 0.03,
  approvalBureau: 0.08,
  formerOffice: 0.06,
  mergedOffice: 0.08,
  otherType: 0.07,
} as const;

export type FieldChange = keyof typeof RATES | 'oldScheme' | 'noCode';

/** The columns of an item as a county fills them in, and what is not as in the catalog. */
export interface LocalFields {
  readonly fields: Omit<MatchItem, 'id' | 'name'>;
  readonly changes: readonly FieldChange[];
}

const TYPES = ['01', '05', '06', '07', '10', '20'] as const;

/** Fills in the columns of a row that is about `entry`; `all` is the catalog errors are drawn from. */
export function localFields(
  entry: CatalogEntry,
  all: readonly CatalogEntry[],
  siblings: readonly CatalogEntry[],
  habits: FieldHabits,
  draw: Draw,
): LocalFields {
  const changes: FieldChange[] = [];
  const happens = (change: keyof typeof RATES): boolean => {
    const does = draw.chance(RATES[change]);
    if (does) changes.push(change);
    return does;
  };
  const type = happens('otherType')
    ? draw.pick(TYPES.filter((one) => one !== entry.item.type))
    : entry.item.type;
  const department = officeOf(entry, all, habits, draw, happens);
  const legalBases = lawsOf(entry, all, draw, happens);
  const code = codeOf(entry, all, siblings, habits, draw, happens, changes);
  const fields = {
    department,
    ...(type === undefined ? {} : { type }),
    ...(legalBases.length === 0 ? {} : { legalBases }),
    ...(code === undefined ? {} : { codes: [code] }),
  };
  return { fields, changes };
}

type Happens = (change: keyof typeof RATES) => boolean;

const codeOf = (
  entry: CatalogEntry,
  all: readonly CatalogEntry[],
  siblings: readonly CatalogEntry[],
  { coded, oldScheme, implementation, organisation }: FieldHabits,
  draw: Draw,
  happens: Happens,
  changes: FieldChange[],
): string | undefined => {
  if (!draw.chance(coded)) {
    changes.push('noCode');
    return undefined;
  }
  const others = siblings.filter((one) => one !== entry);
  const meant = happens('wrongItem')
    ? draw.pick(all)
    : others.length > 0 && happens('wrongSub')
      ? draw.pick(others)
      : entry;
  const [code = '', old] = meant.item.codes ?? [];
  if (draw.chance(oldScheme)) {
    changes.push('oldScheme');
    return old ?? `1J-${String(draw.between(1, 9999)).padStart(4, '0')}-00001`;
  }
  return implementation ? `${organisation}4${code}` : code;
};

const officeOf = (
  { office, formerOffices }: CatalogEntry,
  all: readonly CatalogEntry[],
  { county }: FieldHabits,
  draw: Draw,
  happens: Happens,
): string => {
  if (happens('wrongOffice')) return county + draw.pick(all).office;
  if (happens('approvalBureau')) return `${county}行政审批局`;
  if (formerOffices.length > 0 && happens('formerOffice')) return county + draw.pick(formerOffices);
  if (happens('mergedOffice')) return `${county}${office.replace(/局$/u, '')}和${draw.pick(all).office}`;
  return draw.chance(0.3) ? office : county + office;
};

/** Editions, state prefixes and articles as they stand in lists that were not kept up to date. */
const outdated = (basis: LegalBasis, draw: Draw): LegalBasis => {
  const title = basis.lawName ?? '';
  const kind = draw.between(0, 2);
  if (kind === 0) return { ...basis, lawName: `${title}（${draw.between(2004, 2021)}年修正）` };
  if (kind === 1)
    return { ...basis, lawName: title.replace(/^中华人民共和国/u, '').replace(/(?:条例|办法)$/u, '暂行$&') };
  return { ...basis, clauseNumber: `第${draw.between(1, 80)}条` };
};

const lawsOf = (
  { item }: CatalogEntry,
  all: readonly CatalogEntry[],
  draw: Draw,
  happens: Happens,
): readonly LegalBasis[] => {
  const own = item.legalBases ?? [];
  if (own.length === 0 || happens('noLaw')) return [];
  const written = happens('oldLaw') ? own.map((basis) => outdated(basis, draw)) : own;
  const added = happens('addedLaw') ? (draw.pick(all).item.legalBases ?? []).slice(0, 1) : [];
  return [...written, ...added];
};
