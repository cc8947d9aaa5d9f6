import type { ListHead } from './report.ts';
import { kindWord } from './words.ts';

/** A list imported without a name goes by its key. */
const isNamed = ({ key, name }: ListHead): boolean => name !== key && name !== '';

/** What a sentence calls a list: 《青溪县权力清单》, or by its key, 清单“qx-power”. */
export const listLabel = (list: ListHead): string => {
  if (!isNamed(list)) return `${list.kind === 'REFERENCE' ? '参考目录' : '清单'}“${list.key}”`;
  return /^《.*》$/u.test(list.name) ? list.name : `《${list.name}》`;
};

/** The full name of a region, or its code where no list has told the name. */
const regionWords = ({ regionCode, regionName }: ListHead): string =>
  regionName === '' || regionName === regionCode ? `区划 ${regionCode}（没有名称）` : regionName;

/** What a list is: its name and key, of what kind, where, and how many items. */
export const listSentence = (list: ListHead): string => {
  const facts = [kindWord(list.kind), regionWords(list), `${list.items} 项`];
  return isNamed(list)
    ? `${listLabel(list)}（${[list.key, ...facts].join('，')}）`
    : `“${list.key}”（${['没有名称', ...facts].join('，')}）`;
};

/** What the report is called. */
export const reportTitle = (lists: readonly ListHead[]): string => {
  const [first] = lists;
  if (lists.length === 2) return `比对：${lists.map(listLabel).join('与')}`;
  return `比对：${first === undefined ? '' : regionWords(first)}的各份清单`;
};
