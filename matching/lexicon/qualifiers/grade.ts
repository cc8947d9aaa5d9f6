import type { Qualifier } from '../entries.ts';
import { qualifiers } from '../notation.ts';

const GRADES =
  '《建设工程企业资质管理制度改革方案》（建市〔2020〕94号）；《旅游景区质量等级管理办法》；各行业资质资格等级写法';

/** Grade, class or rank of what is granted. Roman numerals are small Latin letters in normalised names. */
export const GRADES_AND_CLASSES: readonly Qualifier[] = qualifiers(
  'GRADE',
  GRADES,
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
  letterCertificate a证
  letterCertificate b证
  letterCertificate c证
  letterCertificate c1证
  letterCertificate c2证
  letterCertificate c3证
  letterCard a卡
  letterCard b卡
  seed 甲种
  seed 乙种
  seed 丙种
  rank 初级 员级
  rank 助理级
  rank 中级
  rank 副高级 副高
  rank 正高级 正高
  rank 高级
  skill 初级工
  skill 中级工
  skill 高级工
  skill 技师
  skill 高级技师
  skill 特级技师
  skill 首席技师
  size 特大型 超大型
  size 大型
  size 中型
  size 小型
  size 微型 小微
  severity 特别重大
  severity 重大
  severity 较大
  degree 中专
  degree 大专 专科 高职
  degree 本科
  degree 硕士 研究生
  degree 博士
  star 一星级
  star 二星级
  star 三星级
  star 四星级
  star 五星级
  aRating 3a级 aaa级
  aRating 4a级 aaaa级
  aRating 5a级 aaaaa级
  affiliation 中央 央属 中央驻 部属
  affiliation 省属
  affiliation 市属
  affiliation 县属
  affiliation 区属
  scale 规模以上 规上
  scale 规模以下 限额以下
  quota 限额以上
  pollution 报告书
  pollution 报告表
  protection 一级保护 国家一级
  protection 二级保护 国家二级
  order 单项
  order 综合类
  order 专项类
  order 总承包 施工总承包
  order 专业承包
  order 劳务分包
`,
);
