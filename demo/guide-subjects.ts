import type { GuideSubject } from './guide-record.ts';
import { soleReference } from './offer.ts';
import type { ListRow } from './place-lists.ts';
import type { Place } from './places.ts';
import type { TownshipRow } from './township-rows.ts';

/** What a county's or city's guide is written for: a row of the implementation list. */
export function countyGuideSubject(source: ListRow, place: Place): GuideSubject {
  const { cells, offer } = source;
  return {
    key: source.key,
    code: cells.实施编码 ?? '',
    basicCode: cells.基本编码 ?? '',
    name: cells.事项名称 ?? offer.name,
    place,
    seat: place,
    office: offer.office,
    source,
    address: cells.办理地点 ?? '',
    hours: cells.办理时间 ?? '',
    phone: cells.咨询电话 ?? '',
  };
}

/** What a town's guide is written for: its own row, the rest from the county's item. */
export function townshipGuideSubject({ key, cells, source, place }: TownshipRow, seat: Place): GuideSubject {
  return {
    key,
    code: cells.实施编码 ?? '',
    basicCode: soleReference(source.offer)?.code ?? '',
    name: cells.事项名称 ?? '',
    place,
    seat,
    office: { name: cells.实施主体 ?? '', code: cells.实施主体编码 ?? '' },
    source,
    address: cells.办理地点 ?? '',
    hours: cells.办理时间 ?? '',
    phone: cells.咨询电话 ?? '',
  };
}
