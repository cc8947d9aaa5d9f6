import type { ComparedItem } from '../../comparison/compared-item.ts';
import { type Connection, connectionOf, pageOf } from '../connection.ts';
import type { DatedCatalog } from './comparison-queries.ts';
import type { AdoptionFilterInput, AdoptionsArguments, Covered } from './coverage.ts';
import { departmentOf, STANDINGS, type Standing, wantedCodes } from './coverage-codes.ts';

/** The type RegionAdoption: how one reference item stands at one authority. */
export interface RegionAdoption extends Standing {
  readonly regionCode: string;
  readonly reference: ComparedItem;
  readonly lists: readonly DatedCatalog[];
}

const KEYS = ['string', 'number', 'string'] as const;
const keysOf = ({ regionCode, reference }: RegionAdoption) => [regionCode, reference.ordinal, reference.id];

const isWanted = (item: ComparedItem, { department, type }: AdoptionFilterInput): boolean =>
  (department == null || departmentOf(item) === department) && (type == null || type.includes(item.itemType));

/** The items behind a figure, by region and in the order of the catalog. */
export const adoptionPage = (
  { moment: { release }, items, authorities, codes }: Covered,
  { filter, ...args }: AdoptionsArguments,
): Connection<RegionAdoption> => {
  const page = pageOf(args, release, KEYS);
  const narrowed = filter ?? {};
  const codesWanted = wantedCodes(narrowed);
  const itemsWanted = items.map((item) => isWanted(item, narrowed));
  const [region = '', ordinal = -1, id = ''] = page.after ?? [];
  const isBehind = (regionCode: string, item: ComparedItem): boolean =>
    regionCode > String(region) ||
    (regionCode === region &&
      (item.ordinal > Number(ordinal) || (item.ordinal === ordinal && item.id > String(id))));
  const shown: RegionAdoption[] = [];
  let count = 0;
  for (const [place, { regionCode, lists }] of authorities.entries()) {
    if (narrowed.authority != null && narrowed.authority !== regionCode) continue;
    for (const [at, reference] of items.entries()) {
      const code = codes[place]?.[at] ?? 0;
      if (codesWanted[code] !== true || itemsWanted[at] !== true) continue;
      count += 1;
      if (shown.length <= page.first && isBehind(regionCode, reference))
        shown.push({ ...STANDINGS[code], regionCode, reference, lists });
    }
  }
  return connectionOf(shown, page, release, keysOf, async () => count);
};
