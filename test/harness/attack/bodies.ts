import { brotliCompressSync, gzipSync } from 'node:zlib';
import {
  asked,
  type Family,
  family,
  got,
  type HostileRequest,
  head,
  JSON_BODY,
  posted,
  QUERY,
  times,
  written,
} from './hostile-request.ts';

/** A family of bodies that call themselves JSON. */
const json = (name: string, most: number, body: (size: number) => string | Buffer): Family =>
  family(name, most, (size) => posted(body(size)));

/** A family of bodies of other types, as browsers send them across sites without asking. */
const typed = (
  name: string,
  most: number,
  headers: readonly string[],
  body: (size: number) => string | Buffer,
): Family => family(name, most, (size) => posted(body(size), headers));

const ID = 'a'.repeat(64);

const filler = (size: number): string =>
  `{"query":"{ __typename }","extensions":{"x":"${'x'.repeat(size)}"}}`;

/** Writes a body in chunks that never come to an end. */
const endless = (size: number): HostileRequest => {
  const chunk = `${(4096).toString(16)}\r\n${'x'.repeat(4096)}\r\n`;
  return written(
    [
      head('POST /graphql', [JSON_BODY, 'Transfer-Encoding: chunked']),
      ...Array.from({ length: size }, () => chunk),
    ],
    {
      mayEnd: true,
      halfClosed: true,
    },
  );
};

/** A body in very small chunks. */
const crumbs = (size: number): HostileRequest =>
  written([
    head('POST /graphql', [JSON_BODY, 'Transfer-Encoding: chunked']) +
      [...QUERY, ...' '.repeat(size)].map((one) => `1\r\n${one}\r\n`).join('') +
      '0\r\n\r\n',
  ]);

/** Bodies that are large, deep, packed, or something else than they say. */
export const BODIES: readonly Family[] = [
  json('a body without end', 10_000_000, filler),
  json('a body of spaces', 250_000, (n) => `${' '.repeat(n)}${QUERY}`),
  json('deep lists', 120_000, (n) => '['.repeat(n) + ']'.repeat(n)),
  json('deep objects', 40_000, (n) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`),
  json(
    'deep objects in extensions',
    20_000,
    (n) => `{"query":"{ __typename }","extensions":${'{"a":'.repeat(n)}1${'}'.repeat(n)}}`,
  ),
  json(
    'deep objects in variables',
    20_000,
    (n) => `{"query":"{ __typename }","variables":${'{"a":'.repeat(n)}1${'}'.repeat(n)}}`,
  ),
  json('deep lists never closed', 250_000, (n) => '['.repeat(n)),
  json('wide bodies', 20_000, (n) => `{${times(n, (i) => `"k${i}":1`, ',')}}`),
  json(
    'keys that fall together',
    20_000,
    (n) => `{${times(n, (i) => `"${String(i).padStart(8, 'Aa')}":0`, ',')}}`,
  ),
  json('one key over and over', 10_000, (n) => `{${times(n, () => '"query":"{ __typename }"', ',')}}`),
  json(
    'names of prototypes',
    5_000,
    (n) => `{${'"__proto__":{"query":"{ __typename }"},"constructor":{},'.repeat(n)}"a":1}`,
  ),
  json('a prototype beside the query', 2_000, (n) =>
    `{"__proto__":{"variables":{"a":${'[1],'.repeat(n)}0}},"query":"{ __typename }"}`.replaceAll(
      ',0}}',
      '}}',
    ),
  ),
  json(
    'numbers without end',
    200_000,
    (n) => `{"query":"{ __typename }","variables":{"a":${'9'.repeat(n)}}}`,
  ),
  json('exponents', 300, (n) => `{"query":"{ __typename }","variables":{"a":1e${n}}}`),
  json('escapes of half characters in a body', 30_000, (n) => `{"query":"${'\\ud800'.repeat(n)}"}`),
  json('bytes that are no UTF-8', 100_000, (n) => Buffer.alloc(n, 0xff)),
  json('UTF-16', 50_000, (n) => Buffer.from(`\uFEFF{"query":"${'a'.repeat(n)}"}`, 'utf16le')),
  json('marks of byte order before the body', 1_000, (n) => `${'\uFEFF'.repeat(n)}${QUERY}`),
  json('NUL in a body', 100_000, (n) => `{"query":"{ __typename }${'\0'.repeat(n)}"}`),
  json('batches', 5_000, (n) => `[${times(n, () => QUERY, ',')}]`),
  json('the query as a list', 10_000, (n) => `{"query":[${times(n, () => '"{ __typename }"', ',')}]}`),
  json(
    'variables as a list',
    10_000,
    (n) => `{"query":"{ __typename }","variables":[${times(n, String, ',')}]}`,
  ),
  json(
    'the operation as an object',
    1_000,
    (n) => `{"query":"{ __typename }","operationName":{"a":"${'x'.repeat(n)}"}}`,
  ),
  json(
    'a name of the operation without end',
    200_000,
    (n) => `{"query":"{ __typename }","operationName":"${'x'.repeat(n)}"}`,
  ),
  json('documents that are not stored', 200_000, (n) =>
    `{"documentId":"sha256:${String(n).repeat(Math.ceil(n / 8))}"}`.slice(0, 250_000),
  ),
  json(
    'persisted queries of Apollo',
    99_999,
    (n) => `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${String(n).padStart(64, '0')}"}}}`,
  ),
  json(
    'persisted queries of Apollo, registered',
    99_999,
    (n) =>
      `{"query":"{ a${n}: __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${String(n).padStart(64, '0')}"}}}`,
  ),
  json(
    'a document both ways',
    100,
    (n) => `{"documentId":"sha256:${ID}","query":"${'{ __typename } '.repeat(n)}"}`,
  ),
  typed('gzip that unpacks to very much', 50_000_000, [JSON_BODY, 'Content-Encoding: gzip'], (n) =>
    gzipSync(Buffer.alloc(n, 0x20)),
  ),
  typed('brotli that unpacks to very much', 20_000_000, [JSON_BODY, 'Content-Encoding: br'], (n) =>
    brotliCompressSync(Buffer.alloc(n, 0x20)),
  ),
  typed('packed many times over', 200, [JSON_BODY, `Content-Encoding: ${'gzip, '.repeat(40)}gzip`], (n) =>
    gzipSync(QUERY.repeat(n)),
  ),
  typed(
    'a form',
    200_000,
    ['Content-Type: application/x-www-form-urlencoded'],
    (n) => `query={__typename}&x=${'x'.repeat(n)}`,
  ),
  typed(
    'a form of parts',
    2_000,
    ['Content-Type: multipart/form-data; boundary=x'],
    (n) => `${'--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n'.repeat(n)}--x--`,
  ),
  typed('plain text', 200_000, ['Content-Type: text/plain'], (n) => `${QUERY}${' '.repeat(n)}`),
  typed('no type', 1_000, [], (n) => `${QUERY}${' '.repeat(n)}`),
  typed(
    'a document alone',
    1_000,
    ['Content-Type: application/graphql'],
    (n) => `{ ${'__typename '.repeat(n)}}`,
  ),
  typed(
    'another charset',
    1_000,
    ['Content-Type: application/json; charset=utf-7'],
    (n) => `${QUERY}${' '.repeat(n)}`,
  ),
  family('a charset without end', 8_000, (n) =>
    posted(QUERY, [`Content-Type: application/json; charset=${'x'.repeat(n)}`]),
  ),
  family('parameters of the type without end', 4_000, (n) =>
    posted(QUERY, [`Content-Type: application/json${';a=b'.repeat(n / 4)}; charset=utf-8`]),
  ),
  family('chunks without end', 2_000, endless),
  family('very small chunks', 20_000, crumbs),
  family('an address without end', 100_000, (n) =>
    got(`/graphql?query=${'a'.repeat(n)}`, [], { mayEnd: true }),
  ),
  family('one parameter over and over', 1_500, (n) => got(`/graphql?${times(n, () => 'query={a}', '&')}`)),
  family('parameters without end', 3_000, (n) =>
    got(`/graphql?query={__typename}&${times(n, (i) => `p${i}`, '&').slice(0, 12_000)}`),
  ),
  family('escapes in an address', 4_000, (n) => got(`/graphql?query=${'%00'.repeat(n)}`)),
  family('half escapes in an address', 4_000, (n) => got(`/graphql?query=${'%'.repeat(n)}`)),
  family('variables in an address', 4_000, (n) =>
    got(`/graphql?query={__typename}&variables=${'['.repeat(n)}`),
  ),
  family('a change through GET', 100, (n) =>
    got(`/graphql?query=mutation{${times(n, (i) => `m${i}:runMatching{result}`, ',')}}`),
  ),
  family('documents through GET that are not stored', 99_999, (n) =>
    got(`/graphql?documentId=sha256:${String(n).padStart(64, '0')}`),
  ),
  family('queries through GET, each once', 99_999, (n) => got(`/graphql?query={a${n}:__typename}`)),
  family('a token without end', 12_000, (n) =>
    asked('{ __typename }', {}, [`Authorization: Bearer ${'x'.repeat(n)}`]),
  ),
  family('a token that is none', 1_000, (n) =>
    asked('mutation { runMatching { result } }', {}, [`Authorization: Bearer ${'.'.repeat(n)}`]),
  ),
];
