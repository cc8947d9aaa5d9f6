import { type Command, EXIT, type ExitCode, type Terminal, UsageError } from './command.ts';
import { comparisonCsv } from './comparison/csv.ts';
import { comparisonPage } from './comparison/html.ts';
import { comparisonJson } from './comparison/json.ts';
import { Refused, reportOf } from './comparison/read-report.ts';
import type { ComparisonReport } from './comparison/report.ts';
import { findingsSentence } from './comparison/summary.ts';
import { comparisonTable } from './comparison/table.ts';
import { type Wish, wishOf } from './comparison/wish.ts';
import { comparisonWorkbook } from './comparison/workbook.ts';
import { refusesToWrite } from './file-words.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { stageProgress } from './progress.ts';
import { writeTo } from './whole-file.ts';

/** Columns of a table that goes into a file or a pipe. */
const FILE_COLUMNS = 100;

/** Narrower than this a line holds no sentence. */
const FEWEST_COLUMNS = 40;

async function* bytesOf(report: ComparisonReport, { format, file }: Wish): AsyncGenerator<Buffer> {
  if (format === 'xlsx') yield* comparisonWorkbook(report);
  else if (format === 'csv') yield* comparisonCsv(report);
  else if (format === 'html') yield Buffer.from(comparisonPage(report));
  else if (format === 'json') yield Buffer.from(comparisonJson(report));
  else {
    const columns = file === undefined ? (process.stdout.columns ?? FILE_COLUMNS) : FILE_COLUMNS;
    yield Buffer.from(comparisonTable(report, Math.max(columns, FEWEST_COLUMNS)));
  }
}

const run = async (terminal: Terminal, wish: Wish): Promise<ExitCode> => {
  const database = await openFromEnvironment(terminal);
  const progress = stageProgress(terminal);
  try {
    const report = await reportOf(database.sql, wish, { now: terminal.now(), stage: progress.stage });
    progress.stage('正在写出');
    await writeTo(wish.file)(bytesOf(report, wish));
    if (wish.file !== undefined) {
      terminal.tell(`版次 ${report.release}：${findingsSentence(report.findings)}，已写入 ${wish.file}`);
    }
    return report.findings.length > 0 ? EXIT.PROBLEMS : EXIT.DONE;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    terminal.tell(error.message);
    return EXIT.FAILED;
  } finally {
    progress.end();
    await database.close();
  }
};

export const compare: Command = {
  name: 'compare',
  summary: '比对两份清单，或一个地区的全部清单：缺什么、多什么、哪里写得不同',
  help: `用法：zongheng compare --left 清单键 --right 清单键 [--release 版次号] [--format table|json|csv|xlsx|html] [-o 文件] [--force]
      zongheng compare --region 区划代码 [--level 层级] ……

逐项、逐要素比对，用的是参考目录现在的写法、清单所依据的那一版、清单自己的写法；结果是算出来的，什么也不保存。
可以比对：清单与本省参考目录；同一地区同一层级的两份清单（权责、公共服务、政务服务）；乡镇或村的清单与本县的清单。左右次序不限。
  --region      一个地区的全部清单：各对参考目录，彼此之间也比；层级不明时用 --level
  --release     按这一版次比对，事项状态按它还是最新版次的最后一天；不给则最新版次、今天
  --rule        只看这些规则的发现，如 CMP-02,CMP-13；可重复
  --severity    只看 ERROR 错误、WARNING 警告、INFO 提示
  --department  只看这个部门的：名称中的字，或者简称，如 人社局
  --format      table 终端（默认）、json、csv、xlsx、html（A4 横向打印）；-o 的文件名以 .json、.csv、.xlsx、.html 结尾时可以不给
  --json        同 --format json
  -o, --out     写到文件；已有的文件不会被覆盖，除非加 --force
退出码：0 没有发现，3 有发现，1 失败，2 用法有误。各种格式怎样看见 docs/comparison.md。

例：
  zongheng compare --left 880121-power --right reference
  zongheng compare --left 880121-power --right reference -o 比对.xlsx
  zongheng compare --left 880121-public --right 880121-power --severity ERROR
  zongheng compare --region 880121 --department 卫健局 -o 卫健局.html
  zongheng compare --left 880121-directory --right reference --release 1 --format json | jq .counts`,
  options: {
    left: { type: 'string' },
    right: { type: 'string' },
    region: { type: 'string' },
    level: { type: 'string' },
    release: { type: 'string' },
    rule: { type: 'string', multiple: true },
    severity: { type: 'string', multiple: true },
    department: { type: 'string' },
    format: { type: 'string' },
    json: { type: 'boolean' },
    out: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  mostWords: 0,
  run: async (terminal, values) => {
    const wish = wishOf(values);
    if (wish.file === undefined && wish.format === 'xlsx' && process.stdout.isTTY) {
      throw new UsageError('xlsx 不能显示在终端上，请用 -o 给出文件。');
    }
    const refused =
      wish.file === undefined ? undefined : await refusesToWrite(wish.file, values['force'] === true);
    if (refused === undefined) return await run(terminal, wish);
    terminal.tell(refused);
    return EXIT.FAILED;
  },
};
