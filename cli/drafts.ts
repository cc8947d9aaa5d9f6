import { discardDraft, listDrafts } from '../intake/drafts.ts';
import { type Command, EXIT, textOption } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';

export const drafts: Command = {
  name: 'drafts',
  summary: '列出或丢弃尚未发布的草稿',
  help: `用法：zongheng drafts [--discard 清单键] [--json]

列出已导入、尚未发布的草稿：清单键、名称、层级、种类、区划、来源行数、导入时刻。--discard 丢弃一份草稿，已发布的内容不受影响。

例：
  zongheng drafts
  zongheng drafts --discard qingxi-power`,
  options: { discard: { type: 'string' }, json: { type: 'boolean' } },
  run: async (terminal, values) => {
    const key = textOption(values, 'discard');
    const database = await openFromEnvironment(terminal);
    try {
      if (key !== undefined) {
        const found = await discardDraft(database.sql, key);
        terminal.tell(found ? `已丢弃清单 ${key} 的草稿。` : `清单 ${key} 没有草稿。`);
        return found ? EXIT.DONE : EXIT.FAILED;
      }
      const rows = await listDrafts(database.sql);
      if (rows.length === 0) terminal.tell('没有草稿。');
      for (const row of rows) {
        const words = [row.key, row.name, row.level, row.kind, row.regionCode, row.rows, row.importedAt];
        terminal.out(values['json'] === true ? `${JSON.stringify(row)}\n` : `${words.join('\t')}\n`);
      }
      return EXIT.DONE;
    } finally {
      await database.close();
    }
  },
};
