import { LEVEL_NAMES } from '../../catalog/levels.ts';
import { isExercisedAt } from '../compare-lists.ts';
import { adopted } from './adopted.ts';
import { quoted } from './quoted.ts';
import type { ListRule } from './rule.ts';

/** 行使层级超出参考目录允许的范围。 */
export const levelNotAllowed: ListRule = {
  code: 'CMP_09',
  title: '行使层级超出参考目录允许的范围',
  source: '标准汇编 1.4、4.3 CMP-09',
  severities: { ERROR: '一律' },
  check: (beside) =>
    adopted(beside)
      .filter(({ item, reference }) => !isExercisedAt(reference, item.level))
      .map(({ item, reference, link }) => ({
        rule: 'CMP_09',
        severity: 'ERROR',
        catalogId: item.catalogId,
        itemId: item.id,
        otherId: reference.id,
        linkId: link.id,
        field: 'exerciseLevels',
        actual: LEVEL_NAMES[item.level],
        message: `参考目录没有让${LEVEL_NAMES[item.level]}行使${quoted(reference.name)}`,
        action: '请核对是否已依法下放或者受委托；否则移出清单',
      })),
};
