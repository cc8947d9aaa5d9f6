import { extname } from 'node:path';
import type { Sql } from '../db/client.ts';
import { EXPORT_FORMATS, type ExportFormat, exportList } from '../intake/export/export-list.ts';
import { CellTooLong } from '../intake/export/list-tables.ts';
import { type FoundList, findList, guidesBeside } from '../intake/export/stored-rows.ts';
import {
  type Command,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
  UsageError,
  type Values,
} from './command.ts';
import { refusesToWrite } from './file-words.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { rowProgress } from './progress.ts';
import { writeTo } from './whole-file.ts';

/** Keys named where a list is not found; a province has thousands. */
const SHOWN_KEYS = 20;

const formatOf = (values: Values, file: string | undefined): ExportFormat => {
  const said =
    textOption(values, 'format') ??
    extname(file ?? '')
      .slice(1)
      .toLowerCase();
  const format = EXPORT_FORMATS.find((each) => each === said);
  if (format === undefined) throw new UsageError('请用 --format 给出格式：jsonl、csv 或 xlsx。');
  return format;
};

const releaseOf = (values: Values): number | undefined => {
  const said = textOption(values, 'release');
  if (said === undefined) return undefined;
  const release = Number(said);
  if (!Number.isSafeInteger(release) || release < 1)
    throw new UsageError(`--release 应为版次号（正整数），现为“${said}”。`);
  return release;
};

const notFound = (
  key: string,
  wanted: number | undefined,
  found: Exclude<FoundList, { kind: 'FOUND' }>,
): string => {
  if (found.kind === 'NO_RELEASE') {
    if (found.newest === 0)
      return '还没有发布过任何版次，请先用 zongheng import 导入、用 zongheng publish 发布。';
    return `没有版次 ${wanted}；现有版次 1 到 ${found.newest}，用 zongheng releases 查看。`;
  }
  const { keys, release } = found;
  const more = keys.length > SHOWN_KEYS ? `等 ${keys.length} 份` : '';
  const there =
    keys.length === 0 ? '这个版次里没有任何清单' : `有：${keys.slice(0, SHOWN_KEYS).join('、')}${more}`;
  return `版次 ${release} 里没有清单“${key}”；${there}。`;
};

interface Wish {
  readonly key: string;
  readonly release: number | undefined;
  readonly format: ExportFormat;
  readonly file: string | undefined;
}

const run = async (terminal: Terminal, sql: Sql, { key, release, format, file }: Wish): Promise<ExitCode> => {
  const found = await findList(sql, key, release);
  if (found.kind !== 'FOUND') {
    terminal.tell(notFound(key, release, found));
    return EXIT.FAILED;
  }
  const beside = format === 'xlsx' ? 0 : await guidesBeside(sql, found.list, found.release);
  if (beside > 0) {
    terminal.tell(
      `清单 ${key} 另有 ${beside} 份单独成行的指南，${format} 放不下，没有写出；要一并写出请用 --format xlsx。`,
    );
  }
  let rows = 0;
  const tell = rowProgress(terminal, `正在导出 ${key}`);
  const onProgress = (count: number): void => {
    rows = count;
    tell(count);
  };
  const { list } = found;
  await exportList(sql, { list, release: found.release, format, onProgress }, writeTo(file));
  if (file !== undefined) terminal.tell(`${key} 版次 ${found.release}：${rows} 行，已写入 ${file}`);
  return EXIT.DONE;
};

export const exportCommand: Command = {
  name: 'export',
  summary: '把一份清单按某一版次写成文件',
  help: `用法：zongheng export --list 清单键 [--release 版次号] --format jsonl|csv|xlsx [-o 文件] [--force]

写出清单在某一版次（不给则最新版次）的样子，来源的一行写成一行；导出的文件再导入同一份清单，什么也不会改变。
不给 -o（--out）时写到标准输出。已有的文件不会被覆盖，除非加 --force；写完才换名，不会留下半份文件。
-o 的文件名以 .jsonl、.csv 或 .xlsx 结尾时，可以不给 --format。

例：
  zongheng export --list county-power --format xlsx -o 权力清单.xlsx
  zongheng export --list county-power --release 3 --format csv -o 第三版.csv
  zongheng export --list county-guides --format jsonl | head -1`,
  options: {
    list: { type: 'string' },
    release: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  run: async (terminal, values) => {
    const key = textOption(values, 'list');
    if (key === undefined) throw new UsageError('请用 --list 给出清单键，例如 --list qingxi-power。');
    const file = textOption(values, 'out');
    const wish = { key, release: releaseOf(values), format: formatOf(values, file), file };
    if (file === undefined && wish.format === 'xlsx' && process.stdout.isTTY) {
      throw new UsageError('xlsx 不能显示在终端上，请用 -o 给出文件。');
    }
    const refused = file === undefined ? undefined : await refusesToWrite(file, values['force'] === true);
    if (refused !== undefined) {
      terminal.tell(refused);
      return EXIT.FAILED;
    }
    const database = await openFromEnvironment(terminal);
    try {
      return await run(terminal, database.sql, wish);
    } catch (error) {
      if (!(error instanceof CellTooLong)) throw error;
      const { rowKey, title, length } = error;
      terminal.tell(
        `来源主键“${rowKey}”的“${title}”长 ${length} 字，超过电子表格一格的 32767 字，没有写出；请改用 csv 或 jsonl。`,
      );
      return EXIT.FAILED;
    } finally {
      await database.close();
    }
  },
};
