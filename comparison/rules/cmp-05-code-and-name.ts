import { normalizeName } from '../../catalog/names.ts';
import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { adopted } from './adopted.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

const basics = (item: ComparedItem) =>
  ({ rule: 'CMP_05', severity: 'ERROR', catalogId: item.catalogId, itemId: item.id }) as const;

/** 业务办理项: several items that are each part of one reference item bear its code by design. */
const arePartsOfOne = ({ links }: Authority, one: ComparedItem, other: ComparedItem): boolean => {
  const referencesOf = ({ id }: ComparedItem) =>
    links.from('REFERENCE', id).filter(({ relation }) => relation !== 'RELATED');
  const theirs = new Map(referencesOf(other).map((link) => [link.rightId, link]));
  return referencesOf(one).some((link) =>
    [link.relation, theirs.get(link.rightId)?.relation].includes('NARROWER'),
  );
};

/** One code on several names: each but the first is told, with the first beside it. */
const sharedCodes = (authority: Authority, items: readonly ComparedItem[]): readonly Finding[] =>
  [
    ...Map.groupBy(
      items.filter(({ codeKey }) => codeKey !== undefined),
      ({ codeKey }) => codeKey,
    ),
  ].flatMap(([, [first, ...others]]) =>
    others
      .filter(
        (item) =>
          first !== undefined &&
          normalizeName(item.name) !== normalizeName(first.name) &&
          !arePartsOfOne(authority, first, item),
      )
      .map((item) => ({
        ...basics(item),
        otherId: (first as ComparedItem).id,
        message: `${quoted(item.name)}与${quoted((first as ComparedItem).name)}用同一个编码`,
        action: '请为其中一项另编编码',
      })),
  );

/** One name of one department several times: with codes that differ, or simply filed twice. */
const sharedNames = (items: readonly ComparedItem[]): readonly Finding[] =>
  [
    ...Map.groupBy(
      items,
      ({ name, department, regionCode }) => `${normalizeName(name)} ${department} ${regionCode}`,
    ),
  ].flatMap(([, [first, ...others]]) =>
    others.map((item) => ({
      ...basics(item),
      otherId: (first as ComparedItem).id,
      message: `${quoted(item.name)}在清单中出现不止一次${item.codeKey === first?.codeKey ? '' : '，编码不同'}`,
      action: '请核对是否重复填报；确是两项的，在名称中写明区别',
    })),
  );

/** 编码与名称不是一一对应。 */
export const codeAndName: ListRule = {
  code: 'CMP_05',
  title: '编码与名称不是一一对应',
  source: '四级四同；标准汇编 4.3 CMP-05',
  check: (beside) => {
    const items = beside.list.items.filter(({ state }) => state !== 'CANCELLED');
    const differing = adopted(beside).filter(
      ({ item, reference }) =>
        item.basicKey !== undefined &&
        reference.basicKey !== undefined &&
        item.basicKey !== reference.basicKey,
    );
    return [
      ...differing.map(({ item, reference, link }) => ({
        ...basics(item),
        otherId: reference.id,
        linkId: link.id,
        field: 'basicCode',
        actual: String(item.elements['basicCode'] ?? ''),
        expected: String(reference.elements['basicCode'] ?? ''),
        message: `${quoted(item.name)}的基本编码与参考目录的${quoted(reference.name)}不同`,
        action: '请改用参考目录的基本编码',
      })),
      ...sharedCodes(beside.authority, items),
      ...sharedNames(items),
    ];
  },
};
