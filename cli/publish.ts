import { type PublishResult, publish as publishDrafts } from '../intake/publish/publish.ts';
import { type Command, EXIT, type ExitCode, listOption, type Terminal, textOption } from './command.ts';
import { matchIncrementally } from './match-lists.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { operatorName } from './operator.ts';
import { tellReadersBehind } from './readers-behind.ts';

const tellResult = (terminal: Terminal, result: PublishResult, json: boolean): ExitCode => {
  if (json) terminal.out(`${JSON.stringify(result)}\n`);
  if (result.kind === 'NO_DRAFT') {
    const which = result.missing.length > 0 ? `清单 ${result.missing.join('、')} 没有草稿` : '没有任何草稿';
    terminal.tell(`${which}，什么也没有发布。请先用 zongheng import 导入。`);
    return EXIT.FAILED;
  }
  for (const list of result.lists) {
    const { key, added, changed, unchanged, removed } = list;
    terminal.tell(`${key}：新增 ${added}，变更 ${changed}，不变 ${unchanged}，取消 ${removed}`);
  }
  if (result.kind === 'NOTHING_CHANGED') terminal.tell('草稿与已发布的内容相同，没有产生新的版次。');
  else if (!json) terminal.out(`版次 ${result.release}\n`);
  if (result.kind === 'PUBLISHED') tellReadersBehind(terminal, result);
  return EXIT.DONE;
};

export const publish: Command = {
  name: 'publish',
  summary: '把草稿发布为一个新版次',
  help: `用法：zongheng publish [--list 清单键]… [--note 说明] [--no-match] [--json]

把已导入的草稿在一个事务里发布为一个版次：读者要么看到全部，要么什么也看不到。
不给 --list 时发布全部草稿。发布之后自动匹配有变化的部分，作为下一个版次；--no-match 则不匹配。

例：
  zongheng publish --note "2026 年第三季度调整"
  zongheng publish --list qingxi-power --list qingxi-service`,
  options: {
    list: { type: 'string', multiple: true },
    note: { type: 'string' },
    'no-match': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (terminal, values) => {
    const database = await openFromEnvironment(terminal);
    try {
      const keys = listOption(values, 'list');
      const note = textOption(values, 'note');
      const result = await publishDrafts(database.sql, {
        now: terminal.now(),
        operator: operatorName(),
        onProgress: terminal.tell,
        ...(keys === undefined ? {} : { keys }),
        ...(note === undefined ? {} : { note }),
      });
      const exit = tellResult(terminal, result, values['json'] === true);
      if (result.kind === 'PUBLISHED' && values['no-match'] !== true) {
        await matchIncrementally(database.sql, terminal);
      }
      return exit;
    } finally {
      await database.close();
    }
  },
};
