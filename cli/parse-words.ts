import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Command, UsageError, type Values } from './command.ts';

/** What the words behind a command's name say. */
export interface ParsedWords {
  readonly values: Values;
  readonly words: readonly string[];
}

/** How many letters must be put in, left out or changed to make one word of another. */
const lettersBetween = (one: string, other: string): number => {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (before[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
      line.push(Math.min(changed, (before[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    before = line;
  }
  return before.at(-1) ?? 0;
};

/** The name most like a word that is none of them; undefined where none is like it. */
export const nearestOf = (word: string, names: readonly string[]): string | undefined => {
  const [nearest] = names
    .map((name) => {
      const isBegun = word.length > 1 && (name.startsWith(word) || word.startsWith(name));
      return { name, distance: isBegun ? 1 : lettersBetween(word, name) };
    })
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((left, right) => left.distance - right.distance);
  return nearest?.name;
};

const optionsOf = (command: Command): ParseArgsOptionsConfig => ({
  ...command.options,
  help: { type: 'boolean', short: 'h' },
});

/** The options as they were written, the wrong ones too. */
const writtenOptions = (command: Command, words: readonly string[]) =>
  parseArgs({
    args: [...words],
    options: optionsOf(command),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens.filter((token) => token.kind === 'option');

const unknownOption = (command: Command, rawName: string): string => {
  const names = Object.keys(optionsOf(command));
  const nearest = nearestOf(rawName.replace(/^-+/u, ''), names);
  const hint =
    nearest === undefined
      ? `可用的选项：${names.map((name) => `--${name}`).join('、')}`
      : `是不是 --${nearest}？`;
  return `zongheng ${command.name} 没有选项“${rawName}”；${hint}${nearest === undefined ? '。' : ''}`;
};

/** What is wrong with the options, one sentence for the first that is; Node says it in English only. */
const wrongOption = (command: Command, words: readonly string[]): string | undefined => {
  const options = new Map(Object.entries(optionsOf(command)));
  const seen = new Set<string>();
  for (const { name, rawName, value, inlineValue } of writtenOptions(command, words)) {
    const option = options.get(name);
    if (option === undefined) return unknownOption(command, rawName);
    if (option.type === 'boolean' && value !== undefined) return `选项 ${rawName} 不带值，现带有“${value}”。`;
    if (option.type === 'string' && value === undefined) return `选项 ${rawName} 后面缺少值。`;
    if (value !== undefined && inlineValue !== true && /^-./u.test(value)) {
      return `选项 ${rawName} 后面缺少值；若“${value}”就是它的值，请写成 --${name}=${value}。`;
    }
    if (seen.has(name) && option.multiple !== true && name !== 'help') return `选项 ${rawName} 只能给一次。`;
    seen.add(name);
  }
  return undefined;
};

/**
 * Parses the words behind a command's name. An unknown option, one without its value or one given twice, and more
 * words than the command takes are wrong usage: a word that is passed over may have been meant to narrow what is done.
 */
export const parseWords = (command: Command, words: readonly string[]): ParsedWords => {
  const wrong = wrongOption(command, words);
  if (wrong !== undefined) throw new UsageError(wrong);
  const { values, positionals } = parseArgs({
    args: [...words],
    options: optionsOf(command),
    allowPositionals: true,
  });
  const stray = positionals[command.mostWords ?? 0];
  if (stray === undefined || values['help'] === true) return { values, words: positionals };
  const hint = 'list' in command.options ? `；清单请用 --list ${stray} 给出` : '';
  throw new UsageError(`zongheng ${command.name} 不接受“${stray}”${hint}。`);
};
