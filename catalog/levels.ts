/** The six administrative levels, highest first. An item exists at exactly one of them. */
export const LEVELS = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'] as const;

export type Level = (typeof LEVELS)[number];

/** Chinese name of each level as GB/T 39046-2020 table A.2 writes it. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  NATIONAL: '国家级',
  PROVINCE: '省级',
  CITY: '市级',
  COUNTY: '县级',
  TOWNSHIP: '镇(乡、街道)级',
  VILLAGE: '村(社区)级',
};

/** Words without brackets, white space and the endings 级/层级; what real lists and portals write. */
const WORDS: Readonly<Record<Level, readonly string[]>> = {
  NATIONAL: ['国家', '中央', '全国', '部委', '国务院', '局(署、会)', 'national', 'state', 'country'],
  PROVINCE: ['省', '省本', '自治区', '直辖市', '省直', '直属', 'province', 'provincial'],
  CITY: [
    '市',
    '市本',
    '地市',
    '设区市',
    '设区的市',
    '州',
    '市州',
    '盟',
    '地区',
    '隶属',
    'city',
    'municipal',
    'prefecture',
  ],
  COUNTY: [
    '县',
    '区',
    '县区',
    '区县',
    '县市区',
    '县(市、区)',
    '区(县)',
    '县(区)',
    '县(市)',
    '旗',
    '旗县',
    'county',
    'district',
  ],
  TOWNSHIP: [
    ...[
      '镇',
      '乡',
      '街道',
      '乡镇',
      '镇乡',
      '镇街',
      '乡街',
      '乡镇街道',
      '镇乡街道',
      '街',
      'township',
      'town',
      'street',
    ],
    ...[
      '镇(乡、街道)',
      '乡镇(街道)',
      '乡(镇、街道)',
      '街道(乡镇)',
      '镇(街)',
      '乡(镇)',
      '镇(街道)',
      'subdistrict',
    ],
  ],
  VILLAGE: [
    '村',
    '社区',
    '村社区',
    '村居',
    '村居社区',
    '行政村',
    '居委会',
    '村委会',
    '村(社区)',
    '村(居)',
    '社区(村)',
    'village',
    'community',
  ],
};

const LEVEL_OF_WORD: ReadonlyMap<string, Level> = new Map(
  LEVELS.flatMap((level) => [
    [level.toLowerCase(), level] as const,
    ...WORDS[level].map((word) => [word, level] as const),
  ]),
);

/** Position of a level counted from the top: NATIONAL 0 … VILLAGE 5. */
export function levelOrder(level: Level): number {
  return LEVELS.indexOf(level);
}

/** True when `level` stands nearer to the centre than `other`. */
export function isAbove(level: Level, other: Level): boolean {
  return levelOrder(level) < levelOrder(other);
}

/** The level a free text names (`省级`, `镇(乡、街道)级`, `township` …), or undefined when it names none or several. */
export function parseLevel(raw: string): Level | undefined {
  const text = raw.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  const word = text.replace(/(分?层级|级)$/u, '').replace(/级\)$/u, ')');
  return LEVEL_OF_WORD.get(text) ?? LEVEL_OF_WORD.get(word);
}
