import type { Place } from './places.ts';

/** The four lists of a city or county, each with the letters its row keys begin with. */
export const LISTS = {
  power: { title: '权力清单', kind: 'POWER', letters: 'QL' },
  public: { title: '公共服务事项清单', kind: 'PUBLIC_SERVICE', letters: 'GG' },
  directory: { title: '政务服务事项目录清单', kind: 'GOVERNMENT_SERVICE', letters: 'ML' },
  implementation: { title: '政务服务事项实施清单', kind: 'GOVERNMENT_SERVICE', letters: 'SS' },
} as const;

export type ListName = keyof typeof LISTS;

export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

/** The key of the reference catalog's list. */
export const REFERENCE_LIST = 'reference';

/** The key of a place's list, for example 880121-power. */
export function listKey(place: Place, name: ListName | 'township' | 'guides'): string {
  const digits = place.level === 'CITY' ? place.code.slice(0, 4) : place.code.slice(0, 6);
  return `${digits}-${name}`;
}
