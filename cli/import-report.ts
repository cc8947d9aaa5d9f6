import { fieldOf } from '../catalog/fields.ts';
import { PROBLEMS, type ProblemCode } from '../catalog/problems.ts';
import type { ImportReport, ImportResult } from '../intake/import.ts';
import { EXIT, type ExitCode, type Terminal } from './command.ts';

const SHOWN_DEPARTMENTS = 10;
const SHOWN_CHANGES = 10;

const SEVERITY = { ERROR: '错误', WARNING: '警告', INFO: '提示' } as const;

const titleOf = (field: string): string =>
  fieldOf('item', field)?.chinese ?? fieldOf('guide', field)?.chinese ?? field;

const tellTables = (terminal: Terminal, { tables }: ImportReport): void => {
  for (const { document, sheet, layout, columns } of tables) {
    const place = sheet === undefined ? document : `${document}“${sheet}”`;
    terminal.tell(`  ${place}：按“${layout}”读取，${columns.length} 列`);
  }
};

const tellChanges = (terminal: Terminal, { changes }: ImportReport): void => {
  const fields = Object.entries(changes.fields).sort(([, many], [, more]) => more - many);
  if (fields.length === 0) return;
  terminal.tell(`  变更的要素：${fields.map(([field, count]) => `${titleOf(field)} ${count}`).join('，')}`);
  for (const { name, fields: changed } of changes.rows.slice(0, SHOWN_CHANGES)) {
    terminal.tell(`  变更 ${name}：${changed.map(titleOf).join('、')}`);
  }
};

/** One line a rule with its first finding: a thousand sentences of one kind say no more than the first. */
const tellProblems = (terminal: Terminal, { counts, departments, problems }: ImportReport): void => {
  terminal.tell('  按规则：');
  for (const [code, count] of Object.entries(counts)) {
    const first = problems.find((found) => found.code === code);
    const example = first === undefined ? '' : `，${count === 1 ? '' : '如'}${first.message}`;
    terminal.tell(`    ${SEVERITY[PROBLEMS[code as ProblemCode].severity]} ${code}：${count}${example}`);
  }
  terminal.tell('  逐个列出请用 --json 或 --report 问题.xlsx。');
  if (departments.length < 2) return;
  terminal.tell('  按部门（错误/警告/提示）：');
  for (const { department, rows, errors, warnings, infos } of departments.slice(0, SHOWN_DEPARTMENTS)) {
    const name = department === '' ? '（未填部门）' : department;
    terminal.tell(`    ${name}：${rows} 行，${errors}/${warnings}/${infos}`);
  }
  const more = departments.length - SHOWN_DEPARTMENTS;
  if (more > 0) terminal.tell(`    ……另有 ${more} 个部门`);
};

const tellSummary = (terminal: Terminal, report: ImportReport, dryRun: boolean): void => {
  const { file, list, name, rows, accepted, quarantined, kept, added, changed, unchanged, removed } = report;
  terminal.tell(
    `${file} → ${list}：${rows} 行，入库 ${accepted} 行，隔离 ${quarantined} 行；与已发布的相比新增 ${added}，变更 ${changed}，不变 ${unchanged}，减少 ${removed}（含指南）`,
  );
  if (name === list) {
    terminal.tell(`  清单还没有名称，报告和网页上都写作 ${list}：重新导入时加 --name 名称 就有了。`);
  }
  if (kept > 0) terminal.tell(`  隔离的行中有 ${kept} 项已发布过，保留已发布的版本。`);
  if (quarantined > 0 && !dryRun) terminal.tell(`  隔离的行用 zongheng drafts --quarantined ${list} 查看。`);
  for (const department of report.nilReturns) terminal.tell(`  零报告：${department}`);
};

/** Tells the result of an import: data on stdout where asked for, sentences on stderr. */
export const tellImport = (
  terminal: Terminal,
  result: ImportResult,
  { json, dryRun }: { readonly json: boolean; readonly dryRun: boolean },
): ExitCode => {
  if (result.kind === 'REFUSED') {
    const { problems, mapping } = result;
    if (json)
      terminal.out(
        `${JSON.stringify({ refused: problems, ...(mapping && { mapping: JSON.parse(mapping) }) })}\n`,
      );
    for (const found of problems) terminal.tell(found.message);
    if (mapping !== undefined && !json) {
      terminal.tell('请把下面的对应关系存成文件，改正后用 --map 文件 重新导入：');
      terminal.out(mapping);
    }
    return EXIT.FAILED;
  }
  const { report } = result;
  if (json) terminal.out(`${JSON.stringify(report)}\n`);
  tellSummary(terminal, report, dryRun);
  tellTables(terminal, report);
  tellChanges(terminal, report);
  if (report.problems.length > 0 && !json) tellProblems(terminal, report);
  terminal.tell(dryRun ? '这是试运行，没有保存任何内容。' : '已存为草稿，用 zongheng publish 发布。');
  const serious = Object.keys(report.counts).some(
    (code) => PROBLEMS[code as ProblemCode].severity !== 'INFO',
  );
  return serious ? EXIT.PROBLEMS : EXIT.DONE;
};
