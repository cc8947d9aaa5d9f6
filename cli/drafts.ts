import { momentInChina } from '../catalog/day-in-china.ts';
import type { Sql } from '../db/client.ts';
import { discardDraft, isKnownList, listDrafts } from '../intake/drafts.ts';
import { quarantinedRows } from '../intake/quarantine.ts';
import { type Command, EXIT, type ExitCode, type Terminal, textOption, UsageError } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { tabLine } from './tab-line.ts';

const tellQuarantine = async (
  terminal: Terminal,
  sql: Sql,
  key: string,
  json: boolean,
): Promise<ExitCode> => {
  const rows = await quarantinedRows(sql, key);
  if (rows.length === 0 && !(await isKnownList(sql, key))) {
    terminal.tell(`没有清单“${key}”：既没有草稿，也没有发布过。用 zongheng drafts 查看全部草稿。`);
    return EXIT.FAILED;
  }
  if (rows.length === 0) terminal.tell(`清单 ${key} 没有隔离的行。`);
  for (const found of rows) {
    const place = [found.document, found.sheet ?? '', `第 ${found.row} 行`, found.name ?? ''];
    const reasons = found.problems.map(({ message }) => message).join(' ');
    terminal.out(json ? `${JSON.stringify(found)}\n` : tabLine([...place, reasons]));
  }
  return EXIT.DONE;
};

export const drafts: Command = {
  name: 'drafts',
  summary: '列出或丢弃尚未发布的草稿',
  help: `用法：zongheng drafts [--discard 清单键 | --quarantined 清单键] [--json]

列出已导入、尚未发布的草稿：清单键、名称、层级、种类、区划、来源行数、导入时刻（北京时间；--json 为 UTC）。--discard 丢弃一份草稿和它隔离的行，已发布的内容不受影响。
--quarantined 列出清单最近一次导入时隔离的行：文件、工作表、行号、名称、原因。

例：
  zongheng drafts
  zongheng drafts --discard qingxi-power
  zongheng drafts --quarantined qingxi-power --json`,
  options: { discard: { type: 'string' }, quarantined: { type: 'string' }, json: { type: 'boolean' } },
  run: async (terminal, values) => {
    const key = textOption(values, 'discard');
    const quarantined = textOption(values, 'quarantined');
    if (key !== undefined && quarantined !== undefined) {
      throw new UsageError('--discard 与 --quarantined 不能一起用：丢弃草稿时，隔离的行也一并丢弃。');
    }
    const database = await openFromEnvironment(terminal);
    try {
      if (key !== undefined) {
        const found = await discardDraft(database.sql, key);
        terminal.tell(found ? `已丢弃清单 ${key} 的草稿。` : `清单 ${key} 没有草稿。`);
        return found ? EXIT.DONE : EXIT.FAILED;
      }
      if (quarantined !== undefined) {
        return await tellQuarantine(terminal, database.sql, quarantined, values['json'] === true);
      }
      const rows = await listDrafts(database.sql);
      if (rows.length === 0) terminal.tell('没有草稿。');
      for (const row of rows) {
        const words = [
          row.key,
          row.name,
          row.level,
          row.kind,
          row.regionCode,
          row.rows,
          momentInChina(row.importedAt),
        ];
        terminal.out(values['json'] === true ? `${JSON.stringify(row)}\n` : tabLine(words));
      }
      return EXIT.DONE;
    } finally {
      await database.close();
    }
  },
};
