import type { Implication } from '../entries.ts';

const COMPANIES = '《市场主体登记管理条例》《农民专业合作社法》';
const FOOD = '《食品经营许可和备案管理办法》（市场监管总局令第78号）第十二条';
const EQUIPMENT = '《特种设备安全法》第二条、《特种设备目录》';
const MEDICINE = '《药品管理法》《医疗器械监督管理条例》《麻醉药品和精神药品管理条例》';
const TAX = '《税收征收管理法》《发票管理办法》';
const ROADS = '《道路运输条例》《公路法》《道路交通安全法》';
const BUILDING = '《建筑法》《城市房地产管理法》《物业管理条例》';
const CITY = '《城市道路管理条例》《城市绿化条例》《城镇排水与污水处理条例》';
const TRADE = '《烟草专卖法》《会计法》《专利法》《商标法》';

const entries: readonly (readonly [source: string, word: string, ...implies: string[]])[] = [
  [COMPANIES, '股权出质', '股权', '公司'],
  [COMPANIES, '清算组', '公司'],
  [COMPANIES, '营业单位', '非公司企业法人', '分支机构'],
  [FOOD, '单位食堂', '餐饮服务', '食品经营'],
  [FOOD, '集体用餐配送', '餐饮服务', '食品经营'],
  [EQUIPMENT, '电梯', '特种设备'],
  [EQUIPMENT, '锅炉', '特种设备'],
  [EQUIPMENT, '压力容器', '特种设备'],
  [EQUIPMENT, '压力管道', '特种设备'],
  [EQUIPMENT, '气瓶充装', '特种设备', '压力容器'],
  [EQUIPMENT, '大型游乐设施', '特种设备'],
  [EQUIPMENT, '客运索道', '特种设备'],
  [EQUIPMENT, '场内专用机动车辆', '特种设备'],
  [EQUIPMENT, '塔式起重机', '建筑起重机械'],
  [EQUIPMENT, '检验检测机构资质认定', '计量认证'],
  [MEDICINE, '印鉴卡', '麻醉药品、精神药品', '第一类精神药品', '医疗机构'],
  [MEDICINE, '药品零售', '药品经营'],
  [MEDICINE, '药品批发', '药品经营'],
  [MEDICINE, '体外诊断试剂', '医疗器械'],
  [MEDICINE, '执业药师', '药品'],
  [MEDICINE, '制剂调剂', '医疗机构制剂'],
  [MEDICINE, '制剂配制', '医疗机构'],
  [TAX, '最高开票限额', '增值税专用发票'],
  [TAX, '增值税一般纳税人', '增值税'],
  [TAX, '综合所得', '个人所得税'],
  [TAX, '经营所得', '个人所得税'],
  [TAX, '留抵', '增值税'],
  [ROADS, '驾驶证', '机动车'],
  [ROADS, '行驶证', '机动车'],
  [ROADS, '检验合格标志', '机动车'],
  [ROADS, '网络预约出租汽车', '出租汽车'],
  [ROADS, '巡游出租汽车', '出租汽车'],
  [ROADS, '班车客运', '道路旅客运输'],
  [ROADS, '定制客运', '道路旅客运输'],
  [ROADS, '道路运输证', '道路运输'],
  [ROADS, '教练场', '机动车驾驶员培训'],
  [ROADS, '超限运输', '公路'],
  [ROADS, '护路林', '公路'],
  [ROADS, '平面交叉道口', '公路'],
  [ROADS, '建筑控制区', '公路'],
  [ROADS, '非公路标志', '公路'],
  [ROADS, '航标', '航道'],
  [BUILDING, '商品房预售', '商品房'],
  [BUILDING, '配租', '公共租赁住房', '保障性住房'],
  [BUILDING, '轮候', '保障性住房', '公共租赁住房'],
  [BUILDING, '安全生产管理人员', '安全生产'],
  [CITY, '污水排入排水管网', '排水', '城镇排水'],
  [CITY, '燃气经营', '城镇燃气'],
  [CITY, '消纳场', '建筑垃圾'],
  [CITY, '占用城市道路', '城市道路'],
  [CITY, '砍伐、移植城市树木', '城市绿化'],
  [CITY, '绿化工程', '城市绿化'],
  [TRADE, '烟草专卖零售', '烟草'],
  [TRADE, '成品油零售', '成品油', '加油站'],
  [TRADE, '外观设计', '专利'],
  [TRADE, '实用新型', '专利'],
  [TRADE, '驰名商标', '商标'],
];

/** Words of the economy that stand in one context only. */
export const ECONOMY_IMPLICATIONS: readonly Implication[] = entries.map(([source, word, ...implies]) => ({
  word,
  implies,
  source,
}));
