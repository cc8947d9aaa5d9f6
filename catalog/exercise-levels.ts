import { LEVELS, type Level } from './levels.ts';

/** Levels that may exercise an item (行使层级); GRADED is 分级管理, which names no single level. */
export const EXERCISE_LEVELS = [...LEVELS, 'GRADED'] as const;

export type ExerciseLevel = Level | 'GRADED';
