import { dayInChina, momentInChina } from '../catalog/day-in-china.ts';
import type { DecisionRequest } from '../catalog/decision-request.ts';
import { DECISION_RESULTS } from '../catalog/decision-results.ts';
import type { Sql } from '../db/client.ts';
import { type DecisionAnswer, decideAll } from '../linkage/decide.ts';
import { decisionHistory } from '../linkage/decision-history.ts';
import {
  type Command,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
  UsageError,
  type Values,
} from './command.ts';
import { type Preview, previewDecisions } from './decide-preview.ts';
import { PREVIEW_TITLES, previewJson, previewLine, previewSentence } from './decide-preview-lines.ts';
import { DECISION_SHAPE, type DecisionRow, requestOf, rowProblem, tidyRow } from './decide-rows.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { operatorName } from './operator.ts';
import { tabLine } from './tab-line.ts';
import { readTable } from './table-file.ts';

const SETTLED: readonly string[] = ['OK', 'ALREADY_DECIDED'];

interface Asked {
  /** The id of the row of a file. */
  readonly row: string | undefined;
  readonly request: DecisionRequest;
}

const needed = (values: Values, name: string, example: string): string => {
  const value = textOption(values, name)?.trim();
  if (value === undefined || value === '') throw new UsageError(`请用 --${name} 给出${example}。`);
  return value;
};

const rowOf = (values: Values): DecisionRow => {
  const text = (name: string) => textOption(values, name) ?? '';
  return tidyRow({
    id: '1',
    item: needed(values, 'item', '事项的标识或编码'),
    verdict: needed(values, 'verdict', '结论：confirm、reject、no-match 或 defer'),
    reason: needed(values, 'reason', '理由'),
    reference: text('reference'),
    relation: text('relation'),
    until: text('until'),
    kind: text('kind'),
  });
};

/** Every row as a request, or every sentence about what is wrong. */
const readRequests = async (
  terminal: Terminal,
  sql: Sql,
  values: Values,
): Promise<readonly Asked[] | undefined> => {
  const file = textOption(values, 'file');
  const table = file === undefined ? undefined : await readTable(file, DECISION_SHAPE);
  if (table?.kind === 'WRONG') {
    for (const problem of table.problems) terminal.tell(problem);
    return undefined;
  }
  const rows = table === undefined ? [rowOf(values)] : table.rows.map(tidyRow);
  const asked: Asked[] = [];
  let wrong = 0;
  for (const row of rows) {
    const request = await requestOf(sql, row, dayInChina(new Date(terminal.now())));
    if (typeof request !== 'string') asked.push({ row: file === undefined ? undefined : row.id, request });
    else {
      wrong += 1;
      terminal.tell(`${file === undefined ? '' : `${row.id}：`}${request}。`);
    }
  }
  if (wrong > 0 && file !== undefined) terminal.tell(`${wrong} 行有问题，一行也没有写入。`);
  return wrong > 0 ? undefined : asked;
};

/** One request is told in full, many only where one of them is refused. */
const tellEach = (
  terminal: Terminal,
  asked: readonly Asked[],
  answers: readonly Pick<DecisionAnswer, 'result' | 'decision'>[],
): void => {
  for (const [at, { result, decision }] of answers.entries()) {
    const row = asked[at]?.row;
    const words = `${row === undefined ? '' : `${row}：`}${DECISION_RESULTS[result]}`;
    terminal.tell(decision === null ? words : `${words}审定标识 ${decision}`);
  }
};

const isRefused = ({ result }: Pick<DecisionAnswer, 'result'>): boolean => !SETTLED.includes(result);

const tellAnswers = (
  terminal: Terminal,
  asked: readonly Asked[],
  answers: readonly DecisionAnswer[],
  json: boolean,
): ExitCode => {
  if (json) for (const answer of answers) terminal.out(`${JSON.stringify(answer)}\n`);
  const refused = answers.some(isRefused);
  if (refused || answers.length === 1) tellEach(terminal, asked, answers);
  if (refused) return EXIT.FAILED;
  const written = answers.filter(({ result }) => result === 'OK').length;
  const release = answers.find((answer) => answer.release !== null)?.release;
  if (release !== undefined && !json) terminal.out(`版次 ${release}\n`);
  if (answers.length !== 1)
    terminal.tell(`写入 ${written} 条审定，${answers.length - written} 条早已如此审定。`);
  return EXIT.DONE;
};

/** What the decisions would change, a line each, and the sum of it. */
const tellPreview = (
  terminal: Terminal,
  asked: readonly Asked[],
  preview: Preview,
  json: boolean,
): ExitCode => {
  const { effects } = preview;
  if (json) for (const effect of effects) terminal.out(previewJson(effect));
  if (effects.some(isRefused)) {
    tellEach(
      terminal,
      asked,
      effects.map(({ result }) => ({ result, decision: null })),
    );
    return EXIT.FAILED;
  }
  if (!json) {
    terminal.out(PREVIEW_TITLES);
    for (const [at, effect] of effects.entries()) terminal.out(previewLine(asked[at]?.row ?? '1', effect));
  }
  terminal.tell(previewSentence(preview));
  return EXIT.DONE;
};

const tellHistory = async (terminal: Terminal, sql: Sql, values: Values): Promise<ExitCode> => {
  const item = textOption(values, 'item');
  const records = await decisionHistory(sql, item);
  if (records.length === 0)
    terminal.tell(item === undefined ? '还没有审定过。' : `没有关于“${item}”的审定；--item 要写事项的标识。`);
  for (const record of records) {
    if (values['json'] === true) terminal.out(`${JSON.stringify(record)}\n`);
    else {
      const { decision, decidedAt, decidedBy, verdict, leftName, rightName, reason, revokedBy } = record;
      const state = revokedBy === null ? '' : '已收回';
      terminal.out(
        tabLine([decision, momentInChina(decidedAt), decidedBy, verdict, leftName, rightName, reason, state]),
      );
    }
  }
  return EXIT.DONE;
};

const requestsOf = async (
  terminal: Terminal,
  sql: Sql,
  values: Values,
): Promise<readonly Asked[] | undefined> => {
  const revokes = textOption(values, 'revoke');
  if (revokes === undefined) return await readRequests(terminal, sql, values);
  const reason = needed(values, 'reason', '理由');
  return [{ row: undefined, request: { verdict: 'REVOKE', revokes, reason } }];
};

/** What can be seen to be wrong without a database. */
const checkUsage = (terminal: Terminal, values: Values): void => {
  if (values['list'] === true) return;
  needed(values, 'by', '审定人的姓名');
  const file = textOption(values, 'file');
  const ways = ['file', 'revoke', 'verdict'].filter((name) => values[name] !== undefined);
  if (ways.length > 1) throw new UsageError(`--${ways.join(' 与 --')} 只能用其中之一。`);
  if (file !== undefined) return;
  const wrong =
    values['revoke'] === undefined
      ? rowProblem(rowOf(values), dayInChina(new Date(terminal.now())))
      : undefined;
  if (wrong !== undefined) throw new UsageError(`${wrong}。`);
};

/** The command over an open database, its words checked. */
export const decideOver = async (terminal: Terminal, sql: Sql, values: Values): Promise<ExitCode> => {
  if (values['list'] === true) return await tellHistory(terminal, sql, values);
  const asked = await requestsOf(terminal, sql, values);
  if (asked === undefined) return EXIT.FAILED;
  const by = { actor: needed(values, 'by', '审定人的姓名'), now: terminal.now() };
  const requests = asked.map(({ request }) => request);
  const json = values['json'] === true;
  return values['dry-run'] === true
    ? tellPreview(terminal, asked, await previewDecisions(sql, requests, by), json)
    : tellAnswers(terminal, asked, await decideAll(sql, requests, { ...by, operator: operatorName() }), json);
};

export const decide: Command = {
  name: 'decide',
  summary: '人工审定对应关系，收回审定，查看历次审定',
  help: `用法：zongheng decide --item 标识或编码 [--reference 标识或编码] --verdict 结论 --reason 理由 --by 姓名
       zongheng decide --file 审定.csv --by 姓名
       zongheng decide --revoke 审定标识 --reason 理由 --by 姓名
       zongheng decide --list [--item 标识] [--json]

结论：confirm 确认对应；reject 不是这一个；no-match 没有任何对应；defer 暂缓（--until 到哪一天）。
审定立即生效，产生一个版次；之后的匹配和发布都不会改动它，只有再次审定或收回才会。
  --relation   确认时写明关系：EQUIVALENT、NARROWER、BROADER、OVERLAP、RELATED
  --kind       对应的种类：REFERENCE、SOURCE、COUNTERPART、MAIN；一般不必给
  --file       许多条一次审定；列：id、item、verdict、reason，可有 reference、relation、until、kind；
               有一行不对就一行也不写
  --dry-run    不写入，逐行说明会改变什么：现在和以后的状态、随之改变的对应关系、取代的审定
  --list       历次审定，新的在前；时刻为北京时间，--json 为 UTC

例：
  zongheng decide --item 事项编码 --reference 参考目录事项编码 --verdict confirm --reason 名称为旧称 --by 张三
  zongheng decide --file 审定.csv --by 张三 --dry-run
  zongheng decide --list --json
待审的事项与参考目录事项的编码用接口的 matchQueue 查询，或见 zongheng compare 的报告。`,
  options: {
    item: { type: 'string' },
    reference: { type: 'string' },
    verdict: { type: 'string' },
    relation: { type: 'string' },
    until: { type: 'string' },
    kind: { type: 'string' },
    reason: { type: 'string' },
    by: { type: 'string' },
    file: { type: 'string' },
    revoke: { type: 'string' },
    list: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (terminal, values) => {
    checkUsage(terminal, values);
    const database = await openFromEnvironment(terminal);
    try {
      return await decideOver(terminal, database.sql, values);
    } finally {
      await database.close();
    }
  },
};
