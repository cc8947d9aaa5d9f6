import { type EnumerationValue, enumeration } from './enumeration.ts';

const TOPICS = [
  ['005', '生育收养'],
  ['010', '户籍办理'],
  ['015', '民族宗教'],
  ['020', '教育科研'],
  ['025', '入伍服役'],
  ['030', '就业创业'],
  ['035', '设立变更'],
  ['040', '准营准办'],
  ['045', '抵押质押'],
  ['050', '职业资格'],
  ['055', '行政缴费'],
  ['060', '婚姻登记'],
  ['065', '优待抚恤'],
  ['070', '规划建设'],
  ['075', '住房保障'],
  ['085', '社会保障(社会保险、社会救助)', '社会保障'],
  ['090', '证件办理'],
  ['095', '交通出行'],
  ['100', '旅游观光'],
  ['105', '出境入境'],
  ['110', '消费维权'],
  ['115', '公共安全'],
  ['120', '司法公证'],
  ['125', '知识产权'],
  ['130', '环保绿化'],
  ['135', '文化体育'],
  ['140', '公用事业'],
  ['145', '医疗卫生'],
  ['150', '离职退休'],
  ['155', '死亡殡葬'],
  ['998', '地方特色分类', '地方特色'],
  ['999', '其他', '其它'],
] as const;

/** 面向自然人的服务主题. The same numbers mean other things for legal persons (040), so the symbol carries the audience. */
export const NATURAL_PERSON_TOPIC = enumeration({
  name: 'NaturalPersonTopic',
  chinese: '面向自然人的主题',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（user_topic_type）；GB/T 39046-2020 第 38 项',
  values: TOPICS.map(
    ([code, chinese, alias]): EnumerationValue<`NATURAL_${typeof code}`> => ({
      symbol: `NATURAL_${code}`,
      chinese,
      ...(alias ? { aliases: [alias] } : {}),
      codes: { PLATFORM: code },
    }),
  ),
});
