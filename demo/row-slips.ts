import type { Cells } from './columns.ts';
import { malformed } from './malformed-codes.ts';
import { nameVariant } from './name-variants.ts';
import type { Offer } from './offer.ts';
import type { Place } from './places.ts';
import type { Planted } from './planting.ts';
import type { Random } from './random.ts';

/** How often a row, not an item, is written otherwise: each list is filled in by another hand. */
const RATES = { renamed: 0.14, noCode: 0.03, malformed: 0.02, formerOffice: 0.02 } as const;

type OpenCells = { -readonly [Title in keyof Cells]: string };

export interface SlippedRow {
  readonly cells: Cells;
  readonly planted: readonly Planted[];
}

/** The row as an office might have filled it in: another name, no code, a spoilt code, an office of the past. */
export function slip(
  clean: Cells,
  offer: Offer,
  place: Place,
  random: Random,
  formerName?: string,
): SlippedRow {
  const cells: OpenCells = { ...clean };
  const planted = [
    ...renamed(cells, offer, place, random, formerName),
    ...spoilt(cells, offer, random),
    ...formerOffice(cells, offer, place, random),
  ];
  return { cells, planted };
}

/** Materials an office names otherwise than the standard does: the same paper, so no difference in substance. */
export function materialNames({ materials }: Offer): readonly Planted[] {
  const others = materials.filter(({ words, name }) => name !== words.name);
  const why = '同一份材料的另一种写法';
  return others.map(({ words, name }) => ({
    kind: 'RENAMED',
    field: '申请材料',
    was: words.name,
    is: name,
    why,
  }));
}

/** A former name of the catalog would be no way of writing the present one. */
function renamed(
  cells: OpenCells,
  offer: Offer,
  place: Place,
  random: Random,
  formerName: string | undefined,
): readonly Planted[] {
  const variant = random.chance(RATES.renamed) ? nameVariant(offer.name, random, place) : undefined;
  if (variant === undefined || variant.name === formerName) return [];
  cells.事项名称 = variant.name;
  return [{ kind: 'RENAMED', field: '事项名称', was: offer.name, is: variant.name, why: variant.why }];
}

function spoilt(cells: OpenCells, offer: Offer, random: Random): readonly Planted[] {
  if (offer.references.length > 0 && random.chance(RATES.noCode)) {
    const was = cells.基本编码 ?? '';
    cells.基本编码 = '';
    cells.实施编码 = '';
    cells.业务办理项编码 = '';
    return [{ kind: 'NO_CODE', field: '基本编码', was, is: '', why: '未填基本编码，只能按名称认定' }];
  }
  if (!random.chance(RATES.malformed)) return [];
  const { code, why } = malformed(offer.office.code, random);
  cells.实施主体编码 = code;
  cells.实施编码 = cells.实施编码?.replace(offer.office.code, code) ?? '';
  cells.业务办理项编码 = cells.业务办理项编码?.replace(offer.office.code, code) ?? '';
  return [{ kind: 'MALFORMED_CODE', field: '实施主体编码', was: offer.office.code, is: code, why }];
}

function formerOffice(
  cells: OpenCells,
  { department }: Offer,
  place: Place,
  random: Random,
): readonly Planted[] {
  if (department.formerly.length === 0 || !random.chance(RATES.formerOffice)) return [];
  const was = cells.实施主体 ?? '';
  const is = `${place.name}${random.pick(department.formerly)}`;
  cells.实施主体 = is;
  return [{ kind: 'FORMER_OFFICE', field: '实施主体', was, is, why: '沿用机构改革前的部门名称' }];
}
