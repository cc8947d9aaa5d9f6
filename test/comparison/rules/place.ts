import { expect } from 'vitest';
import type { ItemType, ListKind } from '../../../catalog/enumerations.ts';
import type { Level } from '../../../catalog/levels.ts';
import { canonicalOrganisation } from '../../../catalog/organisations/canonical-organisation.ts';
import type { Authority, BasedOn } from '../../../comparison/authority.ts';
import { compareAuthority } from '../../../comparison/compare-authority.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../../comparison/compared-item.ts';
import type { Elements } from '../../../comparison/drift.ts';
import type { Finding, RuleCode } from '../../../comparison/finding.ts';

import { AUTHORITY_RULES, LIST_RULES } from '../../../comparison/rules.ts';
import { statedElements } from '../../../comparison/stated-elements.ts';

type Relation = ComparedLink['relation'];

/** An item as a case tells it; what is left out is a licence in force of the department of civil affairs. */
export interface Told extends Elements {
  readonly id: string;
  readonly name?: string;
  readonly type?: ItemType | 'UNRECOGNISED';
  readonly state?: ComparedItem['state'];
  readonly code?: string;
  readonly ownCode?: string;
  readonly department?: string;
  readonly level?: Level;
  readonly region?: string;
  /** Ids it is linked to; `?` behind one: that waits for a person, `??`: and is not likely; `<` or `>`: it is narrower or broader; `~`: only related. */
  readonly of?: string | readonly string[];
  readonly source?: string;
  readonly twin?: string;
}

export interface Place {
  readonly reference?: readonly Told[];
  readonly second?: readonly Told[];
  readonly power?: readonly Told[];
  readonly service?: readonly Told[];
  readonly directory?: readonly Told[];
  readonly implementation?: readonly Told[];
  /** A list of the township's; the lists above are then those of its county. */
  readonly towns?: readonly Told[];
  readonly based?: Readonly<Record<string, BasedOn>>;
  readonly earlier?: Readonly<Record<string, readonly BasedOn[]>>;
  readonly peers?: readonly unknown[];
  readonly levels?: Readonly<Record<string, readonly Level[]>>;
  readonly nil?: readonly string[];
}

export const TODAY = '2026-06-01';
const COUNTY = '880121000000';

const KINDS = {
  reference: 'REFERENCE',
  second: 'REFERENCE',
  power: 'POWER',
  service: 'PUBLIC_SERVICE',
  directory: 'GOVERNMENT_SERVICE',
  implementation: 'GOVERNMENT_SERVICE',
  towns: 'GOVERNMENT_SERVICE',
} as const satisfies Record<string, ListKind>;

type Key = keyof typeof KINDS;

const functionsOf = (department: string): readonly string[] => {
  const { functions } = canonicalOrganisation(department);
  return functions.length > 0 || department === '' ? functions : [department];
};

const itemOf = (told: Told, list: Omit<ComparedList, 'items' | 'stated'>, ordinal: number): ComparedItem => {
  const { id, name = id, type = 'LICENSING', state = 'IN_FORCE', code, ownCode, level, ...rest } = told;
  const {
    department = '青溪县民政局',
    region = list.regionCode,
    of: _of,
    source: _source,
    twin: _twin,
    ...elements
  } = rest;
  return {
    id,
    version: 2,
    catalogId: list.catalogId,
    ordinal,
    level: level ?? list.level,
    kind: list.kind,
    itemType: type,
    regionCode: region,
    name,
    ...(code === undefined ? {} : { basicKey: code.includes(':') ? code : `N:${code}` }),
    ...(ownCode === undefined ? {} : { codeKey: `N:${ownCode}` }),
    department,
    departmentFunctions: functionsOf(department),
    state,
    elements: {
      name,
      itemType: type,
      ...(code === undefined ? {} : { basicCode: code }),
      ...(ownCode === undefined ? {} : { implementationCode: ownCode }),
      ...elements,
    },
    source: { document: '清单.xlsx', key: id },
  };
};

const listOf = (key: Key, told: readonly Told[], nil: readonly string[]): ComparedList => {
  const kind = KINDS[key];
  const isReference = kind === 'REFERENCE';
  const list = {
    catalogId: key,
    key,
    name: { directory: '目录清单', implementation: '实施清单' }[key as string] ?? key,
    level: isReference ? 'PROVINCE' : key === 'towns' ? 'TOWNSHIP' : 'COUNTY',
    kind,
    regionCode: isReference ? '880000000000' : COUNTY,
    regionName: isReference ? '纵横省' : '纵横省长风市青溪县',
    nilReturns: kind === 'PUBLIC_SERVICE' ? nil : [],
  } as const;
  const items = told.map((one, at) => itemOf(one, list, at));
  return { ...list, items, stated: statedElements(items) };
};

const RELATIONS: Readonly<Record<string, Relation>> = { '<': 'NARROWER', '>': 'BROADER', '~': 'RELATED' };

const linkOf = (kind: ComparedLink['kind'], leftId: string, said: string): ComparedLink => {
  const rightId = said.replace(/[?<>~]/gu, '');
  return {
    id: `${kind} ${leftId} ${rightId}`,
    kind,
    leftId,
    rightId,
    relation: RELATIONS[/[<>~]/u.exec(said)?.[0] ?? ''] ?? 'EQUIVALENT',
    isSettled: !said.includes('?'),
    confidence: said.includes('??') ? 0.2657 : 0.99,
  };
};

const linksOf = ({ id, of = [], source, twin }: Told): readonly ComparedLink[] => [
  ...[of].flat().map((said) => linkOf('REFERENCE', id, said)),
  ...(source === undefined ? [] : [linkOf('SOURCE', id, source)]),
  ...(twin === undefined ? [] : [linkOf('COUNTERPART', id, twin)]),
];

/** The authority of a place as a case tells it: a county, or its township where that has a list. */
export function authorityOf(place: Place): Authority {
  const keys = (Object.keys(KINDS) as Key[]).filter((key) => place[key] !== undefined);
  const all = keys.map((key) => listOf(key, place[key] ?? [], place.nil ?? []));
  const items = new Map(all.flatMap((list) => list.items).map((item) => [item.id, item]));
  const links = keys.flatMap((key) => place[key] ?? []).flatMap(linksOf);
  const isTown = place.towns !== undefined;
  const own = all.filter(({ kind }) => kind !== 'REFERENCE');
  return {
    today: TODAY,
    regionCode: COUNTY,
    level: isTown ? 'TOWNSHIP' : 'COUNTY',
    references: all.filter(({ kind }) => kind === 'REFERENCE'),
    lists: isTown ? own.filter(({ key }) => key === 'towns') : own,
    sources: isTown ? own.filter(({ key }) => key !== 'towns') : [],
    links: {
      from: (kind, id) => links.filter((link) => link.kind === kind && link.leftId === id),
      to: (kind, id) => links.filter((link) => link.kind === kind && link.rightId === id),
    },
    item: (id) => items.get(id),
    basedOn: (id) => place.based?.[id],
    earlierVersions: (id) => place.earlier?.[id] ?? [],
    peers: () => (place.peers ?? []).map((promised, at) => ({ regionCode: `88012${at}000000`, promised })),
    levelsOffering: (id) => place.levels?.[id] ?? [],
  };
}

/** What a rule finds at a place. */
export const findingsOf = (rule: RuleCode, place: Place): readonly Finding[] =>
  compareAuthority(authorityOf(place)).findings.filter((finding) => finding.rule === rule);

/** A case of a rule: what it is about, the place, and `severity list item` of each finding with words of its message. */
export type Case = readonly [about: string, place: Place, found: Readonly<Record<string, RegExp>>];

/** Holds a rule to a case: the findings it names and no others, each with its message, and what to do about it. */
export const holds = (rule: RuleCode, place: Place, found: Readonly<Record<string, RegExp>>): void => {
  const findings = findingsOf(rule, place);
  const nameOf = ({ severity, catalogId, itemId, otherId }: Finding) =>
    `${severity} ${catalogId} ${itemId ?? `-${otherId ?? ''}`}`;
  expect(findings.map(nameOf).sort()).toEqual(Object.keys(found).sort());
  const rules = [...LIST_RULES, ...AUTHORITY_RULES];
  const severities = Object.keys(rules.find(({ code }) => code === rule)?.severities ?? {});
  for (const finding of findings) {
    expect(severities).toContain(finding.severity);
    expect(finding.message).toMatch(found[nameOf(finding)] as RegExp);
    // A clerk reads it: no symbols of code lists.
    expect(finding.message).not.toMatch(/[A-Z]{3}|undefined|\[object/u);
    expect(finding.action).toMatch(/[请建可]/u);
  }
};

export const limit = (amount: number, unit = 'WORKING_DAY') => ({
  amount,
  unit,
  immediate: amount === 0,
  raw: `${amount}`,
});
