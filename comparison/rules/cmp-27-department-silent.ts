import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { namesLevels } from '../compare-lists.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

/** 部门既没有事项也没有零报告。 */
export const departmentSilent: ListRule = {
  code: 'CMP_27',
  title: '部门既没有事项也没有零报告',
  source: '沈阳市通知（零报告）；标准汇编 4.3 CMP-27',
  check: ({ list, comparison }) => {
    const heard = new Set([
      ...list.items.flatMap(({ departmentFunctions }) => departmentFunctions),
      // Another office may file in the department's stead: an approval bureau its licences.
      ...comparison.rows.flatMap(({ reference, adoption }) =>
        adoption.by.length > 0 ? reference.departmentFunctions : [],
      ),
      ...list.nilReturns.flatMap((name) => canonicalOrganisation(name, list.regionName).functions),
    ]);
    const owed = Map.groupBy(
      comparison.rows.flatMap(({ reference, adoption }) =>
        adoption.state === 'UNANSWERED' && reference.state === 'IN_FORCE' ? [reference] : [],
      ),
      ({ departmentFunctions }) => departmentFunctions.join('、'),
    );
    return [...owed].flatMap(([department, items]) => {
      const functions = items[0]?.departmentFunctions ?? [];
      if (functions.length === 0 || functions.some((one) => heard.has(one))) return [];
      const isOwed = items.some(namesLevels);
      return [
        {
          rule: 'CMP_27' as const,
          severity: isOwed ? ('WARNING' as const) : ('INFO' as const),
          catalogId: list.catalogId,
          department,
          message: `${quoted(department)}部门在本清单既没有事项也没有零报告；参考目录中它有 ${items.length} 项${isOwed ? '由本级行使' : '，都没有写行使层级'}`,
          action: '请该部门报送事项；确实没有的，报送零报告',
        },
      ];
    });
  },
};
