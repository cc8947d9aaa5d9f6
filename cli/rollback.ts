import { rollback as rollBack } from '../intake/publish/rollback.ts';
import { type Command, EXIT, UsageError } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { operatorName } from './operator.ts';
import { tellReadersBehind } from './readers-behind.ts';

export const rollback: Command = {
  name: 'rollback',
  summary: '恢复到较早的版次（产生一个内容相同的新版次）',
  help: `用法：zongheng rollback 版次号 [--yes]

产生一个新版次，内容与指定版次相同；其间的版次仍可查询，恢复本身也可再恢复。
不加 --yes 时只说明将要改变什么，不作改动。

例：
  zongheng releases
  zongheng rollback 12 --yes`,
  options: { yes: { type: 'boolean' } },
  mostWords: 1,
  run: async (terminal, values, words) => {
    const to = Number(words[0]);
    if (words.length !== 1 || !Number.isInteger(to))
      throw new UsageError('请给出一个版次号，例如 zongheng rollback 12 --yes');
    const dryRun = values['yes'] !== true;
    const database = await openFromEnvironment(terminal);
    try {
      const result = await rollBack(database.sql, to, terminal.now(), { dryRun, operator: operatorName() });
      if (result.kind === 'NO_SUCH_RELEASE') {
        terminal.tell(`没有版次 ${to}；最新的版次是 ${result.newest}。用 zongheng releases 查看全部版次。`);
        return EXIT.FAILED;
      }
      const { added, changed, removed, catalogKeys } = result;
      const effect = `新增 ${added}，变更 ${changed}，取消 ${removed}（含指南）；涉及清单 ${catalogKeys.join('、') || '无'}`;
      if (dryRun) terminal.tell(`将产生一个与版次 ${to} 内容相同的新版次：${effect}。确认请加 --yes。`);
      else terminal.out(`版次 ${result.release}\n`);
      if (!dryRun) terminal.tell(effect);
      tellReadersBehind(terminal, result);
      return EXIT.DONE;
    } finally {
      await database.close();
    }
  },
};
