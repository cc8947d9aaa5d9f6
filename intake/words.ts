import { nameGrams, normalizeName } from '../catalog/names.ts';
import { canonicalOrganisation } from '../catalog/organisations/canonical-organisation.ts';
import { regionLevel, regionParent, regionPath } from '../catalog/regions.ts';
import { type DraftRow, draftRow } from './draft.ts';
import { nameKey, stableId } from './identity.ts';

/** A division's own name ends with what it is; 社区居委会 is one ending, not two. */
const DIVISION =
  /.+?(?:特别行政区|自治区|自治州|自治县|自治旗|林区|矿区|地区|街道|苏木|社区居委会|社区(?!居委会)|居委会|村委会|村民委员会|省|市|盟|区|县|旗|镇|乡|村(?!委会|民委员会))/gu;

/** The names along the path from province to the region, when the full name has one for each; else undefined. */
const splitFullName = (fullName: string, steps: number): readonly string[] | undefined => {
  const parts = fullName.match(DIVISION);
  return parts !== null && parts.join('') === fullName && parts.length === steps ? parts : undefined;
};

/** The names, regions and organisations a list speaks of, each given out once as a draft row. */
export interface Words {
  /** The key of an item's name. */
  readonly name: (raw: string) => string;
  readonly region: (code: string, fullName: string | undefined) => void;
  /** The id of an organisation; its region and its normalised name identify it. */
  readonly organisation: (name: string, regionCode: string, creditCode: string | undefined) => string;
  /** The rows for what has been met since the last call. */
  readonly take: () => DraftRow[];
}

const regionRows = (code: string, fullName: string | undefined): DraftRow[] => {
  const path = regionPath(code);
  const names = fullName === undefined ? undefined : splitFullName(fullName, path.length - 1);
  return path.map((step, depth) => {
    const own = depth === path.length - 1 ? fullName : undefined;
    const region_name = depth === 0 ? '全国' : (names?.[depth - 1] ?? own ?? step);
    const full_name = depth === 0 ? '全国' : (names?.slice(0, depth).join('') ?? own ?? step);
    const record = {
      region_code: step,
      region_name,
      full_name,
      level: regionLevel(step),
      parent_code: regionParent(step) ?? null,
    };
    return draftRow('reference.region', step, record);
  });
};

/** An empty collection of words for one import. */
export const collectWords = (): Words => {
  const names = new Map<string, string>();
  const met = new Set<string>();
  const places = new Map<string, string>();
  let fresh: DraftRow[] = [];
  const once = (key: string, rows: () => DraftRow[]) => {
    if (met.has(key)) return;
    met.add(key);
    fresh.push(...rows());
  };
  return {
    name: (raw) => {
      const known = names.get(raw);
      if (known !== undefined) return known;
      const normalized = normalizeName(raw);
      const key = nameKey(normalized);
      names.set(raw, key);
      once(`name ${key}`, () => [
        draftRow('matching.name', key, {
          name_key: key,
          normalized_name: normalized,
          grams: nameGrams(normalized),
        }),
      ]);
      return key;
    },
    region: (code, fullName) =>
      once(`region ${code} ${fullName ?? ''}`, () => {
        if (fullName !== undefined) places.set(code, fullName);
        return regionRows(code, fullName);
      }),
    organisation: (name, regionCode, creditCode) => {
      const id = stableId('organisation', regionCode, normalizeName(name));
      // Rows that lack the credit code do not silence the first row that has it.
      once(`organisation ${id} ${creditCode !== undefined}`, () => [
        draftRow('reference.organisation', id, {
          organisation_id: id,
          organisation_name: name,
          unified_credit_code: creditCode ?? null,
          region_code: regionCode,
          canonical_name: canonicalOrganisation(name, places.get(regionCode)).name || null,
        }),
      ]);
      return id;
    },
    take: () => {
      const rows = fresh;
      fresh = [];
      return rows;
    },
  };
};
