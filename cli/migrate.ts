import { type Command, EXIT } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: '把数据库结构升级到最新',
  help: `用法：zongheng migrate

把 DATABASE_URL 所指的数据库（或内置数据库）的结构升级到最新。可重复执行；每一步在一个事务里，失败即还原。

例：
  DATABASE_URL=postgres://用户:口令@db/zongheng zongheng migrate`,
  options: {},
  run: async (terminal) => {
    const database = await openFromEnvironment(terminal);
    await database.close();
    terminal.tell('数据库结构已是最新。');
    return EXIT.DONE;
  },
};
