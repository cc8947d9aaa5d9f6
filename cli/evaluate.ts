import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FileRefused } from '../intake/readers/grid.ts';
import { LIMITS } from '../intake/readers/limits.ts';
import { decodeText } from '../intake/readers/text.ts';
import { type Label, parseLabels } from '../matching/evaluation/labels.ts';
import type { MatchItem } from '../matching/item.ts';
import {
  type Command,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
  UsageError,
  type Values,
} from './command.ts';
import { jsonReport } from './evaluation-report/json-report.ts';
import { REPORT_MARK, reportPage } from './evaluation-report/page.ts';
import { textReport } from './evaluation-report/text-report.ts';
import { inWords, refusesToWrite, whyUnreadable } from './file-words.ts';
import { refusesForeign, type WantedText } from './foreign-file.ts';
import { judgeLabels, missingRights } from './judge-labels.ts';
import { ITEM_SHAPE, itemOfRow } from './match-rows.ts';
import { readTable } from './table-file.ts';

/** Problems told of one file; more of them are the same slip again. */
const SHOWN_PROBLEMS = 20;

const LABELS_WANTED: WantedText = {
  name: 'JSON Lines',
  fromWorkbook: '把标注导出为每行一个 JSON 对象的文本（格式见 docs/matching-files.md）',
};

/** Sentences that end the command. */
class Unusable extends Error {}

const refuse = (sentences: readonly string[]): never => {
  const more = sentences.length - SHOWN_PROBLEMS;
  const rest = more > 0 ? [`还有 ${more} 处问题，请先改正以上各处。`] : [];
  throw new Unusable([...sentences.slice(0, SHOWN_PROBLEMS), ...rest].join('\n'));
};

/** The text of the labels in any encoding that an import reads; one that had to be guessed is told. */
const textOf = async (terminal: Terminal, path: string): Promise<string> => {
  const foreign = await refusesForeign(path, LABELS_WANTED);
  if (foreign !== undefined) refuse([foreign]);
  try {
    const { chunks, problems } = await decodeText(path, LIMITS);
    let text = '';
    for await (const chunk of chunks) text += chunk;
    for (const { message } of problems) terminal.tell(`${basename(path)}：${message}`);
    return text;
  } catch (error) {
    if (error instanceof FileRefused) {
      const [what] = error.problem.message.split(/[，；]请/u);
      throw new Unusable(`${basename(path)}：${what}；请存为 UTF-8 编码后重新运行。`, { cause: error });
    }
    throw new Unusable(`读不了文件 ${path}：${whyUnreadable(error)}。`, { cause: error });
  }
};

/** The labels of a file, of one split where it is given. */
const labelsIn = async (
  terminal: Terminal,
  path: string,
  split: string | undefined,
): Promise<readonly Label[]> => {
  const file = basename(path);
  const { labels, problems } = parseLabels(await textOf(terminal, path));
  if (problems.length > 0) {
    refuse(
      problems.map(
        ({ line, field, message }) =>
          `${file} 第 ${line} 行${field === undefined ? '' : ` ${field}`}：${message}。`,
      ),
    );
  }
  if (labels.length === 0)
    refuse([`${file}：没有标注；每行应是一个 JSON 对象，格式见 docs/matching-files.md。`]);
  const chosen = split === undefined ? labels : labels.filter((label) => label.split === split);
  if (chosen.length > 0) return chosen;
  const splits = [...new Set(labels.map((label) => label.split ?? '（未分）'))].sort();
  return refuse([`${file}：没有 split 为“${split}”的标注；现有 ${splits.join('、')}。`]);
};

const referencesIn = async (
  path: string | undefined,
  labelFile: string,
  labels: readonly Label[],
): Promise<readonly MatchItem[] | undefined> => {
  if (path === undefined) return undefined;
  const table = await readTable(path, ITEM_SHAPE);
  if (table.kind === 'WRONG') return refuse(table.problems);
  const missing = missingRights(labels, new Set(table.rows.map(({ id }) => id)));
  if (missing.length > 0) {
    refuse(
      missing.map(
        ({ line, right }) =>
          `${basename(labelFile)} 第 ${line} 行 right.itemKey：“${right?.itemKey}”不在 ${basename(path)} 里，请核对编号。`,
      ),
    );
  }
  return table.rows.map(itemOfRow);
};

/** Where the page goes: undefined where none is wanted. A former report may be written over. */
const pagePath = async (values: Values, labelFile: string): Promise<string | undefined> => {
  const given = textOption(values, 'html');
  if (values['no-html'] === true) {
    if (given !== undefined) throw new UsageError('--html 与 --no-html 不能一起用。');
    return undefined;
  }
  const path = given ?? `${basename(labelFile)}.report.html`;
  const there = await readFile(path, 'utf8').catch(() => '');
  const refused = await refusesToWrite(path, values['force'] === true || there.startsWith(REPORT_MARK));
  return refused === undefined ? path : refuse([refused]);
};

const run = async (terminal: Terminal, values: Values): Promise<ExitCode> => {
  const file = textOption(values, 'labels');
  if (file === undefined) throw new UsageError('请用 --labels 给出标注文件，格式见 docs/matching-files.md。');
  const split = textOption(values, 'split');
  const labels = await labelsIn(terminal, file, split);
  const references = await referencesIn(textOption(values, 'reference'), file, labels);
  const page = await pagePath(values, file);
  const namesOnly = values['names-only'] === true;
  const quality = await judgeLabels(terminal, labels, {
    file: basename(file),
    split: split ?? null,
    namesOnly,
    references,
  });
  terminal.out(values['json'] === true ? jsonReport(quality) : textReport(quality));
  if (page !== undefined) {
    await writeFile(page, reportPage(quality)).catch((error: unknown) => {
      throw inWords(page, error);
    });
    terminal.tell(`报告已写入 ${page}`);
  }
  return EXIT.DONE;
};

export const evaluate: Command = {
  name: 'evaluate',
  summary: '用人工标注评测比对的质量',
  help: `用法：zongheng evaluate --labels 标注.jsonl [--reference 参考.csv] [--split 部分] [--names-only]
       [--json] [--html 报告.html | --no-html] [--force]

按人工标注逐条比对，打印各项指标，并写一份 HTML 报告（一个文件，不联网也能看，列出每处错误和理由）。
  --labels      标注，每行一个 JSON 对象
  --reference   参考目录 CSV；给了就拿每个左方事项对整份参考。不给时，标注里有 NONE 或每个事项只有一行的，对标注里的全部右方
  --split       只取 split 为此值的标注，如 test
  --names-only  只看名称，不看编码、部门、依据等
  --json        打印一行 JSON，供程序读取
  --html        报告写到哪个文件；不给则为当前文件夹的 标注文件名.report.html。已有的别的文件不会被覆盖，除非加 --force
  --no-html     不写报告

例：
  zongheng evaluate --labels 标注.jsonl
  zongheng evaluate --labels 标注.jsonl --split test --json --no-html
  zongheng evaluate --labels 标注.jsonl --reference 参考.csv --html 报告.html`,
  options: {
    labels: { type: 'string' },
    reference: { type: 'string' },
    split: { type: 'string' },
    'names-only': { type: 'boolean' },
    json: { type: 'boolean' },
    html: { type: 'string' },
    'no-html': { type: 'boolean' },
    force: { type: 'boolean' },
  },
  run: async (terminal, values) => {
    try {
      return await run(terminal, values);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      terminal.tell(error.message);
      return EXIT.FAILED;
    }
  },
};
