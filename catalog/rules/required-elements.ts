import { FIELDS } from '../fields.ts';
import type { ItemFamily } from '../item-family.ts';

/** Columns that tell how an item is handled; a list with several of them is meant to carry them all. */
const HANDLING: readonly string[] = [
  'acceptCondition',
  'conditions',
  'handleFlow',
  'steps',
  'promisedLimit',
  'caseType',
  'visits',
  'materialsText',
  'materials',
  'address',
  'hours',
  'hoursAndAddress',
  'consultation',
  'consultationPhone',
  'supervision',
  'supervisionPhone',
];
const SEVERAL = 4;

const ALL = [...FIELDS.item, ...FIELDS.guide];

function inOrder(elements: readonly string[]): readonly string[] {
  return ALL.map(({ element }): string => element).filter((element) => elements.includes(element));
}

/** 省内统一的基本要素: of the six, 主管部门 stands in one column with 实施主体. */
const BASIC = inOrder(['name', 'basicCode', 'itemType', 'legalBasisText', 'organisationName']);
/** What 武陵源's form of public services asks for besides. */
const PUBLIC_SERVICE = inOrder([...BASIC, 'serviceMode', 'serviceContent', 'serviceObjects']);
/** 名称 主体 条件 材料 流程 时限 地点 咨询 监督: without these nobody can act on a guide. */
const GUIDE = inOrder([
  'name',
  'organisationName',
  'promisedLimit',
  'acceptCondition',
  'handleFlow',
  'address',
  'consultation',
  'supervision',
  'materialsText',
]);

const IMPLEMENTATION: Readonly<Record<ItemFamily, readonly string[]>> = {
  general: requiredIn('general'),
  publicService: requiredIn('publicService'),
};

function requiredIn(family: ItemFamily): readonly string[] {
  const required = ALL.filter((field) => field.required[family] === 'required').map(
    ({ element }): string => element,
  );
  return inOrder([...required, 'materialsText']);
}

/** Elements and blocks that say the same as a required one, or contain it. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  basicCode: ['implementationCode', 'handlingItemCode', 'localBasicCode', 'localImplementationCode'],
  implementationCode: ['handlingItemCode', 'localImplementationCode'],
  legalBasisText: ['legalBases'],
  organisationCode: ['implementationCode'],
  statutoryLimit: ['statutoryLimitNote'],
  statutoryLimitUnit: ['statutoryLimit', 'statutoryLimitNote'],
  promisedLimitUnit: ['promisedLimit'],
  promisedLimitNote: ['promisedLimit'],
  serviceContent: ['exerciseContent'],
  acceptCondition: ['conditions'],
  handleFlow: ['steps', 'windowFlow', 'onlineFlow', 'flowChart'],
  hasFee: ['feeStandard', 'fees'],
  address: ['hoursAndAddress', 'windows'],
  hours: ['hoursAndAddress', 'windows'],
  consultation: ['consultationPhone'],
  supervision: ['supervisionPhone'],
  materialsText: ['materials'],
};

/** The element and all that can stand in for it. */
export const sayingTheSame = (element: string): readonly string[] => [element, ...(SAID_BY[element] ?? [])];

/** The Chinese title of an item's or guide's element. */
export const titleOf = (element: string): string =>
  ALL.find((field) => field.element === element)?.chinese ?? element;

/** Whether a list is an 实施清单: of services, and with columns of how they are handled. */
const carriesHandling = (columns: ReadonlySet<string>, listKind: string): boolean =>
  ['GOVERNMENT_SERVICE', 'PUBLIC_SERVICE'].includes(listKind) &&
  HANDLING.filter((element) => columns.has(element)).length >= SEVERAL;

/** A public service need not promise a time. */
const isOptional = (element: string, family: ItemFamily | undefined): boolean =>
  element === 'promisedLimit' && family === 'publicService';

/**
 * The elements a record must have, in the registry's order: all of its family's in an 实施清单, the core nine in a
 * collection of guides, the basic ones in a 目录清单, power list or reference, and for types without a presence table.
 */
export function requiredElements(
  columns: ReadonlySet<string>,
  listKind: string,
  family: ItemFamily | undefined,
): readonly string[] {
  if (listKind === 'GUIDE') return GUIDE.filter((element) => !isOptional(element, family));
  if (family !== undefined && carriesHandling(columns, listKind)) return IMPLEMENTATION[family];
  return listKind === 'PUBLIC_SERVICE' ? PUBLIC_SERVICE : BASIC;
}
