import { connect } from 'node:net';
import type { SentAnswer } from '../canaries.ts';

/** One HTTP request that may make a server say too much. */
export interface Provocation {
  readonly name: string;
  readonly path?: string;
  readonly init?: RequestInit;
}

let asked = 0;

/** Never the same text twice: what is kept would answer for what is to be provoked. */
const fresh = (query: string): string => {
  asked += 1;
  return query.replaceAll('$N', `n${asked}`);
};

const graphql = (
  query: string,
  variables: unknown = {},
  headers: Record<string, string> = {},
): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query: fresh(query), variables }),
});

/** Documents that lead to every subgraph and every table. */
export const DOCUMENTS: readonly string[] = [
  '{ $N: items(first: 3) { totalCount nodes { id name guide { id } region { name } ... on CountyItem { referenceMatch { id status } } } } }',
  '{ $N: node(id: "ci_b") { id ... on CountyItem { name guide { id } organisation { name } referenceMatch { id } } } }',
  '{ $N: node(id: "gd_0") { id } b: node(id: "ma_0") { id } c: node(id: "ti_a") { id ... on TownshipItem { name } } }',
  '{ $N: matchQueue(first: 3) { totalCount nodes { id } } }',
  '{ $N: matchRuns(first: 3) { nodes { id failure { __typename } } } }',
  '{ $N: matchDecisions(first: 3) { nodes { id reason decidedBy } } }',
  '{ $N: catalogs(first: 9) { totalCount nodes { key name } } r: regions(first: 9) { nodes { id name } } }',
  '{ $N: items(filter: { search: "草稿 机密" }, first: 9) { nodes { id name } } }',
  '{ $N: proposals(first: 9) { nodes { id reason proposedBy } } }',
  '{ $N: impact(catalog: "ca_province") { __typename } }',
  'mutation { $N: decideMatch(input: { item: "ci_b", reference: "ri_1", verdict: CONFIRM, reason: "x", ifVersion: 1 }) { result message } }',
  'mutation { $N: settleProposal(id: "00000000-0000-4000-8000-000000000000", accept: true, reason: "x") { result message } }',
  '{ $N: release { number } }',
];

/** Documents and bodies that no reader of GraphQL expects. */
const ODD: readonly Provocation[] = [
  { name: 'nothing there', init: graphql('{ nothing { at { all } } }') },
  { name: 'a name nearly right', init: graphql('{ itemz { nodez } }') },
  {
    name: 'a name of the inside',
    init: graphql('{ _service { sdl } _entities(representations: []) { __typename } }'),
  },
  { name: 'no end', init: graphql('{ items(') },
  { name: 'NUL in an id', init: graphql('query ($i: ID!) { $N: node(id: $i) { id } }', { i: 'ci_\u0000' }) },
  {
    name: 'NUL in a search',
    init: graphql('query ($s: String) { $N: items(filter: { search: $s }) { totalCount } }', {
      s: 'a\u0000b',
    }),
  },
  {
    name: 'NUL in a code',
    init: graphql('query ($c: String!) { $N: countyItem(code: $c) { id } }', { c: '\u0000' }),
  },
  {
    name: 'half a letter',
    init: graphql('query ($c: String!) { $N: countyItem(code: $c) { id } }', { c: '\ud800' }),
  },
  {
    name: 'a number too large',
    init: graphql('query ($n: Int) { $N: items(first: $n) { totalCount } }', { n: 2 ** 53 }),
  },
  { name: 'a release too large', init: graphql('{ $N: release(asOf: { number: 2147483647 }) { number } }') },
  {
    name: 'a moment that is none',
    init: graphql('{ $N: release(asOf: { at: "’; drop table" }) { number } }'),
  },
  {
    name: 'an object for words',
    init: graphql('query ($c: String!) { $N: countyItem(code: $c) { id } }', { c: { toString: 'x' } }),
  },
  {
    name: 'a prototype',
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ release { number } }","variables":{"__proto__":{"a":1}},"__proto__":{"x":1}}',
    },
  },
  { name: 'a cursor that is none', init: graphql('{ $N: items(after: "bm9uZQ") { totalCount } }') },
  { name: 'a subscription', init: graphql('subscription { items { totalCount } }') },
  { name: 'two operations', init: graphql('query A { release { number } } query B { release { number } }') },
  {
    name: 'no JSON',
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":' },
  },
  {
    name: 'no UTF-8',
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from([0x7b, 0xff, 0xfe]),
    },
  },
  {
    name: 'a list of requests',
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[{"query":"{ a }"}]' },
  },
  {
    name: 'three megabytes',
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"${'x'.repeat(3e6)}"}`,
    },
  },
  { name: 'another type', init: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' } },
  {
    name: 'another language',
    init: {
      ...graphql('{ release { number } }'),
      headers: { 'content-type': 'application/json', accept: 'image/png' },
    },
  },
  { name: 'a document nobody stored', path: `/graphql?documentId=sha256:${'0'.repeat(64)}` },
  { name: 'another method', init: { method: 'DELETE' } },
];

/** Addresses where something may lie open. */
const ADDRESSES: readonly Provocation[] = [
  '/metrics',
  '/health/ready',
  '/health/live',
  '/operations.json',
  '/schema.graphql',
  '/health',
  '/.env',
  '/package.json',
  '/keys/internal',
  '/..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/.git/config',
  '/node_modules/graphql/package.json',
  '/%ff',
  '/%00',
  '/graphql%00',
  '/debug',
  '/server-status',
  '//evil.example/',
].map((path) => ({ name: path, path }));

export const PROVOCATIONS: readonly Provocation[] = [...ODD, ...ADDRESSES];

/** The documents once more, with these headers. */
export const documentsWith = (about: string, headers: Record<string, string> = {}): readonly Provocation[] =>
  DOCUMENTS.map((query) => ({ name: `${about}: ${query.slice(0, 60)}`, init: graphql(query, {}, headers) }));

/** Sends a provocation to the server of an endpoint. */
export const provoke = async (
  endpoint: string,
  { path = '/graphql', init }: Provocation,
): Promise<SentAnswer> => {
  const response = await fetch(new URL(endpoint).origin + path, { redirect: 'manual', ...init });
  const { status, statusText, headers } = response;
  return { status, statusText, headers, body: await response.text() };
};

/** Bytes that are no HTTP, or none that is agreed on. */
export const BAD_HTTP: readonly string[] = [
  'GARBAGE\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nA\0B: c\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
  'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'CONNECT inside:5432 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://inside.invalid/metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'TRACE / HTTP/1.1\r\nHost: x\r\nX-Mine: 1\r\nConnection: close\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /graphql?query=%7B HTTP/1.1\r\nHost: x\r\nExpect: the-impossible\r\nConnection: close\r\n\r\n',
];

/** Milliseconds after which what has come is all that is waited for. */
const PATIENCE = 300;

/** All the bytes a server answers to some bytes with. */
export const sendBytes = async (endpoint: string, bytes: string): Promise<string> => {
  const { port } = new URL(endpoint);
  const socket = connect(Number(port), '127.0.0.1');
  const chunks: Buffer[] = [];
  const over = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  const silent = setTimeout(() => socket.destroy(), PATIENCE);
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(bytes, 'latin1');
  await over;
  clearTimeout(silent);
  return Buffer.concat(chunks).toString('utf8');
};
