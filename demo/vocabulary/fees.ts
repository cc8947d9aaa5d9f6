/** What is charged for an item: the prices and documents are those published for the whole country. */
export interface FeeWords {
  readonly name: string;
  readonly standard: string;
  readonly basis: string;
  readonly nature: '行政事业性收费' | '经营服务性收费';
  /** Who pays less, or nothing. */
  readonly reduction: string;
}

const FEES: readonly (readonly [RegExp, FeeWords])[] = [
  [/^居民身份证换领/u, official('居民身份证工本费', '20元/证', '发改价格〔2003〕2322号')],
  [/^居民身份证补领/u, official('居民身份证工本费', '40元/证', '发改价格〔2003〕2322号')],
  [/^普通护照/u, official('因私普通护照费', '120元/本', '发改价格〔2019〕914号')],
  [/^往来港澳通行证/u, official('往来港澳通行证费', '60元/证', '发改价格〔2019〕914号')],
  [/^大陆居民往来台湾通行证/u, official('大陆居民往来台湾通行证费', '60元/证', '发改价格〔2019〕914号')],
  [
    /(?:房屋所有权|不动产抵押权).*登记/u,
    official('不动产登记费', '住宅80元/件，非住宅550元/件', '发改价格规〔2016〕2559号'),
  ],
  [
    /考试报名/u,
    official('专业技术人员职业资格考试考务费', '按科目收取，以当次考试公告为准', '发改价格〔2015〕1217号'),
  ],
  [/^惠民补充医疗保险/u, market('保险费', '以保险合同为准')],
  [/^公益性墓地/u, market('墓位费', '执行政府指导价')],
];

/** The charge for an item by its name; undefined for the many that cost nothing. */
export function feeOf(name: string): FeeWords | undefined {
  return FEES.find(([pattern]) => pattern.test(name))?.[1];
}

function official(name: string, standard: string, basis: string): FeeWords {
  return {
    name,
    standard,
    basis,
    nature: '行政事业性收费',
    reduction: '最低生活保障对象、特困人员凭有效证件减免',
  };
}

function market(name: string, standard: string): FeeWords {
  return { name, standard, basis: '双方合同约定', nature: '经营服务性收费', reduction: '特困人员减半收取' };
}
