import { type Command, UsageError } from './command.ts';
import { matchFiles } from './match-files.ts';

const FILE_OPTIONS = ['reference', 'items', 'pairs'];

export const match: Command = {
  name: 'match',
  summary: '比对事项：哪些是同一事项',
  help: `用法：zongheng match --reference 参考.csv --items 事项.csv [--json]
       zongheng match --pairs 名称对.csv [--json]

不用数据库，比对文件：
  --reference  参考目录，列：id、name，可有 code、type、department、legal_basis、region、parent_name
  --items      要比对的事项，列同上；每项一行结果，次序不变
  --pairs      名称对，列：pair_id、a_name、b_name，可有 a_code、a_dept、b_code、b_dept
文件是带列名的 CSV，UTF-8 编码；多个设定依据用分号隔开。--json 每行一个 JSON 对象，供程序读取。
格式的全部说明见 docs/matching-files.md。

例：
  zongheng match --reference 参考.csv --items 事项.csv --json > 结果.jsonl
  zongheng match --pairs 名称对.csv`,
  options: {
    reference: { type: 'string' },
    items: { type: 'string' },
    pairs: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (terminal, values) => {
    if (FILE_OPTIONS.every((name) => values[name] === undefined)) {
      throw new UsageError('请给出要比对的文件：--reference 和 --items，或者 --pairs。');
    }
    return await matchFiles(terminal, values);
  },
};
