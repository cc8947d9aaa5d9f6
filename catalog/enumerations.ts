import type { Enumeration, EnumerationValue } from './enumerations/enumeration.ts';
import * as handling from './enumerations/handling.ts';
import { ITEM_TYPE } from './enumerations/item-type.ts';
import { LEGAL_PERSON_TOPIC } from './enumerations/legal-person-topic.ts';
import { EXERCISE_LEVEL, LEVEL, LIST_KIND } from './enumerations/lists.ts';
import * as material from './enumerations/material.ts';
import { NATURAL_PERSON_TOPIC } from './enumerations/natural-person-topic.ts';
import { ORGANISATION_NATURE, POWER_SOURCE, SERVICE_OBJECT } from './enumerations/organisation.ts';
import * as states from './enumerations/states.ts';

/** Every code list of the domain by its name in the public interface. */
export const ENUMERATIONS = {
  Level: LEVEL,
  ExerciseLevel: EXERCISE_LEVEL,
  ListKind: LIST_KIND,
  ItemType: ITEM_TYPE,
  PowerSource: POWER_SOURCE,
  OrganisationNature: ORGANISATION_NATURE,
  ServiceObject: SERVICE_OBJECT,
  CaseType: handling.CASE_TYPE,
  HandlingForm: handling.HANDLING_FORM,
  SpecialProcedure: handling.SPECIAL_PROCEDURE,
  HandlingArea: handling.HANDLING_AREA,
  OnlineDepth: handling.ONLINE_DEPTH,
  ReviewType: handling.REVIEW_TYPE,
  TimeLimitUnit: handling.TIME_LIMIT_UNIT,
  Satisfaction: handling.SATISFACTION,
  MaterialType: material.MATERIAL_TYPE,
  MaterialForm: material.MATERIAL_FORM,
  MaterialNecessity: material.MATERIAL_NECESSITY,
  MaterialSource: material.MATERIAL_SOURCE,
  MaterialCollection: material.MATERIAL_COLLECTION,
  ResultType: material.RESULT_TYPE,
  NaturalPersonTopic: NATURAL_PERSON_TOPIC,
  LegalPersonTopic: LEGAL_PERSON_TOPIC,
  LifecycleState: states.LIFECYCLE_STATE,
  WorkflowState: states.WORKFLOW_STATE,
  PublicationState: states.PUBLICATION_STATE,
  ChangeType: states.CHANGE_TYPE,
  ClaimType: states.CLAIM_TYPE,
  ServiceMode: states.SERVICE_MODE,
  RowOperation: states.ROW_OPERATION,
} as const;

export type EnumerationName = keyof typeof ENUMERATIONS;

export type SymbolOf<Name extends EnumerationName> = (typeof ENUMERATIONS)[Name]['values'][number]['symbol'];

export type ItemType = SymbolOf<'ItemType'>;
export type LifecycleState = SymbolOf<'LifecycleState'>;
export type ListKind = SymbolOf<'ListKind'>;
export type ServiceObject = SymbolOf<'ServiceObject'>;
export type TimeLimitUnit = SymbolOf<'TimeLimitUnit'>;

export type Enumerated<Symbol extends string> =
  | { readonly symbol: Symbol }
  | { readonly unrecognised: string };

export interface EnumeratedAll<Symbol extends string> {
  /** In the order of the code list, without repeats. */
  readonly symbols: readonly Symbol[];
  readonly unrecognised: readonly string[];
}

/** How two spellings of one value are made comparable: half width, no white space, lower case. */
function plain(raw: string): string {
  return raw.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

interface Index {
  readonly words: ReadonlyMap<string, string>;
  /** `scheme:code` → symbol; leading zeros are dropped, because spreadsheets drop them too. */
  readonly codes: ReadonlyMap<string, string>;
}

const INDEXES = Object.fromEntries(
  Object.entries(ENUMERATIONS).map(([name, list]) => [name, indexOf(list)]),
) as Readonly<Record<EnumerationName, Index>>;

function indexOf({ values }: Enumeration): Index {
  const words = values.flatMap(({ symbol, chinese, aliases = [] }) =>
    [symbol, chinese, ...aliases].map((word) => [plain(word), symbol] as const),
  );
  const codes = values.flatMap(({ symbol, codes: own = {} }) =>
    Object.entries(own).map(([scheme, code]) => [codeKey(scheme, code), symbol] as const),
  );
  return { words: new Map(words), codes: new Map(codes) };
}

function codeKey(scheme: string, code: string): string {
  return `${scheme}:${plain(code).replace(/^0+(?=\d)/u, '')}`;
}

/**
 * The canonical symbol of one value written as a code of `scheme` (the list's own scheme when none is given), as a
 * Chinese label or alias, or as both (`行政许可(01)`); `{ unrecognised }` keeps the text when it is none, or when
 * code and label disagree.
 */
export function enumerate<Name extends EnumerationName>(
  name: Name,
  raw: string,
  scheme: string = ENUMERATIONS[name].scheme,
): Enumerated<SymbolOf<Name>> {
  const { words, codes } = INDEXES[name];
  const { otherWords }: Enumeration = ENUMERATIONS[name];
  const text = plain(raw);
  const one = (piece: string) => words.get(piece) ?? codes.get(codeKey(scheme, piece)) ?? otherWords?.(piece);
  const symbol = one(text) ?? agreed(text, one);
  return symbol === undefined ? { unrecognised: raw } : { symbol: symbol as SymbolOf<Name> };
}

/** A value written twice, mostly as code and label in either order; both must mean the same. */
function agreed(text: string, one: (piece: string) => string | undefined): string | undefined {
  const twice = /^([^()]+)\(([^()]+)\)$/u.exec(text) ?? /^([0-9a-z]+)[-_.:、]?(\D+)$/u.exec(text);
  if (twice === null) return undefined;
  const [first, second] = twice.slice(1).map(one);
  return first === second ? first : undefined;
}

/** All values of a multi-valued cell (`1,2`, `自然人;企业法人`, `窗口、网上`). */
export function enumerateAll<Name extends EnumerationName>(
  name: Name,
  raw: string,
  scheme: string = ENUMERATIONS[name].scheme,
): EnumeratedAll<SymbolOf<Name>> {
  const whole = enumerate(name, raw, scheme);
  const pieces = 'symbol' in whole ? [raw] : separate(raw);
  const found = new Set<string>();
  const unrecognised: string[] = [];
  for (const piece of pieces) {
    const value = enumerate(name, piece, scheme);
    if ('symbol' in value) found.add(value.symbol);
    else unrecognised.push(value.unrecognised);
  }
  const values: readonly EnumerationValue[] = ENUMERATIONS[name].values;
  const symbols = values.map(({ symbol }) => symbol).filter((symbol) => found.has(symbol));
  return { symbols: symbols as SymbolOf<Name>[], unrecognised };
}

/** Splits at separators outside brackets: the 、 inside 社会保障(社会保险、社会救助) separates nothing. */
function separate(raw: string): string[] {
  return raw.normalize('NFKC').match(/(?:\([^()]*\)|[^、,;/|\s()])+/gu) ?? [];
}

/** The item type a text names, or UNRECOGNISED; the caller keeps the text beside it. */
export function itemTypeOf(raw: string, scheme?: string): ItemType {
  const value = enumerate('ItemType', raw, scheme);
  return 'symbol' in value ? value.symbol : 'UNRECOGNISED';
}

/** The exercise level a digit or word means in a scheme, or undefined. */
export function exerciseLevelOf(raw: string, scheme?: string): SymbolOf<'ExerciseLevel'> | undefined {
  const value = enumerate('ExerciseLevel', raw, scheme);
  return 'symbol' in value ? value.symbol : undefined;
}

/** The Chinese label of a symbol, or undefined when the list has no such symbol. */
export function chineseOf(name: EnumerationName, symbol: string): string | undefined {
  const values: readonly EnumerationValue[] = ENUMERATIONS[name].values;
  return values.find((value) => value.symbol === symbol)?.chinese;
}

/** The code of a symbol in a scheme, or undefined when that scheme has none. */
export function codeOf(name: EnumerationName, symbol: string, scheme: string): string | undefined {
  const values: readonly EnumerationValue[] = ENUMERATIONS[name].values;
  return values.find((value) => value.symbol === symbol)?.codes?.[scheme];
}
