import type { Sql } from '../db/client.ts';
import { verify as verifyReleases } from '../intake/verify.ts';
import type { Anchor, Finding } from '../trail/finding.ts';
import { type Command, EXIT, listOption, type Terminal } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { stageProgress } from './progress.ts';
import { findingWords } from './trail/finding-words.ts';
import { readAnchors } from './trail/read-anchors.ts';
import { checkStoredTrail } from './trail/stored-trail.ts';

/** Findings that are told one by one; a chain broken throughout would fill any screen. */
const TOLD = 100;

const checkTrail = async (terminal: Terminal, sql: Sql, anchors: readonly Anchor[]) => {
  const findings: Finding[] = [];
  let found = 0;
  const progress = stageProgress(terminal);
  progress.stage('正在核查留痕');
  const report = (finding: Finding): void => {
    found += 1;
    if (findings.length < TOLD) findings.push(finding);
  };
  try {
    const size = await checkStoredTrail(sql, anchors, report, (entries) =>
      progress.stage(`正在核查留痕：${entries} 条`),
    );
    return { findings, found, size };
  } finally {
    progress.end();
  }
};

export const verify: Command = {
  name: 'verify',
  summary: '核查已存各版次与留痕的完整性',
  help: `用法：zongheng verify [--anchor 版次:摘要]… [--json]

核查：版次号连续；每个事项、指南、清单、区划、机构、对应关系的各版本互不重叠且编号递增；跨层级索引与各级清单一致；
对应关系的两端在其有效的版次里都存在；留痕的每一条、每条链、每个版次的摘要都与写入时相同。只读，不作改动。
有不符时退出码为 1，留痕的不符说明区划与序号。
  --anchor  别处记下的摘要：接口上 Release.trailHead 的 版次:摘要，或 zongheng trail 所列一条的 区划:序号:摘要。
            连同摘要一起改写的，只有与别处记下的核对才能发现

例：
  zongheng verify
  zongheng verify --anchor 版次:摘要
版次和摘要照当时记下的写；现在的用 { releases(first: 1) { nodes { number trailHead } } } 查询。`,
  options: { json: { type: 'boolean' }, anchor: { type: 'string', multiple: true } },
  run: async (terminal, values) => {
    const anchors = readAnchors(listOption(values, 'anchor') ?? []);
    const database = await openFromEnvironment(terminal);
    try {
      const broken = await verifyReleases(database.sql);
      const trail = await checkTrail(terminal, database.sql, anchors);
      if (values['json'] === true) terminal.out(`${JSON.stringify([...broken, ...trail.findings])}\n`);
      for (const { rule, rows } of broken) terminal.tell(`不符：${rule}，${rows} 行`);
      for (const finding of trail.findings) terminal.tell(`不符：${findingWords(finding)}`);
      const more = trail.found - trail.findings.length;
      if (more > 0) terminal.tell(`留痕另有 ${more} 处不符，没有列出。`);
      if (trail.found > 0)
        terminal.tell('请先不要发布，留存数据库的现状，与备份比对；见 docs/operate/trail.md 的“核查”。');
      const { entries, releases } = trail.size;
      if (broken.length + trail.found === 0) terminal.tell('全部相符。');
      if (trail.found === 0) terminal.tell(`留痕 ${entries} 条、${releases} 个版次，与写入时相同。`);
      return broken.length + trail.found === 0 ? EXIT.DONE : EXIT.FAILED;
    } finally {
      await database.close();
    }
  },
};
