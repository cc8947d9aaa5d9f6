import type { Implication } from '../entries.ts';

const SPOKEN = '口语名称，对照同一事项的正式名称，没有法规出处';

const entries: readonly (readonly [source: string, words: string, implies: string])[] = [
  [SPOKEN, '小卖部 超市 便利店 副食店', '食品销售 食品经营 经营'],
  [SPOKEN, '理发店 美容店 美发店 浴室 澡堂', '公共场所'],
  [SPOKEN, '宾馆 旅馆 旅店', '公共场所 住宿场所 旅馆业'],
  [SPOKEN, '开店 开门面 个体执照', '个体工商户 营业执照 经营'],
  [SPOKEN, '营业执照办理 个体工商户注册登记', '营业执照'],
  [SPOKEN, '老年人补贴 老年人钱', '高龄津贴 老年人'],
  [SPOKEN, '电工证 焊工证 登高证 高处作业证', '特种作业人员'],
  [SPOKEN, '叉车证 电梯证 锅炉证', '特种设备作业人员'],
  [SPOKEN, '狩猎证', '猎捕 非国家重点保护 野生动物'],
  [SPOKEN, '地下水取水', '取水 地下水'],
  [SPOKEN, '林木采伐许可证', '林木采伐'],
  [SPOKEN, '最低生活保障证', '最低生活保障'],
  [SPOKEN, '烟草专卖零售许可证', '烟草专卖零售 烟草 零售 经营'],
  [SPOKEN, '土地使用证 不动产权证书', '不动产登记'],
  [SPOKEN, '房屋所有权转移登记', '不动产登记 房屋所有权'],
  [SPOKEN, '餐饮服务经营', '餐饮服务 食品经营 经营'],
  [SPOKEN, '诊所开办', '诊所 医疗机构'],
  [
    '《户口登记条例》第十条、第十三条',
    '亲属投靠 夫妻投靠 子女投靠父母 父母投靠子女 落户 入户',
    '户口迁移 迁入',
  ],
  ['《工伤保险条例》第三十九条', '工亡', '工伤保险'],
  ['《工伤保险条例》第三十二条', '配置辅助器具 辅助器具配置确认 辅助器具配置协议 辅助器具配置费', '工伤保险'],
  ['人社部发〔2014〕17号', '城乡养老保险制度衔接', '养老保险'],
  [
    '《社会保险法》第十七条；人社部发〔2021〕18号',
    '遗属待遇 待遇重核 正常退休 个人账户一次性待遇',
    '养老保险',
  ],
  ['国办发〔2018〕72号（悬挂光荣牌）', '光荣牌', '优抚对象 军属'],
  ['《护士条例》第八条', '护士执业证书', '护士'],
  ['《律师法》第六条', '律师执业证书', '律师'],
];

/** What a counter word says of the official name it stands for. */
export const SPOKEN_IMPLICATIONS: readonly Implication[] = entries.flatMap(([source, words, implies]) =>
  words.split(' ').map((word) => ({ word, implies: implies.split(' '), source })),
);
