#!/usr/bin/env -S node --max-semi-space-size=4
import { parseArgs } from 'node:util';
import { type Command, EXIT, type ExitCode, type Terminal, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { overview } from './overview.ts';

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  tell: (sentence) => process.stderr.write(`${sentence}\n`),
  environment: process.env,
  now: () => new Date().toISOString(),
};

// `zongheng releases | head -1`: a reader that has enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const parse = (command: Command, words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`参数有误：${error instanceof Error ? error.message : error}`, { cause: error });
  }
};

const runCommand = async (command: Command, words: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = parse(command, words);
  if (values['help'] === true) {
    terminal.out(`${command.help}\n`);
    return EXIT.DONE;
  }
  return await command.run(terminal, values, positionals);
};

const main = async (words: readonly string[]): Promise<ExitCode> => {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview(COMMANDS));
    return EXIT.DONE;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command !== undefined) return await runCommand(command, rest);
  throw new UsageError(`没有命令“${name}”。可用的命令：${COMMANDS.map((one) => one.name).join('、')}。`);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError;
  terminal.tell(error instanceof Error ? error.message : String(error));
  if (usage) terminal.tell('用 zongheng --help 或 zongheng <命令> --help 查看用法。');
  else if (terminal.environment['LOG_LEVEL'] === 'debug' && error instanceof Error)
    terminal.tell(error.stack ?? '');
  process.exitCode = usage ? EXIT.USAGE : EXIT.FAILED;
}
