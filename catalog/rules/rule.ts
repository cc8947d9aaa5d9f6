import type { ParsedCode } from '../codes/parse.ts';
import type { ItemType } from '../enumerations.ts';
import type { ExerciseLevel } from '../exercise-levels.ts';
import type { Problem } from '../problems.ts';

/** What the code rules look at in one record; every part may be missing. */
export interface CodedRecord {
  readonly basicCode?: ParsedCode | undefined;
  readonly implementationCode?: ParsedCode | undefined;
  readonly handlingItemCode?: ParsedCode | undefined;
  /** 实施主体编码, read with the hint USCC. */
  readonly organisationCode?: ParsedCode | undefined;
  readonly itemType?: ItemType | undefined;
  readonly exerciseLevels?: readonly ExerciseLevel[] | undefined;
}

/** One check of one record; the problems it finds say which clause they rest on. */
export type Rule = (record: CodedRecord) => readonly Problem[];
