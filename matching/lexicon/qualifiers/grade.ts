import type { Qualifier } from '../entries.ts';
import { qualifiers } from '../notation.ts';

/** Grade, class or rank of what is granted. Roman numerals are small Latin letters in normalised names. */
export const GRADES_AND_CLASSES: readonly Qualifier[] = [
  ...qualifiers(
    'GRADE',
    '《建筑业企业资质管理规定》；建市〔2020〕94号《建设工程企业资质管理制度改革方案》',
    `
    grade 特级
    grade 一级 1级 i级 壹级
    grade 二级 2级 ii级 贰级
    grade 三级 3级 iii级 叁级
    grade 四级 4级 iv级
    grade 五级 5级 v级
    grade 六级 6级 vi级
    grade 七级 7级
    grade 八级 8级
    grade 九级 9级
    grade 十级 10级
    grade 甲级
    grade 乙级
    grade 丙级
    grade 丁级
    order 单项
    order 综合类
    order 专项类
    order 总承包 施工总承包
    order 专业承包
    order 劳务分包
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《医疗器械监督管理条例》第六条；《麻醉药品和精神药品管理条例》第三条；《易制毒化学品管理条例》第二条',
    `
    class 一类 第一类 1类 i类
    class 二类 第二类 2类 ii类
    class 三类 第三类 3类 iii类
    class 四类 第四类 4类 iv类
    class 五类 第五类
    class 甲类
    class 乙类
    class 丙类
    letterClass a类
    letterClass b类
    letterClass c类
    letterClass d类
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《建筑施工企业主要负责人、项目负责人和专职安全生产管理人员安全生产管理规定》（住建部令第17号）；《机动车驾驶证申领和使用规定》',
    `
    letterCertificate a证
    letterCertificate b证
    letterCertificate c证
    letterCertificate c1证
    letterCertificate c2证
    letterCertificate c3证
    letterCard a卡
    letterCard b卡
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《国内水路运输管理条例》；《测绘资质管理办法》',
    `
    seed 甲种
    seed 乙种
    seed 丙种
  `,
  ),
  ...qualifiers(
    'GRADE',
    '中办发〔2016〕77号《关于深化职称制度改革的意见》',
    `
    rank 初级 员级
    rank 助理级
    rank 中级
    rank 副高级 副高
    rank 正高级 正高
    rank 高级
  `,
  ),
  ...qualifiers(
    'GRADE',
    '人社部发〔2022〕14号《关于健全完善新时代技能人才职业技能等级制度的意见（试行）》',
    `
    skill 初级工
    skill 中级工
    skill 高级工
    skill 技师
    skill 高级技师
    skill 特级技师
    skill 首席技师
  `,
  ),
  ...qualifiers(
    'GRADE',
    '国统字〔2017〕213号《统计上大中小微型企业划分办法》',
    `
    size 特大型 超大型
    size 大型
    size 中型
    size 小型
    size 微型 小微
    scale 规模以上 规上
    scale 规模以下 限额以下
    quota 限额以上
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《生产安全事故报告和调查处理条例》第三条',
    `
    severity 特别重大
    severity 重大
    severity 较大
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《学位条例》；《高等教育法》第十六条；《职业教育法》第十五条',
    `
    degree 中专
    degree 大专 专科 高职
    degree 本科
    degree 硕士 研究生
    degree 博士
  `,
  ),
  ...qualifiers(
    'GRADE',
    'GB/T 14308《旅游饭店星级的划分与评定》',
    `
    star 一星级
    star 二星级
    star 三星级
    star 四星级
    star 五星级
  `,
  ),
  ...qualifiers(
    'GRADE',
    'GB/T 17775《旅游景区质量等级划分》',
    `
    aRating 3a级 aaa级
    aRating 4a级 aaaa级
    aRating 5a级 aaaaa级
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《中央企业安全生产监督管理办法》等按隶属关系分级管理的规定',
    `
    affiliation 中央 央属 中央驻 部属
    affiliation 省属
    affiliation 市属
    affiliation 县属
    affiliation 区属
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《环境影响评价法》第十六条',
    `
    pollution 报告书
    pollution 报告表
  `,
  ),
  ...qualifiers(
    'GRADE',
    '《野生动物保护法》第十条；《野生植物保护条例》第十条',
    `
    protection 一级保护 国家一级
    protection 二级保护 国家二级
  `,
  ),
];
