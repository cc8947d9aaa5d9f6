import { LEVELS, type Level, parseLevel } from './levels.ts';
import { normalizeName } from './names.ts';

/** A name without the bracket behind it that says who exercises the power, and what that bracket says. */
export interface LevelMarked {
  /** In the form names are compared in. */
  readonly name: string;
  /** The levels the mark names, highest first; none without a mark. */
  readonly levels: readonly Level[];
  /** 省级权限下放: what a higher level has handed down to whoever writes so. */
  readonly isHandedDown: boolean;
}

const LAST_BRACKET = /^(.+)\(([^()]+)\)$/u;

/** 省级权限下放市级: only the power that is handed down is named by its level. */
const HANDED_DOWN = /^(?:承接|受)?([^、/,]+?)(?:权限)?(?:下放|委托)/u;

/** What stands behind a level that is no title of an office: 县级行使, 乡镇行使. */
const EXERCISED = /(?:审批权限|权限|事权|行使|实施|发证|办理)$/u;

/** Two levels written as one, 市县级. */
const LETTERS: Readonly<Record<string, Level>> = {
  省: 'PROVINCE',
  ...{ 市: 'CITY', 州: 'CITY', 县: 'COUNTY', 区: 'COUNTY', 旗: 'COUNTY' },
  ...{ 乡: 'TOWNSHIP', 镇: 'TOWNSHIP', 村: 'VILLAGE' },
};

/** The levels of a word: of two written as one too. */
const levelsOf = (word: string): readonly Level[] => {
  const level = word.replace(EXERCISED, '');
  const known = parseLevel(level);
  if (known !== undefined) return [known];
  const letters = /^([省市州县区旗乡镇村]{2,4})级$/u.exec(level)?.[1];
  return letters === undefined ? [] : [...letters].flatMap((letter) => LETTERS[letter] ?? []);
};

/** The levels of a mark, 市、县级; none where it is no mark: (个人), and (社区), which is a place. */
const levelsIn = (mark: string): readonly Level[] => {
  if (!/级$/u.test(mark) && !EXERCISED.test(mark)) return [];
  const words = mark.split(/[、/,;和及或与]/u).map(levelsOf);
  return words.every((levels) => levels.length > 0)
    ? LEVELS.filter((level) => words.some((levels) => levels.includes(level)))
    : [];
};

/**
 * A name parted from the mark of level that catalogs put behind it in brackets, 「停业登记（县级行使）」: the same item is
 * exercised at every level. A rank within the name (县级文物保护单位) stays.
 */
export function levelMarked(raw: string): LevelMarked {
  const text = normalizeName(raw);
  const [, name, mark] = LAST_BRACKET.exec(text) ?? [];
  if (name === undefined || mark === undefined) return { name: text, levels: [], isHandedDown: false };
  const handed = HANDED_DOWN.exec(mark)?.[1];
  const levels = handed === undefined ? levelsIn(mark) : levelsOf(handed);
  if (levels.length === 0) return { name: text, levels, isHandedDown: false };
  return { name, levels, isHandedDown: handed !== undefined };
}
