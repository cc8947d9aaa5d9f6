/** The provinces as lists write them in front of names, without their rank. */
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const PROVINCE = new RegExp(
  `^(?:${PROVINCES})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)`,
  'u',
);
const FIRST_OF_PROVINCES: ReadonlySet<string> = new Set(PROVINCES.split('|').map((name) => name.charAt(0)));

/** The parts of 四川省广安市广安区 or of 区行政审批局's place; autonomous places keep their people's name. */
const PLACE = /\p{Script=Han}{2,9}?(?:自治区|自治州|自治县|自治旗|省|市|区|县|州|盟|旗|镇|乡|街道|村|社区)/gu;

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
  const names = namesIn(region, department);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, names);
  return names;
}

const namesIn = (...texts: readonly (string | undefined)[]): readonly string[] => {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [name] of text?.matchAll(PLACE) ?? []) {
      names.add(name);
      const bare = name.replace(/(?:省|市|区|县|州|盟|旗|镇|乡|街道|村|社区)$/u, '');
      if (bare.length >= 2) names.add(bare);
    }
  }
  return [...names].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
};

/**
 * The name without the places in front of it that are the item's own or a province's. Places of others stay: they
 * are part of what the item is about (长江, 中国), and what remains must still be a name.
 */
export function withoutPlace(name: string, own: readonly string[]): string {
  let rest = name;
  for (;;) {
    const place = provinceOf(rest) ?? own.find((one) => rest.startsWith(one));
    if (place === undefined || rest.length - place.length < 3) return rest;
    rest = rest.slice(place.length);
  }
}

const provinceOf = (name: string): string | undefined =>
  FIRST_OF_PROVINCES.has(name.charAt(0)) ? PROVINCE.exec(name)?.[0] : undefined;
