import { chineseNumeral } from './chinese-numerals.ts';
import type { Block, GuideSubject } from './guide-record.ts';
import type { Offer } from './offer.ts';
import { hashText } from './random.ts';
import type { MaterialWords } from './vocabulary/material-words.ts';
import { limitWords } from './wording.ts';

/** `.example` is reserved (RFC 2606): no address of a demonstration leads anywhere. */
export const SITE = 'https://zwfw.zongheng.example';

/** 申请材料; complete ones carry every column of the registry's material table. */
export function materialBlocks(subject: GuideSubject, complete: boolean): readonly Block[] {
  return subject.source.offer.materials.map(({ words, name }, index) => {
    const short = {
      order_num: index + 1,
      material_name: name,
      material_type: words.type,
      material_format: words.type === '其他' ? '纸质' : '纸质/电子化',
      is_need: index > 2 ? '容缺后补' : '必要',
      source_type: words.source,
    };
    return complete ? { ...short, ...materialDetails(subject, words, index + 1) } : short;
  });
}

function materialDetails(
  { code, source, seat, office }: GuideSubject,
  words: MaterialWords,
  ordinal: number,
): Block {
  const issued = words.source === '政府部门核发';
  const file = `${SITE}/files/${hashText(code + words.name).toString(16)}`;
  return {
    standard_material_name: words.name,
    material_code: code === '' ? '' : `${code}${String(ordinal).padStart(3, '0')}`,
    is_electronic_needed: '是',
    original_amount: 1,
    copy_amount: issued ? 1 : 0,
    page_num: issued ? 2 : 1,
    page_format: 'A4',
    source_explain: issued ? `由${words.issuer}核发` : '由申请人填写或者提供',
    issue_dept: words.issuer,
    issue_time: issued ? '在有效期内' : '申请之日前30日内',
    material_handle_explain: issued ? '已有证件的直接提供，遗失的先补办' : '可在窗口领取或者网上下载后填写',
    material_handle_addr: `${seat.fullName}政务服务中心`,
    material_use_explain: `仅用于办理${source.offer.name}`,
    form_guid: words.type === '申请表格文书' ? `${file}-blank.docx` : '',
    example_guid: `${file}-sample.pdf`,
    fill_explain: words.type === '申请表格文书' ? '用黑色签字笔填写，签名与证件一致，不得涂改' : '',
    accept_stand: '内容完整、清晰，与原件一致',
    by_law: source.offer.basis.split('；')[0] ?? '',
    sign_ask: words.type === '申请表格文书' ? '申请人签名或者盖章' : '复印件注明“与原件一致”并签名',
    collect_type: issued ? '证照库；扫描' : '纸质收取；附件上传',
    is_jzbm: issued ? '是' : '否',
    jzbm_way: issued ? '通过数据共享核验，可免于提交' : '',
    is_generate_ecert: '否',
    cert_code: issued ? `ZZ${hashText(words.name).toString(16).padStart(8, '0')}` : '',
    cert_name: issued ? words.name : '',
    remark: ordinal === 1 ? `向${office.name}提交` : '',
  };
}

const STEPS = [
  ['受理', '材料齐全、符合法定形式', '受理通知书'],
  ['审查', '内容真实、符合规定条件', '审查意见'],
  ['决定', '符合条件的准予，不符合的书面说明理由', '办理决定'],
  ['办结', '制作结果文书', '办理结果'],
  ['送达', '按申请人选择的方式送达', '送达回证'],
] as const;

/** 办理流程环节: the limits of the steps add up to the promised limit (CHK-07). */
export function stepBlocks({ source, office }: GuideSubject, complete: boolean): readonly Block[] {
  const { promised = 0, name } = source.offer;
  const shares = [0, Math.max(0, promised - 1), Math.min(1, promised), 0, 0];
  return STEPS.map(([step, standard, result], index) => {
    const short = { step_order: index + 1, step_name: step };
    if (!complete) return short;
    return {
      ...short,
      step_standard: standard,
      step_result: result,
      step_limit: limitWords(shares[index]) ?? '',
      step_officer: `${office.name}${index === 0 ? '窗口人员' : '经办人员'}`,
      delivery_way: index === 4 ? '窗口领取、邮寄或者网上下载' : '',
      issued_certificate: index === 3 ? `${name}办理结果` : '',
    };
  });
}

/** 受理窗口: the hall's window, and a self-service point in larger places. */
export function windowBlocks({ seat, address, hours, phone, source }: GuideSubject): readonly Block[] {
  const map = `${SITE}/maps/${seat.code}`;
  const traffic = '乘1路、3路公交车到政务服务中心站下车';
  const first = {
    window_name: `${source.offer.department.county}窗口`,
    window_addr: address,
    window_tel: phone,
  };
  const second = {
    window_name: '综合受理窗口',
    window_addr: `${seat.fullName}政务服务中心1楼`,
    window_tel: phone,
  };
  return [first, second].map((window) => ({
    ...window,
    window_time: hours,
    window_traffic: traffic,
    window_map: map,
  }));
}

/** 受理条件 one by one. */
export function conditionBlocks({ source }: GuideSubject): readonly Block[] {
  const { name, audience } = source.offer;
  const who = audience === 'L' ? '依法设立并存续' : '年满十八周岁或者由监护人代办';
  return [
    { condition_type: '申请人条件', condition_name: who, condition_situation: '全部情形' },
    { condition_type: '事项条件', condition_name: `属于${name}的办理范围`, condition_situation: '全部情形' },
    { condition_type: '材料条件', condition_name: '材料齐全、符合法定形式', condition_situation: '首次申请' },
  ];
}

/** 收费项目: none where nothing is charged. */
export function feeBlocks({ source }: GuideSubject): readonly Block[] {
  const { fee } = source.offer;
  if (fee === undefined) return [];
  return [
    {
      order_num: 1,
      fee_name: fee.name,
      fee_stand: fee.standard,
      by_law: fee.basis,
      is_desc: '是',
      desc_explain: fee.reduction,
      charge_prop: fee.nature,
      remark: '可在窗口或者网上缴纳',
    },
  ];
}

/** 特殊环节 of licences: an inspection on site, not counted in the limit (行政许可法第四十五条). */
export function specialLinkBlocks({ source, office, phone }: GuideSubject): readonly Block[] {
  if (source.offer.type !== '01') return [];
  return [
    {
      special_name: '现场勘验',
      special_date: '5个工作日',
      special_date_type: '工作日',
      special_by_law: '《中华人民共和国行政许可法》第四十五条',
      special_is_fee: '否',
      special_fee_basis: '',
      is_counted: '否',
      special_dept: office.name,
      special_tel: phone,
    },
  ];
}

/** 常见问题 with their answers. */
export function questionBlocks({ source, address, phone }: GuideSubject): readonly Block[] {
  const { name, materials, promised } = source.offer;
  const limit = promised === 0 ? '材料齐全的当场办结' : `自受理之日起${promised ?? 5}个工作日内办结`;
  const answers = [
    [`办理${name}要多长时间？`, `${limit}。`],
    ['可以请别人代办吗？', '可以，代办人应当出示本人身份证件和授权委托书。'],
    [
      '材料不齐怎么办？',
      `窗口一次性告知需要补正的内容；${materials.at(-1)?.name ?? '次要材料'}可以容缺后补。`,
    ],
    ['在哪里办理？', `${address}，咨询电话${phone}。`],
  ] as const;
  return answers.map(([question, answer], index) => ({ question, answer, order_num: index + 1 }));
}

/** 设定依据 as objects; the clause text is a paraphrase, and says so. */
export function basisBlocks({ references, basis, name }: Offer): readonly Block[] {
  const bases = references[0]?.scope.by ?? [{ title: basis }];
  return bases.map(({ title, document = '', article }) => ({
    law_name: title,
    law_number: document,
    clause_number: article === undefined ? '' : `第${chineseNumeral(article)}条`,
    clause_content: `（演示数据，条文从略）与${name}有关的规定，以正式公布的文本为准。`,
    issue_organ: title.startsWith('中华人民共和国') ? '全国人民代表大会常务委员会' : '国务院及其部门',
    law_effective_date: '2021-01-01',
  }));
}
