import { expect, test } from 'vitest';
import { facetBetween } from './facet-between.ts';

test.each([
  ['culturePlace', '歌舞娱乐场所设立审批', '游艺娱乐场所设立审批'],
  ['culturePlace', '娱乐场所设立审批', '网吧设立审批'],
  ['performance', '文艺表演团体设立审批', '演出经纪机构设立审批'],
  ['performer', '香港、澳门特别行政区文艺表演团体演出审批', '台湾地区文艺表演团体演出审批'],
  ['relicGrade', '全国重点文物保护单位修缮审批', '省级文物保护单位修缮审批'],
  ['relicAct', '馆藏文物复制审批', '馆藏文物借用审批'],
  ['heritage', '非物质文化遗产代表性项目认定', '非物质文化遗产代表性传承人认定'],
  ['travelAgency', '旅行社经营出境旅游业务审批', '旅行社经营边境旅游业务审批'],
  ['broadcasting', '广播电视节目制作经营许可', '卫星电视广播地面接收设施安装许可'],
  ['wholesaleOrRetail', '出版物批发单位设立审批', '出版物零售单位设立审批'],
  ['printing', '包装装潢印刷企业设立审批', '出版物印刷企业设立审批'],
  ['film', '电影放映单位设立审批', '电影发行单位设立审批'],
  ['highRiskSport', '经营高危险性体育项目许可(游泳)', '经营高危险性体育项目许可(攀岩)'],
  ['sportAct', '健身气功活动审批', '高危险性体育项目许可'],
  ['sportAct', '二级裁判员授予', '二级运动员授予'],
  ['religionAct', '宗教临时活动地点审批', '宗教教职人员备案'],
  ['faith', '佛教教职人员备案', '道教教职人员备案'],
  ['schoolStage', '初中教师资格认定', '小学教师资格认定'],
  ['schoolStage', '幼儿园设立审批', '小学设立审批'],
  ['schoolOwner', '公办幼儿园设立审批', '民办幼儿园设立审批'],
  ['schoolLegal', '营利性民办学校设立', '非营利性民办学校设立'],
  ['trainingAgency', '学科类校外培训机构审批', '非学科类校外培训机构审批'],
  ['studentStatus', '初中学生休学审批', '初中学生复学审批'],
  ['studentAid', '普通高中国家助学金', '普通高中免学费'],
  ['examination', '普通高考报名', '成人高考报名'],
  ['sciencePrize', '自然科学奖提名', '技术发明奖提名'],
  ['intellectualProperty', '实用新型专利资助', '外观设计专利资助'],
  ['enterpriseTitle', '高新技术企业认定', '科技型中小企业认定'],
  ['energyKind', '供热经营许可', '燃气经营许可'],
  ['gasAct', '燃气经营许可', '改动市政燃气设施审批'],
  ['electricUser', '低压居民新装', '高压新装'],
  ['postal', '快递业务经营许可', '邮政营业场所撤销审批'],
  ['radio', '无线电频率使用许可', '无线电台识别码核发'],
  ['crewField', '海船船员适任证书核发', '内河船员适任证书核发'],
  ['secrecy', '涉密信息系统集成资质审批', '国家秘密载体印制资质审批'],
  ['archive', '档案查阅', '档案捐赠'],
])('%s tells %s from %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('CONTRAST');
  expect(facetBetween(key, right, left)).toBe('CONTRAST');
  expect(facetBetween(key, left, left)).toBe('EQUAL');
});
