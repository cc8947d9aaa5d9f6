import type { ExerciseLevel } from '../../catalog/exercise-levels.ts';
import { LEVEL_NAMES, type Level } from '../../catalog/levels.ts';
import type { ReferenceRow } from '../compare-lists.ts';
import type { Finding } from '../finding.ts';
import { isPower } from '../list-membership.ts';
import { hasList } from './counterparts.ts';
import { quoted } from './quoted.ts';
import type { ListBeside, ListRule } from './rule.ts';
import { waitingLocal } from './waiting.ts';

const wordsOf = (levels: readonly Level[]): string => levels.map((level) => LEVEL_NAMES[level]).join('、');

/** The levels the reference names; none where it leaves the item to be graded or says nothing. */
const namedLevels = ({ reference }: ReferenceRow): readonly Level[] => {
  const levels = (reference.elements['exerciseLevels'] ?? []) as readonly ExerciseLevel[];
  return levels.flatMap((level) => (level === 'GRADED' ? [] : [level]));
};

/** One level is to exercise the item, and several do; where another does alone, CMP-09 tells it. */
const overlaps = ({ authority, list }: ListBeside, row: ReferenceRow): readonly Finding[] => {
  const [level, ...others] = namedLevels(row);
  const offering = authority.levelsOffering(row.reference.id);
  const isOverlap = offering.includes(authority.level) && offering.length > 1;
  if (level === undefined || others.length > 0 || !isOverlap) return [];
  return row.adoption.by.map(({ item, link }) => ({
    rule: 'CMP_18',
    severity: 'WARNING',
    catalogId: list.catalogId,
    itemId: item.id,
    otherId: row.reference.id,
    linkId: link.id,
    actual: wordsOf(offering),
    expected: LEVEL_NAMES[level],
    message: `${quoted(row.reference.name)}只由${LEVEL_NAMES[level]}行使，现有${wordsOf(offering)}在办`,
    action: '请按参考目录确定由哪一级办理，其余层级改为受理、初审或者移出',
  }));
};

/**
 * Several levels may exercise the item, and of a county and those above and below it none does. Of a level that has
 * filed nothing nobody can tell.
 */
const gaps = (beside: ListBeside, row: ReferenceRow, filed: ReadonlySet<Level>): readonly Finding[] => {
  const { authority, list } = beside;
  const levels = namedLevels(row);
  const { reference, adoption } = row;
  const isGap =
    authority.level === 'COUNTY' &&
    levels.length > 1 &&
    levels.every((level) => filed.has(level)) &&
    adoption.state === 'UNANSWERED' &&
    reference.state === 'IN_FORCE' &&
    authority.levelsOffering(reference.id).length === 0 &&
    waitingLocal(authority, reference.id, list) === undefined;
  if (!isGap || !isToldHere(beside, row)) return [];
  return [
    {
      rule: 'CMP_18',
      severity: 'WARNING',
      catalogId: list.catalogId,
      otherId: reference.id,
      expected: wordsOf(levels),
      message: `${quoted(reference.name)}可由${wordsOf(levels)}行使，本地和上下级都没有确认办理的`,
      action: '请与上下级商定由哪一级办理',
    },
  ];
};

/** Once for an authority: on the list of powers or of public services, where it has one. */
const isToldHere = ({ authority, list }: ListBeside, { reference }: ReferenceRow): boolean => {
  const own = isPower(reference) ? 'POWER' : 'PUBLIC_SERVICE';
  return list.kind === own || !hasList(authority, own);
};

/** 同一事项各级都在办理而目录只定一级，或者规定的层级没有一级在办。 */
export const levelsOverlapOrGap: ListRule = {
  code: 'CMP_18',
  title: '同一事项各级都在办理而目录只定一级，或者规定的层级没有一级在办',
  source: '武陵源区通知；标准汇编 4.3 CMP-18',
  severities: { WARNING: '一律' },
  check: (beside) => {
    const { authority, comparison } = beside;
    const filed = new Set(comparison.rows.flatMap(({ reference }) => authority.levelsOffering(reference.id)));
    return comparison.rows.flatMap((row) => [...overlaps(beside, row), ...gaps(beside, row, filed)]);
  },
};
