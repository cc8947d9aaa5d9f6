import {
  basisBlocks,
  conditionBlocks,
  feeBlocks,
  materialBlocks,
  questionBlocks,
  SITE,
  specialLinkBlocks,
  stepBlocks,
  windowBlocks,
} from './guide-blocks.ts';
import { draw, type GuideRecord, type GuideSubject, shortGuide } from './guide-record.ts';

/** A guide with every element of the registry and every child list that applies to the item (沈阳's eleven and more). */
export function completeGuide(subject: GuideSubject): GuideRecord {
  return {
    ...shortGuide(subject),
    ...flowElements(subject),
    ...contactElements(subject),
    ...paperElements(subject),
    conditions: conditionBlocks(subject),
    materials: materialBlocks(subject, true),
    steps: stepBlocks(subject, true),
    fees: feeBlocks(subject),
    windows: windowBlocks(subject),
    special_links: specialLinkBlocks(subject),
    questions: questionBlocks(subject),
    legal_bases: basisBlocks(subject.source.offer),
  };
}

/** What a part of the guides lacks, as real ones do: the analyst's completeness report has something to find. */
const OFTEN_MISSING = [
  'common_mistakes',
  'sample_forms',
  'questions',
  'supervise_tel',
  'windows',
  'online_flow',
] as const;

/** Of three guides one is complete, one lacks an element or two, one says only what it must. */
export function guideOfOffice(subject: GuideSubject): GuideRecord {
  const care = draw(subject, 'care', 3);
  if (care === 2) return shortGuide(subject);
  const guide = completeGuide(subject);
  if (care === 1) return guide;
  const first = OFTEN_MISSING[draw(subject, 'first', OFTEN_MISSING.length)];
  const second = OFTEN_MISSING[draw(subject, 'second', OFTEN_MISSING.length)];
  return Object.fromEntries(
    Object.entries(guide).filter(([column]) => column !== first && column !== second),
  );
}

function flowElements(subject: GuideSubject): GuideRecord {
  const { source, code, basicCode } = subject;
  const licence = source.offer.type === '01';
  const page = `${SITE}/guide/${code === '' ? basicCode : code}`;
  return {
    window_flow: '1.取号；2.提交材料；3.领取受理凭证；4.领取结果。',
    online_flow:
      '1.登录政务服务网并实名认证；2.选择事项，填写表单；3.上传材料；4.查询进度，下载或者邮寄领取结果。',
    flow_chart: `${page}/flow.png`,
    special_procedure: licence ? '需要现场勘验的，所需时间不计入办理时限' : '无',
    special_procedure_kind: licence ? '除延长审批之外的情况' : '',
    fee_standard: source.offer.fee?.standard ?? '不收费',
    link_addr: page,
    mobile_terminal_url: `${SITE}/m/guide/${code === '' ? basicCode : code}`,
    online_handle_url: `${page}/apply`,
  };
}

function contactElements({ seat, address, hours, source }: GuideSubject): GuideRecord {
  const court = `${seat.name}人民法院`;
  return {
    hours_and_address: `${hours}；${address}`,
    traffic: '乘1路、3路公交车到政务服务中心站下车',
    review_dept: `${seat.name}人民政府`,
    review_tel: '0888-8400001',
    review_addr: `${seat.fullName}人民政府行政复议接待室`,
    litigation_dept: court,
    litigation_tel: '0888-8400002',
    litigation_addr: `${seat.fullName}人民法院立案庭`,
    progress_query: '登录政务服务网“办件查询”，或者凭受理单号到窗口查询',
    result_delivery: '窗口领取、邮寄送达或者网上下载',
    applicant_rights: '申请人有权了解办理进度、依法申请行政复议或者提起行政诉讼；应当对材料的真实性负责。',
    prohibitions: `隐瞒有关情况或者提供虚假材料申请${source.offer.name}的，不予办理。`,
  };
}

function paperElements({ source, basicCode }: GuideSubject): GuideRecord {
  const { materials, name } = source.offer;
  const form = materials[0]?.name ?? `${name}申请表`;
  const file = `${SITE}/files/${basicCode === '' ? 'local' : basicCode}`;
  return {
    materials_text: materials.map((material) => material.name).join('；'),
    faq_text: `问：办理${name}要准备什么？答：见申请材料清单，材料不全的一次性告知。`,
    form_download: [`${form}：${file}-blank.docx`],
    sample_forms: [`${form}（示范文本）：${file}-sample.pdf`],
    common_mistakes: `1.${form}漏签名或者未填日期；2.证件复印件不清晰或者已过有效期；3.联系电话填写错误，无法通知补正。`,
    commitment_letter: `${file}-commitment.docx`,
    result_guid: `${file}-result.pdf`,
  };
}
