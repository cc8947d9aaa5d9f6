#!/usr/bin/env -S node --max-semi-space-size=4
import { failureOf } from '../db/failures.ts';
import { type Command, EXIT, type ExitCode, type Terminal, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { outputStream } from './output-stream.ts';
import { overview } from './overview.ts';
import { nearestOf, parseWords } from './parse-words.ts';

const out = outputStream(process.stdout);
const told = outputStream(process.stderr);

const terminal: Terminal = {
  out: out.write,
  tell: (sentence) => told.write(`${sentence}\n`),
  environment: process.env,
  now: () => new Date().toISOString(),
};

const runCommand = async (command: Command, given: readonly string[]): Promise<ExitCode> => {
  const { values, words } = parseWords(command, given);
  if (values['help'] === true) {
    terminal.out(`${command.help}\n`);
    return EXIT.DONE;
  }
  return await command.run(terminal, values, words);
};

const main = async (words: readonly string[]): Promise<ExitCode> => {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview(COMMANDS));
    return EXIT.DONE;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command !== undefined) return await runCommand(command, rest);
  const names = COMMANDS.map((one) => one.name);
  const nearest = nearestOf(name, names);
  const hint = nearest === undefined ? '' : `是不是 ${nearest}？`;
  throw new UsageError(`没有命令“${name}”。${hint}可用的命令：${names.join('、')}。`);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError;
  // An error of a file bears its path: its code may be one that tells of a server elsewhere.
  const failure = error instanceof Error && 'path' in error ? error : failureOf(error);
  terminal.tell(failure instanceof Error ? failure.message : String(failure));
  if (usage) terminal.tell('用 zongheng --help 或 zongheng <命令> --help 查看用法。');
  else if (terminal.environment['LOG_LEVEL'] === 'debug' && error instanceof Error)
    terminal.tell(error.stack ?? '');
  process.exitCode = usage ? EXIT.USAGE : EXIT.FAILED;
}

process.once('exit', (code) => {
  const failure = out.failure();
  if (failure === undefined) return;
  terminal.tell(`写不了标准输出：${failure}。`);
  if (code === EXIT.DONE) process.exitCode = EXIT.FAILED;
});
