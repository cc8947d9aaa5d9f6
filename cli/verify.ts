import { verify as verifyReleases } from '../intake/verify.ts';
import { type Command, EXIT } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';

export const verify: Command = {
  name: 'verify',
  summary: '核查已存各版次的完整性',
  help: `用法：zongheng verify [--json]

核查：版次号连续；每个事项、指南、清单、区划、机构、对应关系的各版本互不重叠且编号递增；跨层级索引与各级清单一致；
对应关系的两端在其有效的版次里都存在。只读，不作改动。有不符时退出码为 1。

例：
  zongheng verify`,
  options: { json: { type: 'boolean' } },
  run: async (terminal, values) => {
    const database = await openFromEnvironment(terminal);
    try {
      const findings = await verifyReleases(database.sql);
      if (values['json'] === true) terminal.out(`${JSON.stringify(findings)}\n`);
      for (const finding of findings) terminal.tell(`不符：${finding.rule}，${finding.rows} 行`);
      if (findings.length === 0) terminal.tell('全部相符。');
      return findings.length === 0 ? EXIT.DONE : EXIT.FAILED;
    } finally {
      await database.close();
    }
  },
};
