import type { Severity } from '../catalog/problems.ts';
import { RULE_CODES } from './finding.ts';
import { AUTHORITY_RULES, COPY_RULES, LIST_RULES } from './rules.ts';

const HEAD = `# 比对规则

<!-- 由 comparison/rules-page.ts 生成，请勿手改 -->

比对按下面的规则报出问题，每条规则一个文件，在 \`comparison/rules/\`。怎样比、怎样看结果见[比对](comparison.md)。

- 只有确定的对应（机器有把握的，或者人确认过的）才推出错误和警告；等人审定的对应只作提示，请先审定。
- 已取消的事项不比；清单没有这一列的要素不比；指南没有写的要素是不完整，不是不同。
- 差异以现行参考目录为准。清单依据哪一版填报，看它与哪一版一致的要素最多；一样多的，取较新的一版。
- 乡镇、村的清单与县级来源比（CMP-19），不再逐项与参考目录比；对它们只用注有“也看乡镇、村”的规则。
`;

const SEVERITIES: Readonly<Record<Severity, string>> = { ERROR: '错误', WARNING: '警告', INFO: '提示' };

/** The document of the rules of comparison: what each asks, who asks for it, and how severe its findings are. */
export function rulesPage(): string {
  const rules = new Map([...LIST_RULES, ...AUTHORITY_RULES].map((rule) => [rule.code, rule]));
  const forCopies = new Set([...COPY_RULES, ...AUTHORITY_RULES].map(({ code }) => code));
  const lines = RULE_CODES.flatMap((code) => {
    const rule = rules.get(code);
    if (rule === undefined) return [];
    const severities = (Object.keys(SEVERITIES) as Severity[]).flatMap((severity) => {
      const when = rule.severities[severity];
      return when === undefined ? [] : [`${SEVERITIES[severity]}：${when}`];
    });
    const question = `${rule.title}${forCopies.has(code) ? '（也看乡镇、村）' : ''}`;
    return [`| ${code.replace('_', '-')} | ${question} | ${severities.join('<br>')} | ${rule.source} |`];
  });
  return `${HEAD}\n| 规则 | 问题 | 轻重 | 依据 |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}
