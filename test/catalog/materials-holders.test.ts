import { describe, expect, test } from 'vitest';
import { canonicalMaterial } from '../../catalog/materials/canonical-material.ts';
import { heldBy } from '../../catalog/materials/holders.ts';

/** Symbol, name shown, and what offices write for the holder, parted by blanks. */
const HOLDERS: readonly (readonly [id: string, name: string, spellings: string])[] = [
  [
    'agent',
    '代理人',
    '委托代理人 被委托代理人 授权代理人 被授权人 受委托人 被委托人 受托人 代理人 代办人 代办人员 代办者 经办人 经办人员 承办人 承办人员 代缴人 办事人员 经办人（代理人） 代为申请人 代为申请的人',
  ],
  [
    'legal-representative',
    '法定代表人',
    '法定代表人 法人代表 法人 法人代表（负责人） 法定代表人、负责人 法定代表人或主要负责人 法定代表人或者负责人 法人/负责人 企业负责人 单位负责人 主要负责人 负责人',
  ],
  ['project-leader', '项目负责人', '项目负责人 项目经理'],
  ['guardian', '监护人', '监护人 法定监护人'],
  ['spouse', '配偶', '配偶'],
  ['couple', '夫妻双方', '夫妻双方 男女双方'],
  ['both-parties', '双方', '双方 双方当事人'],
  ['child', '子女', '子女 孩子 未成年子女'],
  ['newborn', '新生儿', '新生儿 婴儿 婴幼儿'],
  ['parents', '父母双方', '父母双方 父母 父母亲'],
  ['family-member', '家庭成员', '家庭成员'],
  ['deceased', '死者', '死者 亡者 逝者 死亡人员'],
  ['injured-worker', '工伤职工', '工伤职工'],
  ['killed-worker', '工亡职工', '工亡职工'],
  ['dependant', '供养亲属', '供养亲属 工亡职工供养亲属'],
  ['survivor', '遗属', '遗属'],
  ['visited-person', '被探望人', '被探望人'],
  ['partner', '合伙人', '合伙人 全体合伙人 所有合伙人'],
  ['shareholder', '股东', '股东 全体股东 投资者 投资人 所有出资人'],
  ['founder', '设立人', '设立人 全体发起人 举办者 开办人'],
  ['officers', '全体负责人', '全体负责人 所有负责人'],
  ['director', '董事', '董事 理事'],
  ['supervisor', '监事', '监事'],
  ['manager', '经理', '经理 总经理 高级管理人员'],
  ['pledgor', '出质人', '出质人'],
  ['pledgee', '质权人', '质权人'],
  ['operator', '经营者', '经营者'],
  ['builder', '建设单位', '建设单位'],
  ['contractor', '施工单位', '施工单位'],
  ['designer', '设计单位', '设计单位'],
  ['employer', '用人单位', '用人单位 聘用单位 所在单位 雇主'],
  ['driver', '驾驶人', '驾驶人 驾驶人员 驾驶员'],
  ['escort', '押运人', '押运人 押运人员 押运员'],
  ['practitioner', '从业人员', '从业人员'],
  ['employee', '职工', '职工 员工'],
  ['householder', '户主', '户主'],
  ['owner', '产权人', '产权人 所有权人 房屋所有权人 权利人'],
  ['vehicle-owner', '机动车所有人', '机动车所有人 车主'],
  ['heir', '继承人', '继承人'],
  ['buyer', '买受人', '买受人 买方 购房人'],
  ['seller', '出卖人', '出卖人 卖方 售房人'],
  ['landlord', '出租人', '出租人 出租方 房东'],
  ['tenant', '承租人', '承租人 承租方'],
  ['mortgagee', '抵押权人', '抵押权人'],
  ['mortgagor', '抵押人', '抵押人'],
];

describe.each(HOLDERS)('%s', (id, name, spellings) => {
  test.each(spellings.split(' '))('%s', (spelling) => {
    const expected = { key: `resident-identity-card@${id}`, name: `${name}居民身份证`, holder: name };
    expect(canonicalMaterial(`${spelling}身份证`)).toEqual({ ...expected, group: 'identity' });
    expect(canonicalMaterial(`${spelling}的身份证`)).toMatchObject(expected);
  });
});

test.each(
  '申请人 申办人 申报人 申请者 申领人 领证人 本人 个人 当事人 纳税人 参保人 参保人员 缴费人 考生 学生 学员 报考人 委托人 申请单位 申请企业 本单位 本企业 申请方'.split(
    ' ',
  ),
)('%s is the applicant, and not named', (applicant) => {
  for (const written of [`${applicant}身份证`, `${applicant}本人的身份证`, `${applicant}所持有的身份证`]) {
    const expected = { key: 'resident-identity-card', name: '居民身份证', group: 'identity' };
    expect(canonicalMaterial(written)).toEqual(expected);
  }
});

test.each([
  ['an unknown person', '邻居身份证'],
  ['a person within a word', '继承人员身份证'],
  ['a person after the paper', '身份证监护人'],
])('%s: %s holds nothing', (_label, written) => {
  const { key, holder } = canonicalMaterial(written);
  expect(key).toMatch(/^other:/u);
  expect(holder).toBeUndefined();
});

test('several ways to read a start come with the longest first', () => {
  expect(heldBy('法人代表负责人')).toEqual([
    { holder: { id: 'legal-representative', name: '法定代表人' }, rest: '负责人' },
  ]);
  expect(heldBy('双方当事人身份证').map(({ rest }) => rest)).toEqual(['身份证']);
  expect(heldBy('工亡职工供养亲属身份证').map(({ holder, rest }) => [holder?.id, rest])).toEqual([
    ['dependant', '身份证'],
    ['killed-worker', '供养亲属身份证'],
  ]);
});

test.each([
  ['one', '申请人监护人配偶子女身份证', 'resident-identity-card@child,guardian,spouse', '子女、监护人、配偶'],
  ['a holder twice', '配偶的配偶身份证', 'resident-identity-card@spouse', '配偶'],
  ['joined by 和', '配偶和子女身份证', 'resident-identity-card@child,spouse', '子女、配偶'],
  ['joined by 及', '配偶及子女身份证', 'resident-identity-card@child,spouse', '子女、配偶'],
  ['joined by 与', '配偶与子女身份证', 'resident-identity-card@child,spouse', '子女、配偶'],
  ['the applicant as well', '申请人及配偶身份证', 'resident-identity-card@applicant,spouse', '申请人、配偶'],
  [
    'the applicant and his',
    '申请人及其配偶身份证',
    'resident-identity-card@applicant,spouse',
    '申请人、配偶',
  ],
  ['the applicant last', '配偶和本人身份证', 'resident-identity-card@applicant,spouse', '申请人、配偶'],
  ['the applicant’s', '申请人配偶身份证', 'resident-identity-card@spouse', '配偶'],
  ['joined by 、', '配偶、子女身份证', 'resident-identity-card@child,spouse', '子女、配偶'],
])('%s: %s', (_label, written, key, holder) => {
  expect(canonicalMaterial(written)).toMatchObject({ key, holder, name: `${holder}居民身份证` });
});

test('more than four holders are no longer followed', () => {
  expect(canonicalMaterial('配偶子女父母监护人身份证').key).toBe(
    'resident-identity-card@child,guardian,parents,spouse',
  );
  expect(canonicalMaterial('配偶子女父母监护人户主身份证').key).toMatch(/^other:/u);
});
