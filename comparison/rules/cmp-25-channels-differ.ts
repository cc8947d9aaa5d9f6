import { FIELDS } from '../../catalog/fields.ts';
import type { Authority } from '../authority.ts';
import type { ComparedItem, ComparedList } from '../compared-item.ts';
import { driftOf } from '../drift.ts';
import { states } from '../element-value.ts';
import type { Finding } from '../finding.ts';
import { isDifferent } from '../three-way.ts';
import { quoted } from './quoted.ts';
import type { AuthorityRule } from './rule.ts';

/** What an applicant goes by, and must read the same wherever it is published. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...['name', 'itemType', 'legalBasisText', 'statutoryLimit', 'promisedLimit', 'serviceObjects'],
  ...['materialsText', 'hasFee', 'feeStandard'],
]);

const PUBLISHED = [...FIELDS.item, ...FIELDS.guide].filter(({ element }) => ELEMENTS.has(element));

/** The items of a list by the reference item each stands for as a whole; the first where there are several. */
const byReference = ({ links }: Authority, { items }: ComparedList): ReadonlyMap<string, ComparedItem> => {
  const found = new Map<string, ComparedItem>();
  for (const item of items) {
    if (item.state === 'CANCELLED') continue;
    for (const link of links.from('REFERENCE', item.id)) {
      const isWhole = link.isSettled && link.relation === 'EQUIVALENT';
      if (isWhole && !found.has(link.rightId)) found.set(link.rightId, item);
    }
  }
  return found;
};

const between = (item: ComparedItem, list: ComparedList, other: ComparedItem, otherList: ComparedList) => {
  const fields = PUBLISHED.filter(
    ({ element }) => states(item.elements, element) && states(other.elements, element),
  );
  const stated = new Set(fields.map(({ element }) => element));
  const texts = { base: other.elements, now: other.elements, local: item.elements };
  return driftOf(fields, texts, stated)
    .filter(({ state }) => isDifferent(state))
    .map(
      ({ field, local, now }): Finding => ({
        rule: 'CMP_25',
        severity: 'WARNING',
        catalogId: item.catalogId,
        itemId: item.id,
        otherId: other.id,
        field: field.element,
        actual: local,
        expected: now,
        message: `${quoted(item.name)}的${field.chinese}前后不一：${quoted(list.name)}写的是${quoted(local)}，${quoted(otherList.name)}写的是${quoted(now)}`,
        action: '请统一各处公布的内容，线上线下一致',
      }),
    );
};

/** 同一事项在同一地区的两份政务服务清单中写法不一。 */
export const channelsDiffer: AuthorityRule = {
  code: 'CMP_25',
  title: '同一事项在同一地区的两份政务服务清单中写法不一',
  source: '镇坪县通知（线上线下一致）；标准汇编 4.3 CMP-25',
  severities: { WARNING: '一律' },
  check: (authority) => {
    const lists = authority.lists.filter(({ kind }) => kind === 'GOVERNMENT_SERVICE');
    return lists.flatMap((list, at) =>
      lists
        .slice(0, at)
        .filter(({ regionCode, level }) => regionCode === list.regionCode && level === list.level)
        .flatMap((otherList) => {
          const others = byReference(authority, otherList);
          return [...byReference(authority, list)].flatMap(([referenceId, item]) => {
            const other = others.get(referenceId);
            return other === undefined ? [] : between(item, list, other, otherList);
          });
        }),
    );
  },
};
