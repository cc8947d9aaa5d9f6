import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../../catalog/names.ts';
import { inKnownSpelling } from '../../../matching/lexicon/knowledge.ts';
import { ONE_ITEM_SYNONYMS } from '../../../matching/lexicon/synonyms/one-item.ts';
import { PAPERS_SYNONYMS } from '../../../matching/lexicon/synonyms/papers.ts';
import { SPOKEN_SYNONYMS } from '../../../matching/lexicon/synonyms/spoken.ts';
import { SYNONYMS } from '../../../matching/lexicon/synonyms.ts';
import { unifiedName, unifiedText } from '../../../matching/name/unified-text.ts';
import { implies } from './facet-between.ts';

const spelled = (name: string): string => inKnownSpelling(unifiedName(name));
const own = [...SPOKEN_SYNONYMS, ...PAPERS_SYNONYMS, ...ONE_ITEM_SYNONYMS];

describe('names of the counter and of the law', () => {
  test.each([
    ['烟证办理', '烟草专卖零售许可证办理'],
    ['渣土证核发', '建筑垃圾处置核准核发'],
    ['健康证办理', '从业人员健康合格证明办理'],
    ['行车证补办', '机动车行驶证补办'],
    ['土地证补办', '国有土地使用证补办'],
    ['卫生证核发', '卫生许可证核发'],
    ['会计证注销', '会计从业资格注销'],
    ['农机驾驶证申领', '拖拉机和联合收割机驾驶证申领'],
    ['捕鱼证', '渔业捕捞许可证'],
    ['上岗证换发', '从业资格证换发'],
    ['上户口申请', '落户申请'],
    ['小孩上户口', '出生登记'],
    ['死亡登记（注销户口）', '死亡人员户口注销'],
    ['改民族成份', '公民变更民族成份'],
    ['汽修厂备案', '机动车维修备案'],
    ['房屋过户', '房屋所有权转移登记'],
    ['房产解押', '抵押权注销'],
    ['摆地摊', '占道经营'],
    ['砍树审批', '林木采伐审批'],
    ['打井审批', '挖井审批'],
    ['厕改补助', '农村户厕改造补助'],
    ['开饭店', '餐饮服务经营'],
    ['开药店审批', '药品零售经营审批'],
    ['领退休金', '养老金领取'],
    ['交医保', '医疗保险缴费'],
    ['电费过户', '用电更名过户'],
    ['打疫苗本办理', '预防接种证办理'],
    ['转社保', '社会保险关系转移接续'],
    ['慢病卡办理', '门诊慢性病办理'],
    ['复印打印店备案', '打字、复印备案'],
    ['船舶过户', '船舶所有权转移登记'],
    ['农机上户', '拖拉机和联合收割机注册登记'],
  ])('%s is %s', (left, right) => {
    expect(spelled(left)).toBe(spelled(right));
  });

  test.each([
    ['城镇职工养老保险与城乡居民养老保险互转', '城乡养老保险制度衔接'],
    ['城乡居民基本养老保险与企业职工基本养老保险制度衔接', '城乡养老保险制度衔接'],
    ['城镇职工基本养老保险参保登记', '企业职工基本养老保险参保登记'],
    ['养老保险退休待遇重核', '待遇重核'],
    ['养老保险死亡待遇申领', '遗属待遇申领'],
    ['个人账户储存额一次性申领', '个人账户一次性待遇'],
    ['市外转诊转院备案', '异地转诊转院备案'],
    ['土地权属争议裁决', '土地权属纠纷调处'],
    ['山林权属纠纷处理', '山林权属争议裁决'],
    ['测绘任务备案', '测绘项目备案'],
    ['清税申报', '税务注销登记'],
    ['麻精药品印鉴卡', '麻醉药品和第一类精神药品购用许可'],
    ['流动人员人事档案接收、转出', '档案的接收和转递'],
    ['公路占用挖掘许可', '占用、挖掘公路、公路用地或者使公路改线许可'],
    ['企业年金方案审查', '企业年金方案备案'],
    ['超限车辆行驶公路许可', '超限运输车辆行驶公路许可'],
    ['大件运输许可', '超限运输许可'],
    ['生猪定点屠宰厂（场）设置审查', '生猪定点屠宰场设置审查'],
    ['中国内地公民', '内地居民'],
    ['投诉处理决定', '投诉处理'],
    ['社会保障卡激活', '社会保障卡启用'],
    ['危险化学品经营许可（无储存）', '危险化学品经营许可（不带储存设施）'],
    ['到龄退休审批', '职工达到法定退休年龄退休审批'],
  ])('%s is %s', (left, right) => {
    expect(spelled(left)).toBe(spelled(right));
  });

  test.each([
    ['公办幼儿园年检', '幼儿园设立'],
    ['酒店招聘登记', '门店招牌'],
    ['网上学习登记', '入学'],
    ['公开公司信息', '公司设立'],
    ['砍伐树木', '林木采伐'],
    ['失能老年人护理补贴', '高龄津贴'],
    ['酒店装修垃圾清运', '住宅'],
    ['国家装备制造', '住宅'],
    ['超限运输车辆跨省行驶公路审批', '行驶公路跨省'],
    ['因迁移户籍注销公证', '注销户口'],
    ['居民养犬证明', '登记'],
    ['乡村医生执业证遗失补办', '医师'],
    ['卫生证明', '许可'],
    ['土地权属证明', '使用证'],
    ['法定代表人资格证明', '证书'],
    ['扶贫搬迁户', '户口'],
  ])('%s does not speak of %s', (name, other) => {
    expect(spelled(name)).not.toContain(other);
  });
});

describe('the lists of counter words', () => {
  test('words are written as names are compared, each leading to one word', () => {
    expect(own.flatMap(({ words }) => words).filter((word) => normalizeName(word) !== word)).toEqual([]);
    const torn = own.filter(
      ({ words }) => new Set(words.map((word) => inKnownSpelling(unifiedText(word)))).size > 1,
    );
    expect(torn.map(({ words }) => words[0])).toEqual([]);
  });

  test('no spelling of the whole lexicon is put into two words', () => {
    const leads = new Map<string, Set<string>>();
    for (const { words } of SYNONYMS) {
      for (const word of words.slice(1).map(unifiedText))
        leads.set(word, (leads.get(word) ?? new Set()).add(spelled(words[0])));
    }
    expect([...leads].filter(([, firsts]) => firsts.size > 1).map(([word]) => word)).toEqual([]);
  });
});

test.each([
  ['小卖部登记', 'foodTrade', '食品销售'],
  ['理发店开业', 'hygieneObject', '公共场所'],
  ['电工证复审', 'safetyPersonnel', '特种作业人员'],
  ['打井申请', 'waterSource', '地下水'],
  ['夫妻投靠', 'householdMatter', '户口迁移'],
  ['工亡职工供养亲属抚恤', 'insuranceKind', '工伤保险'],
  ['配置辅助器具确认', 'insuranceKind', '工伤保险'],
  ['退休待遇重核', 'insuranceKind', '养老保险'],
  ['老人补贴', 'elderBenefit', '高龄津贴'],
  ['烟证', 'tobacco', '烟草专卖零售'],
])('%s implies, in %s, %s', (name, key, first) => {
  expect(implies(name, key, first)).toBe(true);
});

test.each([
  ['残疾人辅助器具适配补贴', 'insuranceKind', '工伤保险'],
  ['养老服务补贴', 'elderBenefit', '高龄津贴'],
])('%s does not imply, in %s, %s', (name, key, first) => {
  expect(implies(name, key, first)).toBe(false);
});
