/** A whole HTTP reply: the lines before the empty one, and what comes after it. */
export interface WholeReply {
  readonly head: string;
  readonly body: Buffer;
}

/** What becomes of a whole reply on its way; the numbers from 0 to 1 decide, where something is to be decided. */
export type ReplyFault = (reply: WholeReply, random: () => number) => Buffer | Iterable<Buffer>;

const MEGABYTE = 1024 * 1024;
/** Bytes of an answer that is far too large. */
export const LARGE = 50 * MEGABYTE;

const bytesOf = (head: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);

const withLength = (head: string, length: number): string =>
  head.replace(/^content-length: \d+$/imu, `content-length: ${length}`);

const withBody = ({ head }: WholeReply, text: string): Buffer => {
  const body = Buffer.from(text);
  return bytesOf(withLength(head, body.length), body);
};

const answerWith = (status: string, type: string, text: string): Buffer =>
  Buffer.from(
    `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );

/** Every text a number, every number a text, every list an object. */
const otherTypes = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, otherTypes(inner)]));
};

const parsed = ({ body }: WholeReply): Record<string, unknown> => JSON.parse(body.toString('utf8'));

function* large(head: string, wrap: (piece: Buffer) => Buffer, end: string): Iterable<Buffer> {
  yield Buffer.from(`${head}\r\n\r\n`);
  yield wrap(Buffer.from('{"data":{"a":"'));
  const piece = wrap(Buffer.alloc(MEGABYTE, 'x'));
  for (let sent = 0; sent < LARGE; sent += MEGABYTE) yield piece;
  yield wrap(Buffer.from('"}}'));
  yield Buffer.from(end);
}

const chunk = (piece: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);

/** Everything between four fifths and nearly all of a reply is lost. */
const cut = (bytes: Buffer, random: () => number): Buffer =>
  bytes.subarray(0, Math.max(1, Math.floor(bytes.length * (0.2 + 0.75 * random()))));

/** What can happen to a reply, by name; `truncated` is followed by the end of the connection. */
export const REPLY_FAULTS = {
  truncated: ({ head, body }, random) => cut(bytesOf(head, body), random),
  garbage: ({ head, body }, random) => {
    const spoilt = Buffer.from(body);
    for (let at = 0; at < spoilt.length; at += 1) if (random() < 0.3) spoilt[at] = Math.floor(random() * 256);
    return bytesOf(head, spoilt);
  },
  'not-http': (_, random) => Buffer.from(Array.from({ length: 400 }, () => Math.floor(random() * 256))),
  'wrong-type': (reply) =>
    withBody(reply, JSON.stringify({ ...parsed(reply), data: otherTypes(parsed(reply)['data']) })),
  'wrong-shape': (reply) => withBody(reply, '{"data":{"a":[[]],"_entities":{"length":1}}}'),
  empty: (reply) => withBody(reply, '{"data":{}}'),
  'fewer-entities': (reply) => {
    const answer = parsed(reply);
    const data = { ...(answer['data'] as Record<string, unknown>) };
    for (const [key, value] of Object.entries(data))
      if (key.startsWith('_e') && Array.isArray(value)) data[key] = value.slice(1);
    return withBody(reply, JSON.stringify({ ...answer, data }));
  },
  proto: (reply) =>
    withBody(
      reply,
      reply.body
        .toString('utf8')
        .replace(
          '{"data":{',
          '{"data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
        ),
    ),
  'other-release': ({ head, body }) =>
    bytesOf(head.replace(/^x-zongheng-read: (\d+)$/imu, 'x-zongheng-read: 999'), body),
  'error-500': () => answerWith('500 Internal Server Error', 'text/html', '<html>oops</html>'),
  large: ({ head }) => large(withLength(head, LARGE + 17), (piece) => piece, ''),
  'large-chunked': ({ head }) =>
    large(head.replace(/^content-length: \d+$/imu, 'transfer-encoding: chunked'), chunk, '0\r\n\r\n'),
} as const satisfies Readonly<Record<string, ReplyFault>>;
