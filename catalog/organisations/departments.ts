import { FORMER_NAMES } from './former-names.ts';
import { FUNCTIONS } from './functions.ts';
import type { OrganisationFunction } from './organisation-function.ts';

/** What a spelling of a department's work means: one function, or those it was divided into. */
export interface Meaning {
  readonly functions: readonly OrganisationFunction[];
  /** A name ended by a reform. */
  readonly former: boolean;
}

const byName = new Map(FUNCTIONS.map((one) => [one.name, one]));

const named = (name: string): OrganisationFunction => {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`former-names.ts names an unknown function ${name}`);
  return found;
};

type Spelling = readonly [string, Meaning];

const current: readonly Spelling[] = FUNCTIONS.flatMap((one) =>
  [one.name, one.short, one.joint, ...one.spellings]
    .filter((spelling) => spelling !== undefined)
    .map((spelling) => [spelling, { functions: [one], former: false }] as const),
);

/** Names that are former ones only as a whole, not within a joint department's. */
const ALONE: ReadonlyMap<string, Meaning> = new Map(
  FORMER_NAMES.filter((one) => one.alone).flatMap(({ spellings, now }) =>
    spellings.map((spelling) => [spelling, { functions: now.map(named), former: true }] as const),
  ),
);

const former: readonly Spelling[] = FORMER_NAMES.flatMap(({ spellings, now }) =>
  spellings.map((spelling) => [spelling, { functions: now.map(named), former: true }] as const),
);

/** Every spelling; a current one outranks a former one. */
export const SPELLINGS: ReadonlyMap<string, Meaning> = new Map([...former, ...current]);

/** The characters that stand for a department in the short name of a joint one: 教科体局, 文广旅局. */
export const LETTERS: ReadonlyMap<string, Meaning> = new Map(
  FUNCTIONS.flatMap((one) =>
    one.letter === undefined ? [] : [[one.letter, { functions: [one], former: false }] as const],
  ),
);

/** One character before 委 is a commission's short name: 科委, 教委; before 局 it would be anything. */
const COMMISSIONS: ReadonlyMap<string, string> = new Map([
  ['教', '教育'],
  ['科', '科学技术'],
  ['建', '住房和城乡建设'],
  ['农', '农业农村'],
  ['体', '体育'],
]);

/** What a commission's one-character name means. */
export const commissionOf = (letter: string): Meaning | undefined => {
  const name = COMMISSIONS.get(letter);
  return name === undefined ? undefined : { functions: [named(name)], former: false };
};

const LONG = 6;

/** Long spellings with one character missing, as in 族宗教事务 for 民族宗教事务: no slip has two meanings. */
const SLIPPED: ReadonlyMap<string, Meaning> = new Map(
  [...SPELLINGS]
    .filter(([spelling]) => spelling.length >= LONG)
    .flatMap(([spelling, meaning]) =>
      Array.from(
        spelling,
        (_, index) => [spelling.slice(0, index) + spelling.slice(index + 1), meaning] as const,
      ),
    ),
);

const LONGEST_SPELLING = Math.max(...[...SPELLINGS.keys()].map((spelling) => spelling.length));

const CONNECTOR = /^[、和与及]/u;

/** The fewest meanings that make up the whole text, with or without 和 and 、 between them; undefined when none do. */
const split = (text: string): readonly Meaning[] | undefined => {
  const best: (readonly Meaning[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SPELLING - 1); start < end; start++) {
      const before = best[start];
      if (before === undefined) continue;
      const piece = text.slice(start, end);
      const word = start === 0 ? piece : piece.replace(CONNECTOR, '');
      const meaning = SPELLINGS.get(word) ?? LETTERS.get(word);
      if (meaning !== undefined && (best[end]?.length ?? Number.POSITIVE_INFINITY) > before.length + 1) {
        best[end] = [...before, meaning];
      }
    }
  }
  return best[text.length];
};

/** What the name of a department's work, without place and 局, means: one function, several of a joint one, or unknown. */
export const departmentsOf = (work: string): Meaning | undefined => {
  const whole = ALONE.get(work) ?? SPELLINGS.get(work);
  if (whole !== undefined) return whole;
  const parts = split(work);
  if (parts === undefined) return SLIPPED.get(work);
  const functions = [...new Set(parts.flatMap((part) => part.functions))];
  const alone = functions.length === 1 ? ALONE.get(functions[0]?.name ?? '') : undefined;
  return alone ?? { functions, former: parts.some((part) => part.former) };
};

/** Functions in the order of the vocabulary. */
export const inOrder = (functions: readonly OrganisationFunction[]): readonly OrganisationFunction[] =>
  FUNCTIONS.filter((one) => functions.includes(one));
