import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ImportReport, importFiles } from '../intake/import.ts';
import { type ColumnMapping, parseColumnMapping } from '../intake/layouts/column-mapping.ts';
import { writeReport } from '../intake/report/report-workbook.ts';
import { unheardRegion } from '../intake/unheard-region.ts';
import { type Command, EXIT, type Terminal, textOption, UsageError, type Values } from './command.ts';
import { inWords, isSameFile, refusesToWrite, whyUnreadable } from './file-words.ts';
import { tellImport } from './import-report.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { operatorName } from './operator.ts';
import { rowProgress } from './progress.ts';

const readMapping = async (path: string | undefined): Promise<ColumnMapping | undefined> => {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--map 的文件“${path}”无法读取（${whyUnreadable(error)}）。`, { cause: error });
  });
  const read = parseColumnMapping(text);
  if ('mapping' in read) return read.mapping;
  throw new UsageError(
    `--map 的文件“${path}”不合要求：\n${read.problems.map((found) => found.message).join('\n')}`,
  );
};

const listKey = (values: Values): string => {
  const key = textOption(values, 'list');
  if (key === undefined) throw new UsageError('请用 --list 给出清单键，例如 --list qingxi-power。');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(key)) {
    throw new UsageError(
      `清单键“${key}”不合要求：应为 1 到 100 个字母、汉字、数字、点、下划线或连字符，不含空格。`,
    );
  }
  return key;
};

/** The path of the report workbook; no spelling of it may lead to a file that is imported. */
const reportPath = async (values: Values, files: readonly string[]): Promise<string | undefined> => {
  const path = textOption(values, 'report');
  if (path === undefined) return undefined;
  if (!/\.xlsx$/iu.test(path)) throw new UsageError(`--report 的文件“${path}”应以 .xlsx 结尾。`);
  const same = await Promise.all(files.map((file) => isSameFile(file, path)));
  if (same.includes(true)) throw new UsageError('--report 不能覆盖要导入的文件，请换一个文件名。');
  return path;
};

const writeReportTo = async (path: string, files: readonly string[], report: ImportReport): Promise<void> => {
  try {
    await writeReport({ sourcePaths: files, outPath: path, report });
  } catch (error) {
    throw inWords(path, error);
  }
};

/** A list stays of the region it is first published with: a slip is better seen before. */
const tellUnheard = (terminal: Terminal, region: string): void =>
  terminal.tell(
    `  提示：区划 ${region} 在这里的清单和区划里都还没有；是第一次导入这个区划的清单，就不必理会，写错了请改 --region 再导入一次，发布以后不能再改。`,
  );

const run = async (terminal: Terminal, values: Values, files: readonly string[]) => {
  if (files.length === 0) throw new UsageError('请给出要导入的文件。');
  const key = listKey(values);
  const outPath = await reportPath(values, files);
  const mapping = await readMapping(textOption(values, 'map'));
  const refused = outPath === undefined ? undefined : await refusesToWrite(outPath, values['force'] === true);
  if (refused !== undefined) {
    terminal.tell(refused);
    return EXIT.FAILED;
  }
  const word = (name: string) => textOption(values, name);
  const dryRun = values['dry-run'] === true;
  const database = await openFromEnvironment(terminal);
  try {
    const region = word('region');
    const unheard = region === undefined ? undefined : await unheardRegion(database.sql, region);
    const result = await importFiles(database.sql, {
      files,
      list: { key, level: word('level'), region, kind: word('kind'), name: word('name') },
      dryRun,
      allowRemovals: values['allow-removals'] === true,
      strict: values['strict'] === true,
      ...(mapping === undefined ? {} : { mapping }),
      now: terminal.now(),
      operator: operatorName(),
      onProgress: rowProgress(terminal, `正在导入 ${key}`),
    });
    const exit = tellImport(terminal, result, { json: values['json'] === true, dryRun });
    if (unheard !== undefined && result.kind === 'IMPORTED') tellUnheard(terminal, unheard);
    if (outPath !== undefined && result.kind === 'IMPORTED') {
      await writeReportTo(outPath, files, result.report);
      terminal.tell(`问题已标在 ${basename(outPath)} 中。`);
    }
    return exit;
  } finally {
    await database.close();
  }
};

export const importCommand: Command = {
  name: 'import',
  summary: '把文件导入为清单的草稿',
  help: `用法：zongheng import 文件… --list 清单键 [--level 层级] [--region 区划代码] [--kind 种类] [--name 名称]
       [--dry-run] [--json] [--report 问题.xlsx [--force]] [--map 对应.json] [--strict] [--allow-removals]

读入 xlsx、xls、csv、tsv、docx、html、json、jsonl 文件，找出表头，逐格检查，存为草稿；草稿就是整份清单，文件里没有的事项在发布时取消。
首次导入一份清单须说明层级、区划、种类：
  --level   NATIONAL、PROVINCE、CITY、COUNTY、TOWNSHIP、VILLAGE，或 省级、县级……
  --region  2、4、6、9 或 12 位区划代码；000000000000 为全国
  --kind    REFERENCE 参考目录、POWER 权力清单、PUBLIC_SERVICE 公共服务清单、GOVERNMENT_SERVICE 政务服务清单、GUIDE 指南集
--name 是清单的名称，如 某区权力清单：比对报告和网页都用它；不给则写作清单键。
有问题的行照样入库，问题随行保存并列出；没有名称、编码数字丢失等无法成为事项的行隔离，已发布过的保留已发布的版本。
  --strict          凡有“错误”的行都隔离
  --dry-run         只检查，不保存任何内容
  --report 问题.xlsx  原工作簿加一列“导入问题”，有问题的格涂色，另附汇总表；已有的文件不会被覆盖，除非加 --force
  --map 对应.json   列名与要素的对应；拿不准的列会列出来请你决定，决定后按清单记住
  --allow-removals  减少超过五分之一时须加
退出码 3 表示已完成但数据有问题。

例：
  zongheng import 目录.xlsx --list county-power --level COUNTY --region 511602 --kind POWER --name 某区权力清单
  zongheng import 备案表.docx --list county-service --level COUNTY --region 430811 --kind PUBLIC_SERVICE --dry-run
  zongheng import 目录.xlsx --list county-power --dry-run --report 问题.xlsx
  zongheng import 指南.json --list county-guides --level COUNTY --region 511602 --kind GUIDE`,
  options: {
    list: { type: 'string' },
    level: { type: 'string' },
    region: { type: 'string' },
    kind: { type: 'string' },
    name: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    report: { type: 'string' },
    force: { type: 'boolean' },
    map: { type: 'string' },
    strict: { type: 'boolean' },
    'allow-removals': { type: 'boolean' },
  },
  mostWords: Number.POSITIVE_INFINITY,
  run,
};
