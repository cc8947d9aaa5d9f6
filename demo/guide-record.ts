import { chineseNumeral } from './chinese-numerals.ts';
import type { Offer } from './offer.ts';
import type { ListRow } from './place-lists.ts';
import type { Place } from './places.ts';
import { hashText } from './random.ts';
import type { MaterialWords } from './vocabulary/materials.ts';

/** A guide as its file has it: registry columns, and child lists of objects with registry columns. */
export type GuideRecord = Readonly<
  Record<string, string | number | readonly Readonly<Record<string, string | number>>[]>
>;

/** What of an item a guide is written for. */
export interface GuideSubject {
  readonly code: string;
  readonly basicCode: string;
  readonly name: string;
  readonly place: Place;
  readonly office: { readonly name: string; readonly code: string };
  readonly source: ListRow;
  readonly address: string;
  readonly phone: string;
}

/** The elements every guide has: 武陵源's nine. */
export function shortGuide(subject: GuideSubject): GuideRecord {
  const { source, place, office } = subject;
  const { offer, cells } = source;
  return {
    row_id: `ZN-${subject.code === '' ? source.key : subject.code}`,
    task_code: subject.code,
    catalog_code: subject.basicCode,
    task_name: subject.name,
    region_code: place.code,
    region: place.fullName,
    dept_name: office.name,
    dept_code: office.code,
    accept_condition: conditionText(offer),
    handle_flow: '申请—受理—审核—办结—送达',
    special_procedure: '无',
    is_fee: '否',
    transact_addr: subject.address,
    transact_time: cells.办理时间 ?? '',
    link_way: `电话${subject.phone}，或到窗口咨询`,
    link_tel: subject.phone,
    supervise_way: `电话${cells.监督电话 ?? ''}，或在政务服务大厅意见箱投诉`,
    supervise_tel: cells.监督电话 ?? '',
    materials: offer.materials.map(({ words, name }, index) => shortMaterial(words, name, index + 1)),
    steps: ['受理', '审核', '办结'].map((name, index) => ({ step_order: index + 1, step_name: name })),
  };
}

function shortMaterial(words: MaterialWords, name: string, ordinal: number) {
  return {
    order_num: ordinal,
    material_name: name,
    material_type: words.type,
    material_format: '纸质/电子化',
    is_need: '必要',
    source_type: words.source,
  };
}

export function conditionText({ audience, name }: Offer): string {
  const who = audience === 'L' ? '依法设立的法人或者其他组织' : '具有完全民事行为能力的自然人';
  return `1.申请人为${who}；2.申请事项属于${name}的办理范围；3.申请材料齐全、符合法定形式。`;
}

/** A number from the subject alone, so that a guide does not change when another is added. */
export function draw(subject: GuideSubject, purpose: string, below: number): number {
  return hashText(`${subject.place.code}${subject.name}${purpose}`) % below;
}

/** The bases of an item as objects; the clause text is a paraphrase, and says so. */
export function legalBases({
  references,
  basis,
  name,
}: Offer): readonly Readonly<Record<string, string | number>>[] {
  const bases = references[0]?.scope.by ?? [{ title: basis }];
  return bases.map(({ title, document = '', article }) => ({
    law_name: title,
    law_number: document,
    clause_number: article === undefined ? '' : `第${chineseNumeral(article)}条`,
    clause_content: `（演示数据，条文内容从略）与${name}有关的规定，以正式公布的文本为准。`,
    issue_organ: title.startsWith('中华人民共和国') ? '全国人民代表大会常务委员会' : '国务院及其部门',
    law_effective_date: '2021-01-01',
  }));
}
