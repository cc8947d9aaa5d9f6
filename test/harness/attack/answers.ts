/** One answer of HTTP/1.1 as it came over the wire. */
export interface Answered {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** The whole answers at the beginning of what was received; those of 1xx are passed over. Throws for no HTTP. */
export const readAnswers = (received: Buffer): readonly Answered[] => {
  const answers: Answered[] = [];
  let at = 0;
  for (;;) {
    const headEnd = received.indexOf(HEAD_END, at);
    if (headEnd < 0) return answers;
    const { status, headers } = readHead(received.toString('latin1', at, headEnd));
    const body = readBody(received, headEnd + HEAD_END.length, status, headers);
    if (body === undefined) return answers;
    at = body.end;
    if (status >= 200) answers.push({ status, headers, body: body.text });
  }
};

const readHead = (text: string): Pick<Answered, 'status' | 'headers'> => {
  const [line = '', ...rest] = text.split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3}) /u.exec(`${line} `)?.[1];
  if (status === undefined) throw new Error(`no answer of HTTP: ${line.slice(0, 100)}`);
  const headers = Object.fromEntries(
    rest.map((header) => {
      const colon = header.indexOf(':');
      return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(status), headers };
};

interface Body {
  readonly text: string;
  readonly end: number;
}

/** The body that begins at a place, or undefined where it has not come whole. */
const readBody = (
  received: Buffer,
  from: number,
  status: number,
  headers: Answered['headers'],
): Body | undefined => {
  if (status < 200 || status === 204 || status === 304) return { text: '', end: from };
  if (headers['transfer-encoding'] === 'chunked') return readChunks(received, from);
  const end = from + Number(headers['content-length'] ?? 0);
  return end > received.length ? undefined : { text: received.toString('utf8', from, end), end };
};

const readChunks = (received: Buffer, from: number): Body | undefined => {
  const chunks: Buffer[] = [];
  let at = from;
  for (;;) {
    const lineEnd = received.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(received.toString('latin1', at, lineEnd), 16);
    const begin = lineEnd + 2;
    if (begin + size + 2 > received.length) return undefined;
    at = begin + size + 2;
    if (size === 0) return { text: Buffer.concat(chunks).toString('utf8'), end: at };
    chunks.push(received.subarray(begin, begin + size));
  }
};
