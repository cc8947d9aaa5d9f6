import { chineseOf, exerciseLevelOf } from '../enumerations.ts';
import { problem } from '../problems.ts';
import { implementationOf } from './record-codes.ts';
import type { Rule } from './rule.ts';

/** The level digit is one of the exercise levels. A warning only: a city bureau's district branch has the city's code. */
export const CODE_07_EXERCISE_LEVEL: Rule = ({ implementationCode, exerciseLevels = [] }) => {
  const digit = implementationOf(implementationCode)?.level;
  const level = digit && exerciseLevelOf(digit);
  if (!digit || !level || exerciseLevels.length === 0 || exerciseLevels.includes(level)) return [];
  const other = exerciseLevels.map((each) => chineseOf('ExerciseLevel', each)).join('、');
  return [problem('CODE_07', { field: 'implementationCode', value: digit, other })];
};
