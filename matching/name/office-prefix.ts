import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { IN_ACT, IN_FILLER, readWords } from './read-words.ts';
import { JOINT, unifiedText } from './unified-text.ts';

/** What the name of an office ends with; 馆, 所 and 院 do not: 档案馆 stands before 藏 as a place, not as who acts. */
const ENDS = ['局', '厅', '委员会', '联合会', '总工会', '公司', '办公室', '中心'] as const;
const LAST_OF_ENDS: ReadonlySet<number> = new Set(ENDS.map((end) => end.charCodeAt(end.length - 1)));

/** What behind 局 makes it part of another word: 邮政局所, 民政局长. */
const GOES_ON = /^[所长内属]/u;

/** Behind these an office is what comes into being or ends: 管理中心设立登记. */
const OF_OFFICES = /^(?:设立|成立|撤销)/u;

/** Only these are told by their vocabulary alone; a 委员会 or a 中心 may be what an item is about. */
const RANKS = /(?:局|厅)$/u;

const LONGEST = 20;
const SHORTEST_REST = 4;

const remembered = new Map<string, boolean>();
const MOST_REMEMBERED = 5000;

/** The name of an office without its place and in one spelling, where it may stand in front of the items it handles. */
export function officeName(department: string | undefined, places: readonly string[]): string {
  if (department === undefined) return '';
  let name = department;
  for (let place = places.find((one) => name.startsWith(one)); place !== undefined; ) {
    name = name.slice(place.length);
    place = places.find((one) => name.startsWith(one));
  }
  return name.length > 2 && ENDS.some((end) => name.endsWith(end)) ? unifiedText(name) : '';
}

/** The name, in one spelling, without the office in front of it: the item's own, or any the vocabulary of organisations knows. */
export function withoutOffice(name: string, own: string): string {
  if (own !== '' && name.startsWith(own) && mayBegin(name, own.length)) return name.slice(own.length);
  const most = Math.min(LONGEST, name.length - SHORTEST_REST);
  for (let at = 2; at < most; at++) {
    if (!LAST_OF_ENDS.has(name.charCodeAt(at))) continue;
    const office = name.slice(0, at + 1);
    if (RANKS.test(office) && mayBegin(name, at + 1) && isKnown(office)) return name.slice(at + 1);
  }
  return name;
}

const mayBegin = (name: string, length: number): boolean => {
  if (name.length - length < SHORTEST_REST) return false;
  const rest = name.slice(length);
  return !GOES_ON.test(rest) && !OF_OFFICES.test(rest) && namesObject(rest);
};

/** Where nothing but acts is left, the office is what they are done to: 公积金管理中心变更登记. */
const namesObject = (text: string): boolean => {
  const { parts } = readWords(text);
  for (let at = 0; at < text.length; at++)
    if (((parts[at] as number) & (IN_ACT | IN_FILLER)) === 0) return true;
  return false;
};

const isKnown = (office: string): boolean => {
  const known = remembered.get(office);
  if (known !== undefined) return known;
  const found = canonicalOrganisation(office.replaceAll(JOINT, '和')).functions.length > 0;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(office, found);
  return found;
};
