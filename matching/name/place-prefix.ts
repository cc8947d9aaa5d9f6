import { WORDS } from '../lexicon/knowledge.ts';
import { isSeen } from '../model/background.ts';
import { gramKey } from '../model/gram-table.ts';

/** The provinces as lists write them in front of names, without their rank. */
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const PROVINCE = new RegExp(
  `^(?:${PROVINCES})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)`,
  'u',
);
const FIRST_OF_PROVINCES: ReadonlySet<string> = new Set(PROVINCES.split('|').map((name) => name.charAt(0)));

/** The ranks a place's name ends with, and the levels such a place may stand at: 1 province to 5 village. */
const RANKS: readonly (readonly [rank: string, ...levels: number[]])[] = [
  ['特别行政区', 1],
  ['自治区', 1],
  ['自治州', 2],
  ['自治县', 3],
  ['自治旗', 3],
  ['街道', 4],
  ['社区', 5],
  ['地区', 2],
  ['省', 1],
  ['市', 1, 2, 3],
  ['州', 2],
  ['盟', 2],
  ['区', 3, 4],
  ['县', 3],
  ['旗', 3],
  ['镇', 4],
  ['乡', 4],
  ['村', 5],
];
/** The longest name with its rank: 双江拉祜族佤族布朗族傣族自治县. */
const LONGEST = 16;
/** Five places and what a department's name goes on with; a whole text in the column is no place. */
const MOST_READ = 60;
/** What stands behind a township or a village in the name of its office; elsewhere 乡 and 村 are of the office's work. */
const OFFICE_OF_TOWNSHIP = /^(?:人民政府|政府|办事处|党政|便民|综合|公共|社会事务|$)/u;
const OFFICE_OF_VILLAGE = /^(?:村民委员会|居民委员会|委员会|村委会|居委会|便民|$)/u;

const NO_PLACES: readonly string[] = [];
const remembered = new Map<string, readonly string[]>();
/** Regions and departments repeat in every row of a list. */
const MOST_REMEMBERED = 20_000;

/** Names of the item's own place and of those above it, with and without their rank, longest first. */
export function placeNames(region: string | undefined, department: string | undefined): readonly string[] {
  if (region === undefined && department === undefined) return NO_PLACES;
  const key = `${region ?? ''}\n${department ?? ''}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const names = namesIn(region ?? '', department ?? '');
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, names);
  return names;
}

const namesIn = (region: string, department: string): readonly string[] => {
  const names = new Set<string>();
  for (const { name, bare } of [...placesOf(region), ...placesOfOffice(department)]) {
    if ((bare.length < 2 && !name.endsWith('县')) || KIND_OF_PLACE.test(name)) continue;
    names.add(name);
    if (bare.length >= 2 && !ZONE.test(name)) names.add(bare);
  }
  return [...names].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
};

/** Nobody calls a zone by what it is for: 保税 is no place, 保税区 is. */
const ZONE = /(?:开发|保税|高新|园|示范|试验|实验|度假|名胜|管理|合作|功能|产业|物流|新)区$/u;

/** The kind of a place without its name: 开发区企业设立登记 is about the enterprises of zones. */
const KIND_OF_PLACE =
  /^(?:(?:经济|技术|产业|旅游|工业|农业|国家级|省级)*(?:开发|产业|工业|旅游|示范|试验|实验|合作)区|(?:中心|重点|特色|建制)[镇村])$/u;

interface Place {
  readonly name: string;
  readonly bare: string;
  readonly level: number;
  readonly end: number;
}

/** The places in front of an office's work: 长风市青溪县 of 长风市青溪县水利局; 农业农村局 begins with none. */
const placesOfOffice = (department: string): readonly Place[] => {
  const places = [...placesOf(department)];
  for (let last = places.at(-1); last !== undefined; last = places.at(-1)) {
    const behind = department.slice(last.end);
    const isPlace =
      last.level < 4 || (last.level === 4 ? OFFICE_OF_TOWNSHIP : OFFICE_OF_VILLAGE).test(behind);
    if (isPlace) break;
    places.pop();
  }
  return places;
};

/**
 * A run of place names taken apart: each is of a lower level than the one before, which tells 景德镇市昌江区 from a
 * township 景德镇. The reading that reaches furthest is taken, and of those the one of most places.
 */
const placesOf = (run: string): readonly Place[] => {
  const text = run.slice(0, MOST_READ);
  let best: readonly Place[] = [];
  const read = (from: number, level: number, places: readonly Place[]): void => {
    const [end, most] = [places.at(-1)?.end ?? 0, best.at(-1)?.end ?? 0];
    if (end > most || (end === most && places.length > best.length)) best = places;
    for (const place of placesAt(text, from, level)) read(place.end, place.level, [...places, place]);
  };
  read(0, 0, []);
  return best;
};

const HAN = /^\p{Script=Han}+/u;

/** The places that may begin here, below a level; a name without its rank has two characters, that of a county may have one. */
const placesAt = (text: string, from: number, above: number): readonly Place[] => {
  const [run = ''] = HAN.exec(text.slice(from, from + LONGEST)) ?? [];
  const found: Place[] = [];
  for (let length = 2; length <= run.length; length++) {
    const name = run.slice(0, length);
    const ranked = RANKS.find(([rank]) => name.endsWith(rank));
    if (ranked === undefined) continue;
    const [rank, ...levels] = ranked;
    const level = levels.find((one) => one > above);
    const bare = name.slice(0, -rank.length);
    const isNamed = bare.length > 1 ? rank !== '村' || !bare.endsWith('村') : isNameOfOne(bare, rank);
    if (level !== undefined && isNamed) found.push({ name, bare, level, end: from + length });
  }
  return found;
};

/** 嵩县; and 城区, 郊区 and 矿区, which are read as places but never taken off: they are words as well. */
const isNameOfOne = (bare: string, rank: string): boolean =>
  (rank === '县' && !/[省市州区县旗镇乡村各本该外跨]/u.test(bare)) ||
  (rank === '区' && /[城郊矿]/u.test(bare));

/**
 * The name without the places in front of it that are the item's own or a province's. Places of others stay: they
 * are part of what the item is about (长江, 中国), and what remains must still be a name.
 */
export function withoutPlace(name: string, own: readonly string[]): string {
  let rest = name;
  for (;;) {
    const place = provinceOf(rest) ?? own.find((one) => rest.startsWith(one) && isPlaceOf(rest, one));
    if (place === undefined || rest.length - place.length < 3) return rest;
    rest = rest.slice(place.length);
  }
}

const ENDS_WITH_RANK = /(?:省|市|区|县|州|盟|旗|镇|乡|街道|村)$/u;

/**
 * Without its rank the name of a place may be a word: 高新, 渔业, 长江. It is taken for the place only where no known name
 * holds it, and where a word begins behind it.
 */
const isPlaceOf = (name: string, place: string): boolean => {
  if (ENDS_WITH_RANK.test(place)) return true;
  if (WORDS.longestAt(name, 0) || isGramSeen(name, 0)) return false;
  return WORDS.longestAt(name, place.length) || isGramSeen(name, place.length);
};

const isGramSeen = (text: string, at: number): boolean =>
  at + 1 < text.length && isSeen(gramKey(text.charCodeAt(at), text.charCodeAt(at + 1)));

const provinceOf = (name: string): string | undefined =>
  FIRST_OF_PROVINCES.has(name.charAt(0)) ? PROVINCE.exec(name)?.[0] : undefined;
