import type { Level } from '../catalog/levels.ts';
import { randomFor } from './random.ts';
import type { SizeParameters } from './sizes.ts';

export const PROVINCE_NAME = '纵横省';

/** 88 is no province of GB/T 2260: whoever meets one of these codes can tell that the place does not exist. */
export const PROVINCE_PREFIX = '88';

/** A place of the demonstration province with its 12-digit code and its name with all ancestors. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly level: Level;
}

export interface County extends Place {
  readonly city: Place;
  /** Position in the whole province, from 0. */
  readonly ordinal: number;
}

export const PROVINCE: Place = {
  code: '880000000000',
  name: PROVINCE_NAME,
  fullName: PROVINCE_NAME,
  level: 'PROVINCE',
};

const CITY_NAMES = ['长风', '行云', '望舒', '听涛', '疏影', '扶摇', '归雁', '凌霄', '揽月', '踏歌'] as const;
const LEADING_COUNTIES = ['青溪', '云岫', '砺泉'] as const;
const COUNTY_FIRST = '墨弦笙砺霁岚岫溯湛翎筱芷荻葭蘅簌琅瑾沅泠';
const COUNTY_SECOND = '溪岭川陵泉原泽浦峦汀';
const TOWN_FIRST = '柳石枫桐松竹梅兰杏桃荷菱苇桂槐榆椿柏樟楠';
const TOWN_SECOND = '桥渡塘湾坪铺埠店坝圩桠坞墟汊';
const VILLAGE_FIRST = '上下东西南北前后新老大小双三';
const VILLAGE_SECOND = [
  '河湾',
  '石桥',
  '杨树',
  '井台',
  '竹园',
  '沙坝',
  '枣林',
  '柿园',
  '瓦窑',
  '油坊',
  '磨盘',
  '鱼塘',
];

/** Real places that the syllables above would spell. */
const REAL = new Set([
  '岚溪',
  '湛川',
  '墨川',
  '芷泉',
  '沅陵',
  '沅溪',
  '荻浦',
  '泠溪',
  '琅溪',
  '墨溪',
  '弦川',
]);

/** The cities of the province, in the order of their codes. */
export function cities({ cities: count }: SizeParameters): readonly Place[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${CITY_NAMES[index % CITY_NAMES.length]}市`;
    const code = `${PROVINCE_PREFIX}${String(index + 1).padStart(2, '0')}`.padEnd(12, '0');
    return { code, name, fullName: `${PROVINCE_NAME}${name}`, level: 'CITY' };
  });
}

/** The counties of a city: eight 县 from 21 on, then districts (区) from 02 on, as GB/T 2260 numbers them. */
export function counties(city: Place, cityOrdinal: number, parameters: SizeParameters): readonly County[] {
  return Array.from({ length: parameters.countiesPerCity }, (_, index) => {
    const ordinal = cityOrdinal * parameters.countiesPerCity + index;
    const district = index >= 8;
    const name = `${countyNames()[ordinal]}${district ? '区' : '县'}`;
    const serial = district ? index - 6 : 21 + index;
    const code = `${city.code.slice(0, 4)}${String(serial).padStart(2, '0')}`.padEnd(12, '0');
    return { code, name, fullName: `${city.fullName}${name}`, level: 'COUNTY', city, ordinal };
  });
}

let names: readonly string[] | undefined;

function countyNames(): readonly string[] {
  const made = [...COUNTY_FIRST].flatMap((first) => [...COUNTY_SECOND].map((second) => `${first}${second}`));
  names ??= [
    ...LEADING_COUNTIES,
    ...randomFor(0, 'county-names').shuffle(made.filter((name) => !REAL.has(name))),
  ];
  return names;
}

/** The townships of a county: 街道 001–, 镇 100–, 乡 200– (GB/T 10114-2003). */
export function townships(county: Place, count: number, seed: number): readonly Place[] {
  const random = randomFor(seed, 'townships', county.code);
  const spelled = [...TOWN_FIRST].flatMap((first) => [...TOWN_SECOND].map((second) => first + second));
  const chosen = random.shuffle(spelled).slice(0, count);
  const serials = { 街道: 1, 镇: 100, 乡: 200 };
  return chosen.map((stem, index) => {
    const form = index % 7 === 0 ? '街道' : index % 3 === 2 ? '乡' : '镇';
    const serial = String(serials[form]++).padStart(3, '0');
    const name = `${stem}${form}`;
    const code = `${county.code.slice(0, 6)}${serial}000`;
    return { code, name, fullName: `${county.fullName}${name}`, level: 'TOWNSHIP' };
  });
}

/** The villages of a township: 居委会 from 001, 村委会 from 200. */
export function villages(township: Place, count: number, seed: number): readonly Place[] {
  const random = randomFor(seed, 'villages', township.code);
  const urban = township.name.endsWith('街道');
  const stems = random
    .shuffle([...VILLAGE_FIRST].flatMap((first) => VILLAGE_SECOND.map((second) => first + second)))
    .slice(0, count);
  const serials = { community: 1, village: 200 };
  return stems.map((stem, index) => {
    const community = urban || index === 0;
    const serial = String(community ? serials.community++ : serials.village++).padStart(3, '0');
    const name = `${stem}${community ? '社区' : '村'}`;
    const code = `${township.code.slice(0, 9)}${serial}`;
    return { code, name, fullName: `${township.fullName}${name}`, level: 'VILLAGE' };
  });
}
