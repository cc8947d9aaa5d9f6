import { formerName } from './name-variants.ts';
import { randomFor } from './random.ts';
import { basisText, type ReferenceItem } from './reference-catalog.ts';

/** What the edition before this one said of an item, where it said something else. */
export interface EarlierWording {
  readonly field: '事项名称' | '法定办结时限' | '设定依据';
  readonly name: string;
  readonly days: number | undefined;
  readonly basis: string;
}

export interface Editions {
  /** By basic code: the items that were worded otherwise before. */
  readonly earlier: ReadonlyMap<string, EarlierWording>;
  /** Basic codes of items that only the current edition has. */
  readonly added: ReadonlySet<string>;
}

const CHANGED = 0.07;
const ADDED = 0.02;

/** How the catalog stood in its edition of 2021: some names, limits and bases differ and some items are missing. */
export function editionsOf(items: readonly ReferenceItem[], seed: number): Editions {
  const earlier = new Map<string, EarlierWording>();
  const added = new Set<string>();
  for (const item of items) {
    if (!item.handled) continue;
    const random = randomFor(seed, 'edition', item.code);
    if (random.chance(ADDED)) added.add(item.code);
    else if (random.chance(CHANGED)) earlier.set(item.code, earlierWording(item, random));
  }
  return { earlier, added };
}

function earlierWording(item: ReferenceItem, random: ReturnType<typeof randomFor>): EarlierWording {
  const same = { name: item.name, days: item.main.days, basis: basisText(item.scope.by) };
  const field = random.pick(['事项名称', '法定办结时限', '设定依据'] as const);
  if (field === '法定办结时限' && item.main.days)
    return { ...same, field, days: item.main.days + random.pick([5, 10, 15]) };
  if (field === '设定依据') {
    return {
      ...same,
      field,
      basis: `${same.basis}；《关于规范${item.department.province.slice(0, 4)}事项办理工作的通知》`,
    };
  }
  const name = formerName(item.name, random);
  return { ...same, field: '事项名称', name };
}
