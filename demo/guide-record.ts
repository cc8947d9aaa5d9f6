import { materialBlocks, stepBlocks } from './guide-blocks.ts';
import type { ListRow } from './place-lists.ts';
import type { Place } from './places.ts';
import { hashText } from './random.ts';

/** An object of a child list: a material, a step, a window … by registry columns. */
export type Block = Readonly<Record<string, string | number>>;

/** A guide as its file has it: registry columns, and child lists of objects with registry columns. */
export type GuideRecord = Readonly<Record<string, string | number | readonly Block[] | readonly string[]>>;

/** What of an item a guide is written for. */
export interface GuideSubject {
  readonly key: string;
  readonly code: string;
  readonly basicCode: string;
  readonly name: string;
  readonly place: Place;
  /** The county or city the place belongs to, for reviews and complaints. */
  readonly seat: Place;
  readonly office: { readonly name: string; readonly code: string };
  readonly source: ListRow;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
}

/** The elements every guide has: 武陵源's nine, in the registry's columns. */
export function shortGuide(subject: GuideSubject): GuideRecord {
  const { source, place, office, phone } = subject;
  const { offer, cells } = source;
  const { fee } = offer;
  const complaints = cells.监督电话 ?? '';
  return {
    row_id: `ZN-${subject.key}`,
    task_code: subject.code,
    catalog_code: subject.basicCode,
    task_name: subject.name,
    region_code: place.code,
    region: place.fullName,
    dept_name: office.name,
    dept_code: office.code,
    accept_condition: offer.condition,
    handle_flow: '申请—受理—审核—办结—送达',
    special_procedure: '无',
    is_fee: fee === undefined ? '否' : '是',
    fee_basis: fee?.basis ?? '',
    transact_addr: subject.address,
    transact_time: subject.hours,
    link_way: `电话${phone}，或到窗口咨询`,
    link_tel: phone,
    supervise_way: `电话${complaints}，或在政务服务大厅意见箱投诉`,
    supervise_tel: complaints,
    materials: materialBlocks(subject, false),
    steps: stepBlocks(subject, false),
  };
}

/** A number below `below` from the subject alone: a guide does not change when another one is added. */
export function draw({ place, name }: GuideSubject, purpose: string, below: number): number {
  return hashText(`${place.code}${name}${purpose}`) % below;
}
