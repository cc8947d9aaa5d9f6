import { LEVELS, type Level, parseLevel } from './levels.ts';

/** Levels that may exercise an item (行使层级); GRADED is 分级管理, which names no single level. */
export const EXERCISE_LEVELS = [...LEVELS, 'GRADED'] as const;

export type ExerciseLevel = Level | 'GRADED';

/** GB/T 39046-2020 A.2 gives 6 to the village and 7 to 分级管理; some portals have no village and give 6 to 分级管理. */
export type ExerciseLevelScheme = 'GBT_39046' | 'PORTAL_WITHOUT_VILLAGE';

const CODES: Readonly<Record<ExerciseLevelScheme, readonly ExerciseLevel[]>> = {
  GBT_39046: ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRADED'],
  PORTAL_WITHOUT_VILLAGE: ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'GRADED'],
};

export interface ExerciseLevels {
  /** Ordered from the centre down, without repeats. */
  readonly levels: readonly ExerciseLevel[];
  /** Pieces of the text that name no level, as they were written. */
  readonly unrecognised: readonly string[];
}

/** The exercise level a one-digit code means in a scheme, or undefined. */
export function exerciseLevelOfCode(
  code: string,
  scheme: ExerciseLevelScheme = 'GBT_39046',
): ExerciseLevel | undefined {
  return /^[1-9]$/u.test(code) ? CODES[scheme][Number(code) - 1] : undefined;
}

/** Every exercise level a cell names, as codes (`2,3`), words (`市级、县级`) or both (`4(县级)`). */
export function parseExerciseLevels(raw: string, scheme: ExerciseLevelScheme = 'GBT_39046'): ExerciseLevels {
  const found = new Set<ExerciseLevel>();
  const unrecognised: string[] = [];
  for (const piece of pieces(raw)) {
    const level = oneLevel(piece, scheme);
    if (level) found.add(level);
    else unrecognised.push(piece);
  }
  return { levels: EXERCISE_LEVELS.filter((level) => found.has(level)), unrecognised };
}

/** Splits at separators outside brackets: the 、 inside 镇(乡、街道)级 separates nothing. */
function pieces(raw: string): string[] {
  const text = raw.normalize('NFKC');
  return (text.match(/(?:\([^()]*\)|[^、,;/|\s()])+/gu) ?? []).map((piece) => piece.trim()).filter(Boolean);
}

function oneLevel(piece: string, scheme: ExerciseLevelScheme): ExerciseLevel | undefined {
  if (/^(分级管理|分级|graded)$/iu.test(piece)) return 'GRADED';
  const coded = /^([1-9])(?:\(.+\))?$/u.exec(piece)?.[1];
  return coded ? exerciseLevelOfCode(coded, scheme) : parseLevel(piece);
}
