/** Whose paper it is. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

type Row = readonly [id: string, name: string, spellings: string];

/** The applicant: a paper whose holder is not named is the applicant's, so these words distinguish nothing. */
const APPLICANT =
  '申请人|申办人|申报人|申请者|申领人|领证人|本人|个人|当事人|纳税人|参保人员?|缴费人|考生|学生|学员|报考人|委托人|申请单位|申请企业|本单位|本企业|申请方';

/**
 * The agent's identity card is another sheet than the applicant's, and an office asks for both at once: the holder is
 * part of what a paper is. 负责人 is read as 法定代表人, for forms print the two as one field; 项目负责人 is someone else.
 */
const ROWS: readonly Row[] = [
  [
    'agent',
    '代理人',
    '(?:被)?委托代理人|授权代理人|被授权人|受委托人|被委托人|受托人|代理人|代办人员?|代办者|经办人(?:员|\\(代理人\\))?|承办人员?|代缴人|办事人员|代为申请的?人',
  ],
  [
    'legal-representative',
    '法定代表人',
    '(?:法定代表人|法人代表|法人)(?:\\(负责人\\)|(?:、|或者|或|/)(?:主要)?负责人)?|企业负责人|单位负责人|主要负责人|负责人',
  ],
  ['project-leader', '项目负责人', '项目负责人|项目经理'],
  ['guardian', '监护人', '(?:法定)?监护人'],
  ['spouse', '配偶', '配偶'],
  ['couple', '夫妻双方', '夫妻双方|男女双方'],
  ['both-parties', '双方', '双方(?:当事人)?'],
  ['child', '子女', '子女|孩子|未成年子女'],
  ['newborn', '新生儿', '新生儿|婴儿|婴幼儿'],
  ['parents', '父母双方', '父母(?:双方|亲)?'],
  ['family-member', '家庭成员', '家庭成员'],
  ['deceased', '死者', '死者|亡者|逝者|死亡人员?'],
  ['injured-worker', '工伤职工', '工伤职工'],
  ['killed-worker', '工亡职工', '工亡职工'],
  ['dependant', '供养亲属', '供养亲属|工亡职工供养亲属'],
  ['survivor', '遗属', '遗属'],
  ['visited-person', '被探望人', '被探望人'],
  ['partner', '合伙人', '(?:全体|所有)?合伙人'],
  ['shareholder', '股东', '(?:全体|所有)?(?:股东|投资者|投资人|出资人)'],
  ['founder', '设立人', '(?:全体|所有)?(?:设立人|发起人|举办者|开办人)'],
  ['officers', '全体负责人', '(?:全体|所有)负责人'],
  ['director', '董事', '董事|理事'],
  ['supervisor', '监事', '监事'],
  ['manager', '经理', '(?:高级管理人员|总?经理)'],
  ['pledgor', '出质人', '出质人'],
  ['pledgee', '质权人', '质权人'],
  ['operator', '经营者', '经营者'],
  ['builder', '建设单位', '建设单位'],
  ['contractor', '施工单位', '施工单位'],
  ['designer', '设计单位', '设计单位'],
  ['employer', '用人单位', '用人单位|聘用单位|所在单位|雇主'],
  ['driver', '驾驶人', '驾驶人员?|驾驶员'],
  ['escort', '押运人', '押运人员?|押运员'],
  ['practitioner', '从业人员', '从业人员'],
  ['employee', '职工', '职工|员工'],
  ['householder', '户主', '户主'],
  ['owner', '产权人', '产权人|所有权人|房屋所有权人|权利人'],
  ['vehicle-owner', '机动车所有人', '机动车所有人|车主'],
  ['heir', '继承人', '继承人'],
  ['buyer', '买受人', '买受人|买方|购房人'],
  ['seller', '出卖人', '出卖人|卖方|售房人'],
  ['landlord', '出租人', '出租人|出租方|房东'],
  ['tenant', '承租人', '承租人|承租方'],
  ['mortgagee', '抵押权人', '抵押权人'],
  ['mortgagor', '抵押人', '抵押人'],
];

/** The applicant where another's paper is asked for beside: 申请人及配偶身份证 are two sheets, 配偶身份证 is one. */
export const NAMED_APPLICANT: Holder = { id: 'applicant', name: '申请人' };

const POSSESSIVE = '(?:本人)?(?:的|所?持有?的?)?';

const joined = (spellings: string): RegExp => new RegExp(`^(?:${spellings})${POSSESSIVE}`, 'u');

const HOLDERS: readonly (readonly [RegExp, Holder | undefined])[] = [
  ...ROWS.map(([id, name, spellings]) => [joined(spellings), { id, name }] as const),
  [joined(APPLICANT), undefined],
];

/** What follows a named holder, and who that is; the applicant as holder is `undefined`. */
export interface Held {
  readonly holder: Holder | undefined;
  readonly rest: string;
}

/** Every way to read the start of the text as a holder, the longest first. */
export const heldBy = (text: string): readonly Held[] =>
  HOLDERS.flatMap(([pattern, holder]) => {
    const match = pattern.exec(text)?.[0];
    return match === undefined ? [] : [{ holder, rest: text.slice(match.length) }];
  }).sort((left, right) => left.rest.length - right.rest.length);
