import { type ImportReport, type ImportResult, importFiles } from '../intake/import.ts';
import { type Command, EXIT, type ExitCode, type Terminal, textOption, UsageError } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { rowProgress } from './progress.ts';

const SHOWN_PROBLEMS = 10;

const tellProblems = (terminal: Terminal, report: ImportReport): void => {
  const counts = new Map<string, number>();
  for (const { code, severity } of report.problems) {
    counts.set(`${severity} ${code}`, (counts.get(`${severity} ${code}`) ?? 0) + 1);
  }
  for (const [kind, count] of [...counts].sort((left, right) => right[1] - left[1])) {
    terminal.tell(`  ${kind}：${count}`);
  }
  for (const found of report.problems.slice(0, SHOWN_PROBLEMS)) terminal.tell(`  ${found.message}`);
  const more = report.problems.length - SHOWN_PROBLEMS;
  if (more > 0) terminal.tell(`  ……另有 ${more} 个，用 --json 查看全部`);
};

const tellResult = (terminal: Terminal, result: ImportResult, json: boolean, dryRun: boolean): ExitCode => {
  if (result.kind === 'REFUSED') {
    if (json) terminal.out(`${JSON.stringify({ refused: result.problems })}\n`);
    for (const found of result.problems) terminal.tell(found.message);
    return EXIT.FAILED;
  }
  const { report } = result;
  if (json) terminal.out(`${JSON.stringify(report)}\n`);
  const { file, list, rows, accepted, added, changed, unchanged, removed, problems } = report;
  terminal.tell(
    `${file} → ${list}：${rows} 行，入库 ${accepted} 行；与已发布的相比新增 ${added}，变更 ${changed}，不变 ${unchanged}，减少 ${removed}（含指南）`,
  );
  if (problems.length > 0 && !json) tellProblems(terminal, report);
  terminal.tell(dryRun ? '这是试运行，没有保存任何内容。' : '已存为草稿，用 zongheng publish 发布。');
  return problems.some((found) => found.severity !== 'INFO') ? EXIT.PROBLEMS : EXIT.DONE;
};

export const importCommand: Command = {
  name: 'import',
  summary: '把文件导入为清单的草稿',
  help: `用法：zongheng import 文件… --list 清单键 [--level 层级] [--region 区划代码] [--kind 种类] [--name 名称]
       [--dry-run] [--json] [--allow-removals]

读入 csv、json、jsonl 文件，逐行检查，存为草稿；草稿就是整份清单，文件里没有的事项在发布时取消。
首次导入一份清单须说明层级、区划、种类：
  --level   NATIONAL、PROVINCE、CITY、COUNTY、TOWNSHIP、VILLAGE，或 省级、县级……
  --region  2、4、6、9 或 12 位区划代码；000000000000 为全国
  --kind    REFERENCE 参考目录、POWER 权力清单、PUBLIC_SERVICE 公共服务清单、GOVERNMENT_SERVICE 政务服务清单、GUIDE 指南集
有问题的行照样入库，问题随行保存并列出；没有事项名称的行不入库。减少超过五分之一时须加 --allow-removals。
退出码 3 表示已完成但数据有问题。

例：
  zongheng import 目录.csv --list county-power --level COUNTY --region 511602 --kind POWER --name 某区权力清单
  zongheng import 目录.csv --list county-power --dry-run --json
  zongheng import 指南.json --list county-guides --level COUNTY --region 511602 --kind GUIDE`,
  options: {
    list: { type: 'string' },
    level: { type: 'string' },
    region: { type: 'string' },
    kind: { type: 'string' },
    name: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    'allow-removals': { type: 'boolean' },
  },
  run: async (terminal, values, files) => {
    const key = textOption(values, 'list');
    if (files.length === 0) throw new UsageError('请给出要导入的文件。');
    if (key === undefined) throw new UsageError('请用 --list 给出清单键，例如 --list qingxi-power。');
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(key)) {
      throw new UsageError(
        `清单键“${key}”不合要求：应为 1 到 100 个字母、汉字、数字、点、下划线或连字符，不含空格。`,
      );
    }
    const word = (name: string) => textOption(values, name);
    const database = await openFromEnvironment(terminal);
    try {
      const result = await importFiles(database.sql, {
        files,
        list: { key, level: word('level'), region: word('region'), kind: word('kind'), name: word('name') },
        dryRun: values['dry-run'] === true,
        allowRemovals: values['allow-removals'] === true,
        now: terminal.now(),
        onProgress: rowProgress(terminal, `正在导入 ${key}`),
      });
      return tellResult(terminal, result, values['json'] === true, values['dry-run'] === true);
    } finally {
      await database.close();
    }
  },
};
