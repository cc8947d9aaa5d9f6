import { LEARNT } from '../../../matching/model/learnt.ts';
import { analyseName } from '../../../matching/name/analyse.ts';
import { type Comparison, compareNames } from '../../../matching/pair/compare.ts';

/** Names of every form, to be put beside each other. */
export const NAMES = [
  '取水许可',
  '取水许可变更',
  '取水许可（新办）',
  '食品经营许可证核发',
  '食品经营许可（不含餐饮服务）',
  '餐饮服务经营许可',
  '残疾人证查询',
  '残疾人证办理、换领、注销',
  '80周岁以上老年人高龄津贴',
  '高龄津贴（90周岁以上）',
  '非公路用旅游观光车辆登记',
  '公路用车辆登记',
  '企业职工基本养老保险关系转移',
  '城乡居民基本养老保险关系转移接续…',
  '',
] as const;

export const compared = (left: string, right: string): Comparison =>
  compareNames(analyseName(left), analyseName(right), LEARNT);
