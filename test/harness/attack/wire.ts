import {
  asked,
  type Family,
  family,
  got,
  head,
  JSON_BODY,
  posted,
  QUERY,
  times,
  written,
} from './hostile-request.ts';

const LENGTH = `Content-Length: ${QUERY.length}`;
const LIVE = head('GET /health/live');

/** A header whose value is of a size. */
const header = (name: string, most: number, of: (size: number) => string): Family =>
  family(name, most, (size) => asked('{ release { number } }', {}, [of(size)]));

/** Bytes that two readers of HTTP could read in two ways, or that are none: the connection may just end. */
const odd = (name: string, most: number, bytes: (size: number) => string, answers = 1): Family =>
  family(name, most, (size) => written([bytes(size)], { mayEnd: true, halfClosed: true, answers }));

const path = (name: string, most: number, target: (size: number) => string): Family =>
  family(name, most, (size) => got(target(size), [], { mayEnd: true }));

/** Heads, targets, methods and connections that servers of HTTP are hurt or confused with. */
export const WIRE: readonly Family[] = [
  header('headers by the hundred', 400, (n) => times(n, (i) => `X-H${i}: 1`, '\r\n')),
  header('one header by the hundred', 400, (n) => times(n, () => 'X-Forwarded-For: 127.0.0.1', '\r\n')),
  header('a header without end', 100_000, (n) => `X-Long: ${'x'.repeat(n)}`),
  header('cookies by the hundred', 1_000, (n) => `Cookie: ${times(n, (i) => `c${i}=1`, '; ')}`),
  header(
    'types wished for by the thousand',
    3_000,
    (n) => `Accept: ${times(n, () => 'a/b;q=0.1', ',').slice(0, 12_000)}`,
  ),
  header('ids of a request', 8_000, (n) => `X-Request-Id: ${'%0d%0aSet-Cookie:a=b'.repeat(n / 20)}`),
  header('ids of a request in other scripts', 4_000, (n) => `X-Request-Id: ${'纵横'.repeat(n / 6)}`),
  header('releases without end', 12_000, (n) => `X-Release: ${'9'.repeat(n)}`),
  header('releases below zero in a header', 2 ** 40, (n) => `X-Release: -${n}`),
  header('releases of the past', 1_000_000, (n) => `X-Release: ${n}`),
  header(
    'releases that are no numbers',
    5,
    (n) => `X-Release: ${['NaN', '1e3', '0x10', '１', '1,2', ' '][n % 6]}`,
  ),
  header('two releases', 30, (n) => times(n, (i) => `X-Release: ${i}`, '\r\n')),
  header('conditions by the thousand', 2_000, (n) => `If-None-Match: ${times(n, (i) => `"${i}"`, ',')}`),
  header('ranges by the thousand', 2_000, (n) => `Range: bytes=${times(n, (i) => `${i}-${i}`, ',')}`),
  header(
    'headers of the inside',
    60,
    (n) =>
      `${times(n, (i) => `X-Zongheng-${['Reviewer', 'Release', 'Day', 'Writer', 'Claims', 'Deadline', 'Signature'][i % 7]}: forged`, '\r\n')}`,
  ),
  header('headers of proxies', 30, (n) =>
    times(n, () => 'X-HTTP-Method-Override: DELETE\r\nX-Original-URL: /metrics', '\r\n'),
  ),
  family('a kept answer with conditions', 2_000, (n) =>
    got('/graphql?query={release{number}}', [`If-None-Match: ${times(n, (i) => `W/"${i}"`, ',')}`]),
  ),
  family('requests in a row on one connection', 500, (n) => written([LIVE.repeat(n)], { answers: n })),
  family('documents in a row on one connection', 300, (n) =>
    written(
      [
        Buffer.concat(
          Array.from({ length: n }, (_, i) => asked(`{ a${i}: __typename }`).pieces[0] ?? Buffer.alloc(0)),
        ),
      ],
      { answers: n },
    ),
  ),
  family('a promise to send more', 20, (n) =>
    posted(QUERY, [JSON_BODY, times(n, () => 'Expect: 100-continue', '\r\n')], { mayEnd: true }),
  ),
  family('another expectation', 1_000, (n) => posted(QUERY, [JSON_BODY, `Expect: ${'x'.repeat(n)}`])),
  family('a change of protocol', 20, (n) =>
    got(
      '/graphql',
      [
        'Connection: Upgrade',
        `Upgrade: ${times(n, () => 'websocket', ',')}`,
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
        'Sec-WebSocket-Version: 13',
      ],
      { mayEnd: true },
    ),
  ),
  family('HTTP/2 without TLS', 20, (n) =>
    got(
      '/health/live',
      [
        'Connection: Upgrade, HTTP2-Settings',
        `Upgrade: ${times(n, () => 'h2c', ',')}`,
        'HTTP2-Settings: AAMAAABkAAQAAP__',
      ],
      { mayEnd: true },
    ),
  ),
  odd('the preface of HTTP/2', 50, (n) => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'.repeat(n)),
  odd(
    'two lengths',
    20,
    (n) =>
      `${head('POST /graphql', [JSON_BODY, LENGTH, ...Array.from({ length: n }, (_, i) => `Content-Length: ${i}`)])}${QUERY}`,
  ),
  odd(
    'a length and chunks',
    20,
    (n) =>
      `${head('POST /graphql', [JSON_BODY, LENGTH, times(n, () => 'Transfer-Encoding: chunked', '\r\n')])}0\r\n\r\n${LIVE}`,
  ),
  odd('another coding of the transfer', 50, (n) =>
    head('POST /graphql', [JSON_BODY, `Transfer-Encoding: ${times(n, () => 'gzip', ', ')}`]),
  ),
  odd('a coding hidden by a space', 5, (n) =>
    head('POST /graphql', [JSON_BODY, `Transfer-Encoding${' '.repeat(n)}: chunked`, LENGTH]),
  ),
  odd('a length below zero', 1_000, (n) => head('POST /graphql', [JSON_BODY, `Content-Length: -${n}`])),
  odd('a length without end', 200, (n) =>
    head('POST /graphql', [JSON_BODY, `Content-Length: ${'9'.repeat(n)}`]),
  ),
  odd(
    'a length longer than the body',
    100_000,
    (n) => `${head('POST /graphql', [JSON_BODY, `Content-Length: ${QUERY.length + n}`])}${QUERY}`,
  ),
  odd(
    'a length shorter than the body',
    20,
    (n) =>
      `${head('POST /graphql', [JSON_BODY, `Content-Length: ${Math.max(0, QUERY.length - n)}`])}${QUERY}`,
    2,
  ),
  odd(
    'sizes of chunks that are none',
    200,
    (n) => `${head('POST /graphql', [JSON_BODY, 'Transfer-Encoding: chunked'])}${'F'.repeat(n)}\r\n`,
  ),
  odd(
    'extensions of chunks',
    40_000,
    (n) =>
      `${head('POST /graphql', [JSON_BODY, 'Transfer-Encoding: chunked'])}1;${'x'.repeat(n)}\r\n{\r\n0\r\n\r\n`,
  ),
  odd(
    'trailers',
    300,
    (n) =>
      `${head('POST /graphql', [JSON_BODY, 'Transfer-Encoding: chunked'])}0\r\n${times(n, (i) => `X-T${i}: 1\r\n`, '')}\r\n`,
  ),
  odd('lines ended by LF alone', 100, (n) => `GET /health/live HTTP/1.1\nHost: a\n${'X: 1\n'.repeat(n)}\n`),
  odd(
    'headers folded',
    100,
    (n) => `GET /health/live HTTP/1.1\r\nHost: a\r\nX: 1${'\r\n 2'.repeat(n)}\r\n\r\n`,
  ),
  odd('NUL in a header', 100, (n) => head('GET /health/live', [`X: ${'\0'.repeat(n)}`])),
  odd('no host', 50, (n) => `GET /health/live HTTP/1.1\r\n${'X: 1\r\n'.repeat(n)}\r\n`),
  odd('hosts by the dozen', 50, (n) => head('GET /health/live', [times(n, (i) => `Host: h${i}`, '\r\n')])),
  odd('an old version of HTTP', 9, (n) => `GET /health/live HTTP/0.${n}\r\n\r\n`),
  odd('a version of HTTP to come', 9, (n) => `GET /health/live HTTP/${n + 2}.0\r\nHost: a\r\n\r\n`),
  odd('a method without end', 10_000, (n) => head(`${'G'.repeat(n)} /graphql`)),
  odd('methods of other protocols', 7, (n) =>
    head(`${['PROPFIND', 'CONNECT', 'TRACE', 'PATCH', 'OPTIONS', 'PURGE', 'QUERY', 'LINK'][n % 8]} /graphql`),
  ),
  odd('a tunnel', 60_000, (n) => `CONNECT 127.0.0.1:${n} HTTP/1.1\r\nHost: a\r\n\r\n`),
  odd('bytes of TLS', 200, (n) => `\x16\x03\x01\x02\x00\x01${'\x00'.repeat(n)}`),
  odd('nothing but line ends', 20_000, (n) => '\r\n'.repeat(n)),
  odd('noise', 20_000, (n) => times(n, (i) => String.fromCharCode((i * 7919) % 251), '')),
  odd('half a head', 10_000, (n) => `POST /graphql HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(n)}`),
  path('targets in absolute form', 10_000, (n) => `http://${'a'.repeat(Math.min(n, 63))}:${n}/graphql`),
  path('targets of files', 200, (n) => `/${'../'.repeat(n)}etc/passwd`),
  path('targets of files, escaped', 200, (n) => `/${'%2e%2e%2f'.repeat(n)}etc/passwd`),
  path('targets of slashes', 10_000, (n) => `${'/'.repeat(n)}graphql`),
  path('targets of NUL', 1_000, (n) => `/graphql${'%00'.repeat(n)}`),
  path('targets in other scripts', 3_000, (n) => `/${encodeURIComponent('纵'.repeat(n / 3))}`),
  path(
    'targets named like prototypes',
    3,
    (n) => `/${['__proto__', 'constructor', 'prototype', 'toString'][n % 4]}`,
  ),
  path(
    'targets of other servers',
    5,
    (n) => ['/.env', '/wp-login.php', '/.git/config', '/server-status', '/actuator/env', '/*'][n % 6] ?? '/',
  ),
];
