import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { parseWords } from '../../cli/parse-words.ts';

const EXAMPLES = COMMANDS.flatMap(({ help }) =>
  (help.split('\n例：\n')[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim()),
);

/** A name that chance has made: whoever copies it has another. */
const BY_CHANCE = /[0-9a-f]{8}-[0-9a-f]{4}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{6,}|…/u;

/** The command and its words; what stands before it is for its environment, what follows a pipe for others. */
const wordsOf = (line: string): readonly string[] => {
  const own = /^(?:[A-Z_]+=\S+ )*zongheng (.*?)(?: [|>].*)?$/u.exec(line)?.[1] ?? '';
  return [...own.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');
};

describe('the examples of the commands', () => {
  test('are there for each', () => {
    expect(EXAMPLES.length).toBeGreaterThan(COMMANDS.length);
  });

  test.each(EXAMPLES)('%s', (line) => {
    expect(line).not.toMatch(BY_CHANCE);
    const [name, ...words] = wordsOf(line);
    const command = COMMANDS.find((each) => each.name === name);
    expect(command?.name, line).toBe(name);
    if (command !== undefined) expect(() => parseWords(command, words)).not.toThrow();
  });
});
