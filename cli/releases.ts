import { momentInChina } from '../catalog/day-in-china.ts';
import { type Command, EXIT } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { tabLine } from './tab-line.ts';

interface ReleaseLine {
  readonly number: number;
  readonly publishedAt: string;
  readonly note: string | null;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export const releases: Command = {
  name: 'releases',
  summary: '列出历次版次',
  help: `用法：zongheng releases [--json]

列出历次版次，新的在前：版次号、发布时刻（北京时间）、新增、变更、取消的行数、说明。--json 的时刻为 UTC（以 Z 结尾）。

例：
  zongheng releases
  zongheng releases --json | head -1`,
  options: { json: { type: 'boolean' } },
  run: async (terminal, values) => {
    const database = await openFromEnvironment(terminal);
    try {
      const rows = await database.sql<ReleaseLine[]>`
        select number, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt",
          note, added, changed, removed
        from release.release order by number desc`;
      if (rows.length === 0) terminal.tell('还没有发布过任何版次。');
      for (const row of rows) {
        const { number, publishedAt, added, changed, removed, note } = row;
        const words = [number, momentInChina(publishedAt), `+${added}`, `~${changed}`, `-${removed}`, note];
        terminal.out(values['json'] === true ? `${JSON.stringify(row)}\n` : tabLine(words));
      }
      return EXIT.DONE;
    } finally {
      await database.close();
    }
  },
};
