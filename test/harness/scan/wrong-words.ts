import { type GraphQLSchema, isObjectType } from 'graphql';
import type { ScannedLane } from './probes.ts';

/** A name nearly of the schema, and the one it is nearly. */
export interface WrongWord {
  readonly word: string;
  readonly meant: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** So many names that differ from one of a field by a letter: what servers of GraphQL like to put right. */
export const wrongWords = (
  schema: GraphQLSchema,
  random: () => number,
  count: number,
): readonly WrongWord[] => {
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()));
  const known = new Set(fields);
  const letter = (): string => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x';
  const words: WrongWord[] = [];
  while (words.length < count) {
    const meant = fields[Math.floor(random() * fields.length)] ?? '';
    const place = Math.floor(random() * meant.length);
    const kept = random() < 0.5 ? place : place + 1;
    const word = meant.slice(0, place) + letter() + meant.slice(kept);
    // Of three letters there is always one within another word of the answer.
    if (meant.length > 4 && !known.has(word)) words.push({ word, meant });
  }
  return words;
};

interface Mistakes {
  readonly errors?: readonly { readonly message: string }[];
}

/** Words asked for at once: as many mistakes as are told of one document. */
const AT_ONCE = 5;

/** The words whose right form a lane gave away when they were asked for. */
export const suggested = async (
  { url, headers }: ScannedLane,
  words: readonly WrongWord[],
): Promise<readonly string[]> => {
  const given: string[] = [];
  for (let from = 0; from < words.length; from += AT_ONCE) {
    const asked = words.slice(from, from + AT_ONCE);
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ ${asked.map(({ word }) => word).join(' ')} }` }),
    });
    const { errors = [] } = (await response.json()) as Mistakes;
    const text = errors.map(({ message }) => message).join('\n');
    if (text === '') given.push(`no mistake found in ${asked.map(({ word }) => word).join(' ')}`);
    const names = new Set(text.match(/\w+/gu));
    for (const { word, meant } of asked)
      if (names.has(meant) || /did you mean/iu.test(text)) given.push(`${word}: ${meant}`);
  }
  return given;
};
