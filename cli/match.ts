import { type Command, UsageError } from './command.ts';
import { matchFiles } from './match-files.ts';
import { matchLists } from './match-lists.ts';

const FILE_OPTIONS = ['reference', 'items', 'pairs'];
const LIST_OPTIONS = ['list', 'full', 'dry-run', 'workers', 'work'];

export const match: Command = {
  name: 'match',
  summary: '匹配事项：已发布的清单之间，或文件之间',
  help: `用法：zongheng match [--list 清单键]… [--full] [--dry-run] [--workers 进程数] [--json]
       zongheng match --work
       zongheng match --reference 参考.csv --items 事项.csv [--json]
       zongheng match --pairs 名称对.csv [--json]

不给文件时，在已发布的清单之间找对应：地方事项与参考目录、乡镇村事项与县级来源、权力与服务、子项与主项。
只看上次匹配以来有变化的；人工审定的结论不会被改动；结果作为一个新版次发布，没有变化就不产生版次。
  --list       只匹配这些清单（作为任一侧）
  --full       不沿用上次的结果，全部重做
  --dry-run    只说明会有什么变化
  --workers    用几个进程，默认 1；别的机器上可用 --work 加入
  --work       加入别的进程已经开始、或排队等候的匹配运行，直到没有为止
结果是一张表：事项、确定（不必判断）、自动、待审、无、判定与沿用的项次，按种类；最后是版次。

不用数据库，比对文件：
  --reference  参考目录，列：id、name，可有 code、type、department、legal_basis、region、parent_name
  --items      要比对的事项，列同上；每项一行结果，次序不变
  --pairs      名称对，列：pair_id、a_name、b_name，可有 a_code、a_dept、b_code、b_dept
文件是带列名的 CSV，UTF-8 编码；多个设定依据用分号隔开。--json 每行一个 JSON 对象，供程序读取。
格式的全部说明见 docs/matching-files.md。

例：
  zongheng match
  zongheng match --list qingxi-power --dry-run
  zongheng match --full --workers 4
  zongheng match --reference 参考.csv --items 事项.csv --json > 结果.jsonl
  zongheng match --pairs 名称对.csv`,
  options: {
    list: { type: 'string', multiple: true },
    full: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    workers: { type: 'string' },
    work: { type: 'boolean' },
    reference: { type: 'string' },
    items: { type: 'string' },
    pairs: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (terminal, values) => {
    if (FILE_OPTIONS.every((name) => values[name] === undefined)) return await matchLists(terminal, values);
    const stray = LIST_OPTIONS.find((name) => values[name] !== undefined);
    if (stray !== undefined) throw new UsageError(`比对文件时不能用 --${stray}。`);
    return await matchFiles(terminal, values);
  },
};
