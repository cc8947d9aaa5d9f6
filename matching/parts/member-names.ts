import type { AnalysedName } from '../name/analyse.ts';
import { JOINT } from '../name/unified-text.ts';
import { activityRuns } from './activity-words.ts';
import { listReadings } from './list-readings.ts';

const NOBODY: readonly string[] = [];

/** A look at what is known already spares most names the reading. */
export const mayList = ({ text, truncated, actions }: AnalysedName): boolean =>
  !truncated && (text.includes(JOINT) || actions.LIFE_CYCLE.length > 1 || activityRuns(text).length > 0);

/**
 * The names of the single things a name lists, as far as it tells by itself: 企业变更登记 of 企业设立、变更、注销登记. They
 * have neighbouring characters that the whole has not.
 */
export function memberNames(name: AnalysedName): readonly string[] {
  if (!mayList(name)) return NOBODY;
  const readings = listReadings(name.text, NOBODY);
  return [
    ...new Set(
      readings.flatMap(({ before, members, behind }) => members.map((member) => before + member + behind)),
    ),
  ];
}
