import { type LevelMarked, levelMarked } from '../../catalog/level-marks.ts';
import { LEVEL_NAMES } from '../../catalog/levels.ts';
import type { Finding } from '../finding.ts';
import { type Adopted, adopted } from './adopted.ts';
import { differingElement } from './differing-element.ts';
import { quoted } from './quoted.ts';
import type { ListBeside, ListRule } from './rule.ts';
import { textsOf } from './two-texts.ts';

const rule = 'CMP_04';

const differing = differingElement({
  rule,
  elements: ['name'],
  severity: ({ item, reference }) =>
    item.basicKey !== undefined && item.basicKey === reference.basicKey ? 'ERROR' : 'WARNING',
});

const levelNames = ({ levels }: LevelMarked): string => levels.map((level) => LEVEL_NAMES[level]).join('、');

/** A mark of level is no other name, but one of another level than the list's is a question: 停业登记（市级权限） in a county. */
const otherLevel =
  ({ authority, list }: ListBeside) =>
  ({ item, reference, link, drift }: Adopted): readonly Finding[] => {
    const found = drift.find(({ field, state }) => field.element === 'name' && state === 'COSMETIC');
    const mark = levelMarked(item.name);
    if (found === undefined || mark.levels.length === 0 || mark.isHandedDown) return [];
    const isSaid = levelNames(mark) === levelNames(levelMarked(reference.name));
    if (isSaid || mark.levels.includes(authority.level)) return [];
    return [
      {
        rule,
        severity: 'INFO',
        catalogId: list.catalogId,
        itemId: item.id,
        otherId: reference.id,
        linkId: link.id,
        ...textsOf(found),
        message: `${quoted(item.name)}的名称注明是${levelNames(mark)}的，本清单是${LEVEL_NAMES[authority.level]}的`,
        action: '请核对由哪一级行使；层级写在“行使层级”一栏，名称照参考目录写',
      },
    ];
  };

/** 名称与参考目录不一致。 */
export const nameDiffers: ListRule = {
  code: rule,
  title: '名称与参考目录不一致（末尾括号里注明本级行使的，不算不一致）',
  source: '四级四同；标准汇编 4.3 CMP-04',
  severities: {
    ERROR: '基本编码相同',
    WARNING: '没有相同的基本编码',
    INFO: '名称相同，只是末尾注明的是另一层级',
  },
  check: (beside) => [...differing(beside), ...adopted(beside).flatMap(otherLevel(beside))],
};
