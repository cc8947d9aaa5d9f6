import { normalizeName } from '../names.ts';

const SUFFIX =
  '特别行政区|自治区|自治州|自治县|自治旗|开发区|新区|管理区|风景区|度假区|示范区|产业园|园区|地区|林区|矿区|省|市|盟|州|区|县|旗|街道办事处|街道|镇|乡|苏木|村|社区';

/**
 * What a text that only says where ends with; 市 and 区 also begin names of departments, so a place has something
 * before them. 市, 县 … alone stand for the own place: 区人社局, 县级以上人民政府民政部门.
 */
const PLACE = new RegExp(
  `^(?:\\p{L}{1,40}(?:${SUFFIX})|省|市|州|盟|县|区|旗|镇|乡|街道|村|社区|乡镇|国家|全国)?(?:委|级(?:以上)?(?:地方)?(?:各级)?)?(?:人民政府|政府)?$`,
  'u',
);

/** Words of the parent organisation some offices print before their own name. */
const PARENT = /^(?:国家(?:税务|统计|外汇管理|知识产权)总?局|中国证券监督管理委员会|中华人民共和国)/u;

const PROVINCES =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆';

const PROVINCE = new RegExp(`^(?:${PROVINCES})(?:省|市)?$`, 'u');

/** The names a region may be called by before an office's name: 广安市, 广安. */
const regionNames = (regionName: string | undefined): readonly string[] => {
  if (regionName === undefined) return [];
  const whole = normalizeName(regionName);
  const steps =
    whole.match(/.+?(?:自治区|自治州|自治县|自治旗|地区|街道|省|市|盟|区|县|旗|镇|乡|村|社区)/gu) ?? [];
  const stems = steps.map((step) => step.replace(/(?:省|市|区|县|旗|镇|乡|街道|村|社区)$/u, ''));
  // A name stands before its own beginnings, so that the longest is tried first.
  // An empty name would begin every text, for ever.
  return [whole, ...steps, ...stems.filter((stem) => stem.length >= 2)].filter((name) => name !== '');
};

/** Whether a text before a department's name says nothing but where it is; `regionName` helps with unusual names. */
export const placeTest = (regionName: string | undefined): ((text: string) => boolean) => {
  const known = regionNames(regionName);
  return (text) => {
    if (PLACE.test(text)) return true;
    let rest = text.replace(PARENT, '').replace(/^中共/u, '');
    for (;;) {
      const name = known.find((candidate) => rest.startsWith(candidate));
      if (name === undefined) break;
      rest = rest.slice(name.length);
    }
    return rest === '' || PROVINCE.test(rest) || PLACE.test(rest);
  };
};

/** One step of a place as it stands in a name; short names end with 县, 市 and 区 only, for 城乡 and 农村 are no places. */
const STEP =
  /^(?!社区(?:矫正|卫生|戒毒))(?:[^省市县区州盟旗镇乡村]{2,8}(?:自治区|自治州|自治县|省|州|盟|街道办事处|街道|镇|乡)|[^省市县区州盟旗镇乡村](?:[^省市县区州盟旗镇乡村]{0,7}|州)(?:市|县|区|旗)|(?:省|市|州|县|区))(?!立|场|情|政(?!务|府)|民中心)/u;

/** A name with the place at its start taken off, one careful step after another; at least two characters remain. */
export const withoutPlace = (text: string, isPlace: (text: string) => boolean): string => {
  let rest = text.replace(/^(?:中华人民共和国|中共)/u, '');
  for (;;) {
    const step = STEP.exec(rest)?.[0];
    if (step === undefined || !isPlace(step) || rest.length - step.length < 2) return rest;
    rest = rest.slice(step.length);
  }
};
