import { organisationCodeCheck, unifiedCreditCheck } from '../catalog/codes/unified-credit-code.ts';
import type { Place } from './places.ts';
import { hashText } from './random.ts';
import type { DepartmentWords } from './vocabulary/subject.ts';

/** An office as the lists name it, with its unified social credit code. */
export interface Organisation {
  readonly name: string;
  readonly code: string;
}

/** The department's office at a place: 纵横省司法厅, 青溪县司法局. */
export function departmentOffice(department: DepartmentWords, place: Place): Organisation {
  const short = place.level === 'PROVINCE' ? department.province : department.county;
  return {
    name: `${place.name}${short}`,
    code: creditCode(department.institution, place.code, Number(department.code)),
  };
}

/** The office that took over a county's licences (相对集中行政许可权). */
export function approvalBureau(place: Place): Organisation {
  return { name: `${place.name}行政审批局`, code: creditCode('11', place.code, 98) };
}

/** 镇（乡）人民政府, 街道办事处, 村民委员会 or 居民委员会. */
export function localAuthority(place: Place, county: Place): Organisation {
  if (place.level === 'TOWNSHIP') {
    const form = place.name.endsWith('街道') ? '办事处' : '人民政府';
    return { name: `${county.name}${place.name}${form}`, code: placeCode('11', place, county) };
  }
  const stem = place.name.replace(/村$/u, '');
  const name = place.name.endsWith('社区') ? `${place.name}居民委员会` : `${stem}村村民委员会`;
  return { name, code: placeCode('54', place, county) };
}

function placeCode(institution: string, place: Place, county: Place): string {
  return creditCode(institution, county.code, 100 + (Number(place.code.slice(6)) % 1_000_000));
}

/**
 * A code with both check digits right (GB 32100-2015, GB 11714-1997). The number steps through the eight digits by a
 * prime, so that no two offices of a county share one.
 */
export function creditCode(institution: string, regionCode: string, ordinal: number): string {
  const number = (hashText(regionCode) + ordinal * 104_729) % 100_000_000;
  const body = String(number).padStart(8, '0');
  const first17 = `${institution}${regionCode.slice(0, 6)}${body}${organisationCodeCheck(body)}`;
  return `${first17}${unifiedCreditCheck(first17)}`;
}
