import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../gateway/http/body.ts';
import { requestFromBody, requestFromSearch } from '../../../gateway/http/graphql-request.ts';
import { Refusal } from '../../../gateway/refusal.ts';
import { NO_DOCUMENTS } from '../../../gateway/stored-documents.ts';

const refusalOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error('nothing was refused');
};

const HELP =
  '用 POST 时请求体应为 JSON 对象；query 与 documentId 给出其一，variables 为对象，有几个操作时以 operationName 指明一个。';

describe('a body that is no JSON', () => {
  test.each([
    ['', '请求体为空'],
    ['{"query":', '请求体不是合法的 JSON，出错在第 1 行第 10 列，文本到此意外结束'],
    ['{\n  "query": "{ a }"\n  "variables": {}\n}', '请求体不是合法的 JSON，出错在第 3 行第 3 列'],
    ['{"query": "{ a }",}', '请求体不是合法的 JSON，出错在第 1 行第 19 列'],
    ["{'query': 1}", '请求体不是合法的 JSON，出错在第 1 行第 2 列'],
    ['{"query": "{\n a }"}', '请求体不是合法的 JSON，出错在第 1 行第 13 列'],
    // The parser tells no place of what is no token at all.
    ['{"query": SECRET}', '请求体不是合法的 JSON'],
  ])('%j', (text, says) => {
    expect(refusalOf(() => parseJson(text, 10))).toBe(`BAD_REQUEST 请求格式不正确：${says}。${HELP}`);
  });

  test('and the variables of a GET are told alike', () => {
    const search = new URLSearchParams({ query: '{ a }', variables: '{"a":1' });
    expect(refusalOf(() => requestFromSearch(search, NO_DOCUMENTS, true))).toContain(
      'variables 不是合法的 JSON，出错在第 1 行第 7 列',
    );
  });
});

test('a batch is said not to be taken', () => {
  expect(refusalOf(() => requestFromBody([{ query: '{ a }' }], NO_DOCUMENTS))).toBe(
    'BAD_REQUEST 请求格式不正确：请求体是数组，这里不接受成批的操作。一次请求一个操作，请求体应为 JSON 对象；几个查询可以写成一个操作的几个顶层字段。',
  );
  for (const body of ['{ a }', 7, null])
    expect(refusalOf(() => requestFromBody(body, NO_DOCUMENTS))).toContain('请求体不是 JSON 对象。');
});
