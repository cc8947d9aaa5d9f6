import { isDataObject } from '../executor/answer-shape.ts';
import { Refusal } from '../refusal.ts';
import type { StoredDocuments } from '../stored-documents.ts';
import { notJson } from './json-fault.ts';

/** The parameters of a GraphQL request whose form was checked. */
export interface GraphQLRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** Checks a POST body: `query` or `documentId`, `variables`, `operationName`, `extensions`. Throws a Refusal. */
export function requestFromBody(body: unknown, documents: StoredDocuments): GraphQLRequest {
  if (Array.isArray(body))
    throw new Refusal('BAD_REQUEST', {
      says: '请求体是数组，这里不接受成批的操作',
      help: '一次请求一个操作，请求体应为 JSON 对象；几个查询可以写成一个操作的几个顶层字段。',
    });
  if (!isDataObject(body)) throw new Refusal('BAD_REQUEST', '请求体不是 JSON 对象');
  optional(body, 'extensions', isDataObject, '对象');
  const documentId = optional(body, 'documentId', isString, '字符串');
  const query = optional(body, 'query', isString, '字符串');
  const operationName = named(optional(body, 'operationName', isString, '字符串'));
  const variables = optional(body, 'variables', isDataObject, '对象');
  if (documentId !== undefined && query !== undefined)
    throw new Refusal('BAD_REQUEST', 'query 与 documentId 只能给一个');
  if (documentId !== undefined) return { query: storedText(documents, documentId), operationName, variables };
  if (query === undefined || query.trim() === '')
    throw new Refusal('BAD_REQUEST', '缺少 query 或 documentId');
  return { query, operationName, variables };
}

/**
 * Checks the search parameters of a GET: a stored document or, without a token, any query; its variables. Throws a
 * Refusal.
 */
export function requestFromSearch(
  search: URLSearchParams,
  documents: StoredDocuments,
  isPublic: boolean,
): GraphQLRequest {
  const documentId = once(search, 'documentId');
  const given = once(search, 'query');
  if (given !== undefined && !isPublic) throw new Refusal('GET_ONLY_FOR_STORED_DOCUMENTS');
  if (documentId !== undefined && given !== undefined)
    throw new Refusal('BAD_REQUEST', 'query 与 documentId 只能给一个');
  const operationName = named(once(search, 'operationName'));
  const text = once(search, 'variables');
  const query = documentId === undefined ? given : storedText(documents, documentId);
  if (query === undefined || query.trim() === '')
    throw new Refusal('BAD_REQUEST', '缺少 query 或 documentId');
  if (text === undefined) return { query, operationName, variables: undefined };
  let variables: unknown;
  try {
    variables = JSON.parse(text);
  } catch (cause) {
    throw new Refusal('BAD_REQUEST', notJson('variables ', text, cause), cause);
  }
  if (variables !== null && !isDataObject(variables)) throw new Refusal('BAD_REQUEST', 'variables 应为对象');
  return { query, operationName, variables: variables ?? undefined };
}

/** No operation can have an empty name: clients send one when they mean none. */
const named = (name: string | undefined): string | undefined => (name === '' ? undefined : name);

function storedText(documents: StoredDocuments, id: string): string {
  const document = documents.byId.get(id);
  if (document === undefined) throw new Refusal('DOCUMENT_NOT_FOUND');
  return document.text;
}

function once(search: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = search.getAll(name);
  if (others.length > 0) throw new Refusal('BAD_REQUEST', `${name} 只能给一次`);
  return value;
}

/** A parameter that may be absent or null, and otherwise must be of its type. */
function optional<Value>(
  body: Readonly<Record<string, unknown>>,
  name: string,
  is: (value: unknown) => value is Value,
  kind: string,
): Value | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || is(value)) return value;
  throw new Refusal('BAD_REQUEST', `${name} 应为${kind}`);
}

const isString = (value: unknown): value is string => typeof value === 'string';
