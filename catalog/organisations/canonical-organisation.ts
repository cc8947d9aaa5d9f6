import { shownName } from '../materials/shown-name.ts';
import { normalizeName } from '../names.ts';
import { basicLevelBody } from './basic-level.ts';
import { commissionOf, departmentsOf, inOrder, type Meaning } from './departments.ts';
import type { Body, OrganisationFunction } from './organisation-function.ts';
import { placeTest, withoutPlace } from './place.ts';
import { BODIES_OF_THEIR_OWN, STATIONS, type Station } from './stations.ts';

/** What an organisation is, whatever a list calls it and wherever it stands. */
export interface CanonicalOrganisation {
  /** Full name without the place: 人力资源和社会保障局; unknown organisations keep theirs. */
  readonly name: string;
  /** As people say it: 人社局. */
  readonly short: string;
  /** The work, without place and rank; equal for 区人社局 and 广东省人力资源和社会保障厅. Undefined where unknown. */
  readonly function: string | undefined;
  /** The single functions of a joint department, in the order of the vocabulary; for looser comparison. */
  readonly functions: readonly string[];
}

/** What follows the work in a department's name: its rank, and the unit within it, or the branch for part of a place. */
const RANK =
  /^(总局|局|厅|委员会|委|办公室|办|(?:行政)?(?:主管)?部门|机关|总队|支队|大队|中心|监管局|监督局|分局)(?:[\p{L}]{1,8}?(?:分局|分中心)|([\p{L}]{1,12}?(?:处|科|股|室|大队|支队|中队|中心|窗口|所|站|大厅)))?$/u;

const SHORT_BODIES: Readonly<Partial<Record<Body, string>>> = { 委员会: '委', 办公室: '办' };

const FULL_BODIES: Readonly<Record<string, Body>> = { 委: '委员会', 办: '办公室' };

interface Department {
  readonly meaning: Meaning;
  readonly rank: string;
  /** A part of the department with a name of its own: 港航管理处. */
  readonly unit: string;
}

/**
 * Any department may be 局, 委 or 办; squads and centres only where the vocabulary says so: 海洋综合执法总队 is no joint
 * office of 海洋 and 综合执法, and 人社中心 is a window of the department, not the department.
 */
const mayRank = ({ functions }: Meaning, rank: string): boolean =>
  !/[队心]$/u.test(rank) ||
  (functions.length === 1 && functions[0]?.bodies.some((body) => body === rank) === true);

/** Reads [place][work][rank]; of all ways the one with the shortest place, so that the longest work is found. */
const departmentIn = (text: string, isPlace: (text: string) => boolean): Department | undefined => {
  for (let start = 0; start < text.length; start++) {
    if (!isPlace(text.slice(0, start))) continue;
    const rest = text.slice(start);
    for (let end = rest.length - 1; end >= 1; end--) {
      const match = RANK.exec(rest.slice(end));
      if (match === null) continue;
      const rank = match[1] ?? '局';
      const work = rest.slice(0, end);
      const meaning = end === 1 ? (rank === '委' ? commissionOf(work) : undefined) : departmentsOf(work);
      if (meaning !== undefined && mayRank(meaning, rank)) {
        return { meaning, rank, unit: match[2] ?? '' };
      }
    }
  }
  return undefined;
};

const jointName = (functions: readonly OrganisationFunction[]): string => {
  const names = functions.map((one) => (functions.length === 1 ? one.name : (one.joint ?? one.name)));
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join('')}和${names.at(-1)}`;
};

/** The rank as written where the department may be called so, and else 局, as every department may be. */
const bodyOf = ({ meaning, rank }: Department): Body => {
  const written = FULL_BODIES[rank] ?? rank;
  return meaning.functions[0]?.bodies.find((body) => body === written) ?? '局';
};

const ofDepartment = (department: Department): CanonicalOrganisation => {
  const { meaning, unit } = department;
  const { functions } = meaning;
  const body = bodyOf(department);
  const said = functions
    .map((one) => (functions.length === 1 ? one.short : (one.letter ?? one.short)))
    .join('');
  return {
    name: jointName(functions) + body + unit,
    short: said + (SHORT_BODIES[body] ?? body) + unit,
    // A joint department is the same whatever its parts' order; its name keeps the order it is written in.
    function: jointName(inOrder(functions)),
    functions: inOrder(functions).map((one) => one.name),
  };
};

const ofStation = (station: Station, written: string): CanonicalOrganisation => ({
  name: station.name ?? written,
  short: station.short ?? station.name ?? written,
  function: station.function,
  functions: [station.function],
});

/** Bodies of their own may stand behind any place; each way of taking the place off is tried. */
const bodyOfItsOwn = (
  text: string,
  isPlace: (text: string) => boolean,
): CanonicalOrganisation | undefined => {
  for (let start = 0; start < text.length; start++) {
    if (!isPlace(text.slice(0, start))) continue;
    const rest = text.slice(start);
    const station = BODIES_OF_THEIR_OWN.find(({ pattern }) => pattern.test(rest));
    if (station !== undefined) return ofStation(station, rest);
  }
  return undefined;
};

/** No single organisation's name is longer; a cell that is, holds sentences or many names. */
const LONGEST_NAME = 60;

const known = (text: string, isPlace: (text: string) => boolean): CanonicalOrganisation | undefined => {
  if (text.length > LONGEST_NAME) return undefined;
  const department = departmentIn(text, isPlace);
  if (department !== undefined) return ofDepartment(department);
  const own = bodyOfItsOwn(text, isPlace);
  if (own !== undefined) return own;
  const written = withoutPlace(text, isPlace);
  const station = STATIONS.find(({ pattern }) => pattern.test(written));
  if (station !== undefined) return ofStation(station, written);
  const basic = basicLevelBody(text) ?? basicLevelBody(written);
  return basic && { ...basic, functions: [basic.function] };
};

const BRACKETS = /\(([^()]*)\)/gu;

/** 「市委组织部、市民政局」: several organisations in one cell, known only if each of them is. */
const several = (text: string, isPlace: (text: string) => boolean): CanonicalOrganisation | undefined => {
  const parts = text.split(/[、,;]|(?<=[局厅部委会])和/u).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const found = parts.map((part) => known(part, isPlace));
  if (!found.every((one) => one !== undefined)) return undefined;
  const distinct = [...new Map(found.map((one) => [one.function, one])).values()];
  return {
    name: distinct.map((one) => one.name).join('、'),
    short: distinct.map((one) => one.short).join('、'),
    function: distinct.map((one) => one.function).join('、'),
    functions: distinct.flatMap((one) => one.functions),
  };
};

/** An office's window is written behind a bar, and belongs to the office: 区司法局/公证处. */
const firstOf = (text: string): string => text.split('/')[0] ?? text;

/** What a name means as it is read once. */
const readOnce = (name: string, isPlace: (text: string) => boolean): CanonicalOrganisation => {
  const text = firstOf(normalizeName(name));
  const outside = text.replace(BRACKETS, '');
  const inside = [...text.matchAll(BRACKETS)].map(([, content]) => content ?? '');
  for (const candidate of [text, outside, ...inside]) {
    const found = several(candidate, isPlace) ?? known(candidate, isPlace);
    if (found !== undefined) return found;
  }
  const bare = shownName(withoutPlace(outside, isPlace) || text);
  return { name: bare, short: bare, function: undefined, functions: [] };
};

/**
 * What an organisation's name means without its place and rank: the standard full name, how people say it, and its
 * function, the same for short names, joint departments and names from before a reform. `regionName` is the full
 * name of its region, where known. Unknown organisations keep their name without the place and have no function.
 */
export const canonicalOrganisation = (name: string, regionName?: string): CanonicalOrganisation => {
  const isPlace = placeTest(regionName);
  const first = readOnce(name, isPlace);
  if (first.name === name) return first;
  // Put in full, a name may show a second office that its short form hid: 教育办公室和派出所.
  const again = readOnce(first.name, isPlace);
  return again.name === first.name || again.functions.length < first.functions.length ? first : again;
};
