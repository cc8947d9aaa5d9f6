import { ERROR_CODES } from '../catalog/error-codes.ts';
import { errorSentence } from '../catalog/error-sentence.ts';
import { CHECK_PROBLEMS } from '../catalog/problems/checks.ts';
import { CODE_PROBLEMS } from '../catalog/problems/codes.ts';
import { FILE_PROBLEMS } from '../catalog/problems/files.ts';
import { LAYOUT_PROBLEMS } from '../catalog/problems/layouts.ts';
import { RECORD_PROBLEMS } from '../catalog/problems/records.ts';
import type { PROBLEMS } from '../catalog/problems.ts';

const SEVERITY = { ERROR: '错误', WARNING: '警告', INFO: '提示' } as const;

/** `docs/problems.md`: every code a client or a report can show, from the lists that the program itself uses. */
export function problemsPage(): string {
  return [
    '# 错误代码与数据问题',
    '',
    '<!-- 由 gateway/problems-page.ts 生成，请勿手改 -->',
    '',
    '程序应按代码判断，不要按句子判断：代码只增不改，句子可能改进。',
    '',
    ...requestErrors(),
    ...dataProblems(),
  ].join('\n');
}

const requestErrors = (): readonly string[] => [
  '## 一、请求的错误',
  '',
  '接口出错时，`errors` 中每一条都是：',
  '',
  '```json',
  '{',
  `  "message": "${errorSentence('PAGE_TOO_LARGE', 'first 为 500，应在 1 到 100 之间')}",`,
  '  "extensions": { "code": "PAGE_TOO_LARGE", "requestId": "…", "retryable": false }',
  '}',
  '```',
  '',
  '- `code` 只会是下表中的一个。',
  '- `requestId` 与响应头 `X-Request-Id` 相同；请求时自带该头（字母、数字和 `_.:-`，至多 128 字）则沿用。',
  '- `retryable` 为 `true` 时，同样的请求过一会儿可能成功。',
  '- `path` 指出答案中缺少的部分；没有 `path` 的错误是整个请求被拒绝，此时没有 `data`。',
  '- 状态码：`Accept` 为 `application/graphql-response+json` 时，被拒绝的请求用表中的状态码；为',
  '  `application/json` 时，格式正确而查询有误的请求一律回 200（GraphQL over HTTP 的约定），服务端的错误仍回 5xx。',
  '  有 `data` 的答案总是 200。',
  '',
  ...table(
    ['代码', '状态码', '可重试', '含义', '怎么办'],
    ERROR_CODES.map(({ code, httpStatus, retryable, message, help }) => [
      `\`${code}\``,
      String(httpStatus),
      retryable ? '是' : '否',
      message,
      help,
    ]),
  ),
];

const dataProblems = (): readonly string[] => [
  '## 二、数据的问题',
  '',
  '数据有问题照样入库，原文不改，问题随数据公布：导入报告的 `problems`、事项与编码的 `problems` 字段。',
  '`{value}` 等处填入实际的值。严重程度：错误，该值不可依赖；警告，可用，但应有人核对；提示，供了解。',
  '',
  ...problemTable('文件与清单', FILE_PROBLEMS),
  ...problemTable('表头与行', LAYOUT_PROBLEMS),
  ...problemTable('事项与要素', RECORD_PROBLEMS),
  ...problemTable('编码', CODE_PROBLEMS),
  ...problemTable('单项检查', CHECK_PROBLEMS),
];

type SomeProblems = Partial<typeof PROBLEMS>;

const problemTable = (title: string, problems: SomeProblems): readonly string[] => [
  `### ${title}`,
  '',
  ...table(
    ['代码', '程度', '句子', '依据'],
    Object.entries(problems).map(([code, { severity, template, source }]) => [
      `\`${code}\``,
      SEVERITY[severity],
      template,
      source,
    ]),
  ),
];

const table = (header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(header),
  row(header.map(() => '---')),
  ...rows.map(row),
  '',
];

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
