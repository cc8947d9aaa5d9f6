import { families } from './paper-family.ts';

const PROOF = '(?:证明|证明材料|证明文件)';
const USED = '(?:住所|经营场所|办公场所|生产经营场所|场地|场所|营业场所|住所\\(经营场所\\)|经营场地)';

/**
 * The old certificates of house and of land stay valid until something changes and show the same right as the certificate
 * that replaced them (不动产登记暂行条例, 2015); a house's is read as the new one, land without a house is kept apart.
 */
export const PROPERTY_FAMILIES = families('property', [
  [
    'real-estate-certificate',
    '不动产权证书',
    '不动产(?:权|权属|产权|登记)证(?:书|件)?',
    '(?:房屋|房地产|房)(?:所有)?(?:产)?权证(?:书)?',
    '房产证(?:书)?',
  ],
  [
    'house-ownership-proof',
    '房屋权属证明',
    `(?:房屋|房产|房屋产权|产权|房屋所有权|房产权属|房屋权属|不动产权属)${PROOF}`,
  ],
  ['land-certificate', '土地使用权证', '(?:国有|集体)?土地使用权?证(?:书)?', '土地证'],
  [
    'land-use-proof',
    '土地使用证明',
    '使用土地的(?:有关)?证明文件',
    `(?:用地|土地使用|的土地使用|土地)${PROOF}`,
  ],
  [
    'lease',
    '租赁合同',
    '(?:房屋|房产|住房|场地|场所|经营场所)?租赁(?:合同|协议)(?:书)?',
    '租房(?:合同|协议)(?:书)?',
  ],
  [
    'premises-use-proof',
    '场地使用证明',
    `(?:社会团体|基金会)?${USED}(?:场地)?(?:合法)?使用权?的?${PROOF}`,
    `${USED}${PROOF}`,
  ],
  ['forest-right-certificate', '林权证', '林权证书'],
  ['sea-use-certificate', '海域使用权证书'],
  [
    'floor-plan',
    '平面布置图',
    '(?:场所|场地|经营场所|营业场所|室内|建筑|内部|生产场所)?平面(?:布局|布置|示意)?(?:示意)?图',
  ],
  ['location-map', '地理位置图', '(?:场所|经营场所|项目|所在地)?(?:地理)?(?:位置|方位)(?:示意)?图'],
  ['planting-certificate-use', '水域滩涂养殖证', '(?:中华人民共和国)?水域、?滩涂养殖(?:使用)?证'],
]);

/** Papers of vehicles and those who drive them. */
export const VEHICLE_FAMILIES = families('vehicle', [
  ['vehicle-licence', '机动车行驶证', '(?:机动车|车辆|汽车)?行驶证(?:书|件)?'],
  ['driving-licence', '机动车驾驶证', '(?:机动车|中华人民共和国机动车)?驾驶证(?:件)?', '驾照'],
  ['vehicle-registration', '机动车登记证书', '(?:机动车|车辆)登记证(?:书)?', '(?:机动车|车辆)产权证(?:书)?'],
  [
    'compulsory-vehicle-insurance',
    '机动车交通事故责任强制保险凭证',
    '(?:机动车)?(?:交通事故责任强制保险|交强险)(?:保险)?(?:凭证|保?单)',
  ],
  ['vehicle-origin', '机动车来历证明', '(?:机动车|车辆)来历(?:证明|凭证)'],
  ['road-transport-certificate', '道路运输证', '车辆道路运输证', '道路运输证件'],
  ['road-transport-licence', '道路运输经营许可证'],
]);
