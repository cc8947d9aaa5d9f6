import { describe, expect, test } from 'vitest';
import { type Command, UsageError } from '../../cli/command.ts';
import { COMMANDS } from '../../cli/commands.ts';
import { nearestOf, parseWords } from '../../cli/parse-words.ts';

const command = (name: string): Command => {
  const found = COMMANDS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
};

const parsed = (line: string) => {
  const [name = '', ...words] = line.split(' ');
  return parseWords(command(name), words);
};

describe('what a command does not take is refused, in Chinese', () => {
  test.each([
    ['publish KEY', 'zongheng publish 不接受“KEY”；清单请用 --list KEY 给出。'],
    ['drafts extra', 'zongheng drafts 不接受“extra”。'],
    ['releases x', 'zongheng releases 不接受“x”。'],
    ['rollback 1 2', 'zongheng rollback 不接受“2”。'],
    ['subgraph guide county', 'zongheng subgraph 不接受“county”。'],
    ['export --lst x', 'zongheng export 没有选项“--lst”；是不是 --list？'],
    ['import a.csv --dryrun', 'zongheng import 没有选项“--dryrun”；是不是 --dry-run？'],
    ['releases -x', 'zongheng releases 没有选项“-x”；可用的选项：--json、--help。'],
    ['export --list', '选项 --list 后面缺少值。'],
    ['export --list --force', '选项 --list 后面缺少值；若“--force”就是它的值，请写成 --list=--force。'],
    ['export --release -1', '选项 --release 后面缺少值；若“-1”就是它的值，请写成 --release=-1。'],
    ['export --force=1', '选项 --force 不带值，现带有“1”。'],
    ['export --list a --list b', '选项 --list 只能给一次。'],
    ['export -o a --out b', '选项 --out 只能给一次。'],
  ])('%s', (line, sentence) => {
    expect(() => parsed(line)).toThrow(new UsageError(sentence));
  });
});

test.each([
  ['publish --list a --list b', { list: ['a', 'b'] }, []],
  ['publish stray --help', { help: true }, ['stray']],
  ['import a.csv b.csv --list x', { list: 'x' }, ['a.csv', 'b.csv']],
  ['import --list x -- -a.csv', { list: 'x' }, ['-a.csv']],
  ['export --release=-1 -o -', { release: '-1', out: '-' }, []],
  ['rollback 3 --yes', { yes: true }, ['3']],
])('%s is taken', (line, values, words) => {
  const found = parsed(line);
  expect([{ ...found.values }, found.words]).toEqual([values, words]);
});

test.each([
  ['expotr', 'export'],
  ['release', 'releases'],
  ['weather', undefined],
  ['x', undefined],
])('nearest to %s', (word, name) => {
  expect(
    nearestOf(
      word,
      COMMANDS.map((each) => each.name),
    ),
  ).toBe(name);
});
