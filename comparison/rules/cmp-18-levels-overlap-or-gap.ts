import type { ExerciseLevel } from '../../catalog/exercise-levels.ts';
import { LEVEL_NAMES } from '../../catalog/levels.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

/** 同一事项各级都在办理而目录只定一级，或者规定的层级没有一级在办。 */
export const levelsOverlapOrGap: ListRule = {
  code: 'CMP_18',
  title: '同一事项各级都在办理而目录只定一级，或者规定的层级没有一级在办',
  source: '武陵源区通知；标准汇编 4.3 CMP-18',
  check: ({ authority, list, comparison }) =>
    comparison.rows.flatMap(({ reference, adoption }) => {
      const allowed = (reference.elements['exerciseLevels'] ?? []) as readonly ExerciseLevel[];
      const offering = authority.levelsOffering(reference.id);
      const [one] = allowed;
      if (allowed.length !== 1 || one === undefined || one === 'GRADED') return [];
      const beyond = offering.filter((level) => level !== one);
      if (!offering.includes(authority.level) || beyond.length === 0 || adoption.by.length === 0) return [];
      const levels = offering.map((level) => LEVEL_NAMES[level]).join('、');
      return adoption.by.map(({ item, link }) => ({
        rule: 'CMP_18' as const,
        severity: 'WARNING' as const,
        catalogId: list.catalogId,
        itemId: item.id,
        otherId: reference.id,
        linkId: link.id,
        actual: levels,
        expected: LEVEL_NAMES[one],
        message: `${quoted(reference.name)}只由${LEVEL_NAMES[one]}行使，现有${levels}同时在办`,
        action: '请按参考目录确定由哪一级办理，其余层级改为受理、初审或者移出',
      }));
    }),
};
