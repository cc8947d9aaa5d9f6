import { isPower, type Offer } from './offer.ts';
import type { Editions } from './older-edition.ts';
import { approvalBureau, departmentOffice } from './organisations.ts';
import type { Place } from './places.ts';
import { type Random, randomFor } from './random.ts';
import { basisText, type ReferenceItem, referenceMaterials } from './reference-catalog.ts';
import { conditionText, referenceHandling, resultOf } from './reference-handling.ts';
import { DEPARTMENTS } from './vocabulary/departments.ts';
import { feeOf } from './vocabulary/fees.ts';
import { ABOLISHED_POWERS, LOCAL_SERVICES, type LocalItem } from './vocabulary/local-items.ts';
import type { MaterialWords } from './vocabulary/material-words.ts';
import { standardMaterials } from './vocabulary/materials.ts';
import type { DepartmentWords } from './vocabulary/subject.ts';

/** Everything that decides what a place offers; `ordinal` counts the places of a level from 0. */
export interface PlaceContext {
  readonly seed: number;
  readonly place: Place;
  readonly ordinal: number;
  /** The whole catalog, and what of it the place's level may exercise. */
  readonly items: readonly ReferenceItem[];
  readonly menu: readonly ReferenceItem[];
  readonly editions: Editions;
}

export interface PlaceOffers {
  readonly offers: readonly Offer[];
  /** Menu items the place does not offer. */
  readonly gaps: readonly ReferenceItem[];
  /** A department that filed a nil return, and one that filed nothing at all. */
  readonly nilReturn: DepartmentWords | undefined;
  readonly noReturn: DepartmentWords | undefined;
  readonly onOlderEdition: boolean;
}

const GAP_RATE = 0.09;
const OWN_MATERIAL_NAME = 0.08;

/** What a place offers before anything is planted into its lists: claimed items, and items of its own. */
export function offersOf(context: PlaceContext): PlaceOffers {
  const { menu, place, seed, ordinal } = context;
  const random = randomFor(seed, 'offers', place.code);
  const [nilReturn, noReturn] = silentDepartments(menu, random);
  const onOlderEdition = ordinal % 3 === 2;
  const gaps: ReferenceItem[] = [];
  const offers: Offer[] = [];
  for (const item of menu) {
    const silent = item.main.type === '20' && (item.department === nilReturn || item.department === noReturn);
    const unknown = onOlderEdition && context.editions.added.has(item.code);
    if (random.chance(GAP_RATE) || silent || unknown) gaps.push(item);
    else offers.push(claimed(item, context, random, onOlderEdition));
  }
  return {
    offers: [...offers, ...ownItems(context, random, offers.length, [nilReturn, noReturn])],
    gaps,
    nilReturn,
    noReturn,
    onOlderEdition,
  };
}

/** Departments with powers and only few public services: their silence in the service list is believable. */
function silentDepartments(menu: readonly ReferenceItem[], random: Random): readonly DepartmentWords[] {
  const services = new Map<DepartmentWords, number>();
  for (const { department, main } of menu) {
    if (main.type === '20') services.set(department, (services.get(department) ?? 0) + 1);
  }
  const few = [...services]
    .sort((left, right) => left[1] - right[1])
    .slice(0, Math.max(3, Math.floor(services.size / 3)));
  return random.shuffle(few.map(([department]) => department));
}

function claimed(item: ReferenceItem, context: PlaceContext, random: Random, older: boolean): Offer {
  const { main, department, scope } = item;
  const earlier = older ? context.editions.earlier.get(item.code) : undefined;
  const days = earlier ? earlier.days : main.days;
  return {
    references: [item],
    department,
    office: officeFor(item, context),
    name: earlier?.name ?? item.name,
    type: main.type,
    onApplication: item.onApplication,
    audience: scope.of,
    basis: earlier?.basis ?? basisText(scope.by),
    days,
    promised: promisedDays(days, item.onApplication, random),
    materials: referenceMaterials(item).map((words) => asWritten(words, random)),
    ...referenceHandling(item),
    handling: '',
    localCode: '',
    isDormant: false,
    state: '在用',
    version: older ? 1 : 2,
    effective: older ? '2021-07-01' : '2023-07-01',
    cancelled: '',
  };
}

/** A reference item as a place that copies it word for word from the current edition offers it. */
export function copied(item: ReferenceItem, context: PlaceContext, random: Random): Offer {
  const materials = referenceMaterials(item).map((words) => ({ words, name: words.name }));
  return { ...claimed(item, context, random, false), materials };
}

/** Most offices copy the standard name of a material, some write their own. */
function asWritten(
  words: MaterialWords,
  random: Random,
): { readonly words: MaterialWords; readonly name: string } {
  const own = words.otherNames.length > 0 && random.chance(OWN_MATERIAL_NAME);
  return { words, name: own ? random.pick(words.otherNames) : words.name };
}

function localMaterials(local: LocalItem, code: string) {
  const subject = { name: local.name, code, department: local.department, audience: 'N' } as const;
  return standardMaterials(subject).map((words) => ({ words, name: words.name }));
}

/** Every second county has gathered its licences in one approval bureau. */
function officeFor({ main, department }: ReferenceItem, { place, ordinal }: PlaceContext) {
  const gathered = place.level === 'COUNTY' && ordinal % 2 === 1 && main.type === '01';
  return gathered ? approvalBureau(place) : departmentOffice(department, place);
}

/** Most places keep within half of the statutory limit (镇坪县通知 五（三）); some do not. */
function promisedDays(days: number | undefined, onApplication: boolean, random: Random): number | undefined {
  if (!onApplication) return undefined;
  if (days === undefined) return random.pick([0, 0, 1, 3, 5]);
  if (days === 0) return 0;
  if (random.chance(0.2)) return 0;
  const share = random.chance(0.12) ? 0.8 : random.pick([0.2, 0.25, 0.4, 0.5]);
  return Math.max(1, Math.floor(days * share));
}

function ownItems(
  context: PlaceContext,
  random: Random,
  claims: number,
  silent: readonly (DepartmentWords | undefined)[],
): readonly Offer[] {
  const present = new Set(context.menu.map(({ department }) => department.key));
  const speaking = (key: string) => present.has(key) && silent.every((one) => one?.key !== key);
  const services = random.shuffle(LOCAL_SERVICES.filter(({ department }) => speaking(department)));
  const abolished = random.shuffle(ABOLISHED_POWERS.filter(({ department }) => present.has(department)));
  const count = Math.min(services.length, Math.max(2, Math.round(claims * 0.02)));
  const chosen = [...services.slice(0, count), ...abolished.slice(0, claims > 200 ? 3 : 1)];
  return chosen.map((local, index) => ownOffer(local, context, index + 1));
}

function ownOffer(local: LocalItem, { place }: PlaceContext, serial: number): Offer {
  const department = DEPARTMENTS.find(({ key }) => key === local.department) as DepartmentWords;
  // The form of a real county rule (武山县): region, department, type, number.
  const localCode = `${place.code.slice(0, 6)}00-${department.code}-${isPower(local) ? 'QT' : 'GG'}-${String(serial).padStart(4, '0')}`;
  return {
    references: [],
    local,
    department,
    office: departmentOffice(department, place),
    name: local.name,
    type: local.type,
    onApplication: true,
    audience: 'N',
    basis: local.basis,
    days: undefined,
    promised: 3,
    materials: localMaterials(local, localCode),
    condition: conditionText({ name: local.name, audience: 'N' }),
    fee: feeOf(local.name),
    result: resultOf(local.type, local.name),
    handling: '',
    localCode,
    isDormant: false,
    state: '在用',
    version: 1,
    effective: '2022-01-01',
    cancelled: '',
  };
}
