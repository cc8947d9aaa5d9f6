import { normalizeName } from '../catalog/names.ts';
import { guideOfOffice } from './guide-complete.ts';
import { type Block, shortGuide } from './guide-record.ts';
import { countyGuideSubject } from './guide-subjects.ts';
import type { ListRow, PlaceLists } from './place-lists.ts';

type Sides = readonly [numerator: number, denominator: number];

/** 武陵源's nine elements, as far as the guide tells them: the list has the name, the office and the promise. */
const TOLD = [
  'accept_condition',
  'materials',
  'handle_flow',
  'transact_addr',
  'link_tel',
  'supervise_way',
] as const;

const isTold = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A paper that somebody has to issue for the case; certificates everybody has are none. */
const isProof = ({ material_name: name }: Block): boolean =>
  /证明书?$/u.test(String(name)) && !/出生|身份|完税|纳税|学历/u.test(String(name));

/** Where nothing is said of it, a material must be there. */
const isDemanded = ({ is_need: need = '必要' }: Block): boolean => need === '必要';

/** Issued by an office, in a store that others can read, and asked for all the same. */
const isSharedAndAsked = (material: Block): boolean =>
  material['source_type'] === '政府部门核发' &&
  String(material['collect_type'] ?? '').includes('证照库') &&
  material['is_jzbm'] !== '是';

/**
 * What the guides of a place's list of implementation say of how complete they are and what they ask for. A guide
 * belongs to the row whose code it names, or without a code to the only one on all lists of its name; where several
 * bear the code or the name it belongs to none, and of the materials nothing is known but their names in the list.
 */
export function guideSides(
  { place, rows }: Pick<PlaceLists, 'place' | 'rows'>,
  isCounted: (row: ListRow) => boolean,
  complete: boolean,
): Readonly<Record<string, Sides>> {
  const codeOf = ({ cells }: ListRow) => `${cells.实施编码} ${cells.业务办理项编码}`;
  const nameOf = ({ cells }: ListRow) => normalizeName(cells.事项名称 ?? '');
  const byCode = Map.groupBy(rows.implementation, codeOf);
  const byName = Map.groupBy(Object.values(rows).flat(), nameOf);
  const told = rows.implementation.filter(isCounted).map((row) => {
    const { cells, offer } = row;
    const bearers = cells.实施编码 === '' ? byName.get(nameOf(row)) : byCode.get(codeOf(row));
    const subject = countyGuideSubject(row, place);
    const written = complete ? guideOfOffice(subject) : shortGuide(subject);
    const guide = bearers?.length === 1 ? written : undefined;
    const names = offer.materials.map(({ name }): Block => ({ material_name: name }));
    return { guide, materials: (guide?.['materials'] ?? names) as readonly Block[] };
  });
  const whole = told.filter(({ guide }) => guide && TOLD.every((element) => isTold(guide[element])));
  const asked = told.map(({ materials }) => materials).filter(({ length }) => length > 0);
  const knows = (column: string) => asked.flat().some((material) => isTold(material[column]));
  const sides = (column: string, test: (material: Block) => boolean): Sides => {
    const found = asked.filter((materials) => materials.some((one) => isDemanded(one) && test(one)));
    return knows(column) ? [found.length, asked.length] : [0, 0];
  };
  return {
    GUIDE_COMPLETE: [whole.length, told.length],
    NEEDLESS_PROOFS: sides('by_law', (material) => isProof(material) && !isTold(material['by_law'])),
    SHARED_MATERIALS: sides('source_type', isSharedAndAsked),
  };
}
