/** Bytes for one connection, as an attacker writes them. */
export interface HostileRequest {
  /** In the order they are written. */
  readonly pieces: readonly Buffer[];
  /** Milliseconds between two pieces; 0 writes all of them at once. */
  readonly pause: number;
  /** Answers the bytes ask for. */
  readonly answers: number;
  /** Whether the attacker closes its side behind the last byte. */
  readonly halfClosed: boolean;
  /** Whether nothing but the end of the connection is an answer too: the bytes are no HTTP, or are never complete. */
  readonly mayEnd: boolean;
}

/** One idea of how to hurt the hub, in any size. */
export interface Family {
  readonly name: string;
  /** The largest size that still is sent. */
  readonly most: number;
  readonly request: (size: number) => HostileRequest;
}

export const family = (name: string, most: number, request: (size: number) => HostileRequest): Family => ({
  name,
  most,
  request,
});

type Shape = Partial<Omit<HostileRequest, 'pieces'>>;

/** What is written as it is, piece by piece. */
export const written = (pieces: readonly (string | Buffer)[], shape: Shape = {}): HostileRequest => ({
  pause: 0,
  answers: 1,
  halfClosed: false,
  mayEnd: false,
  ...shape,
  pieces: pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
});

/** The head of a request, with the host every request must name. */
export const head = (line: string, headers: readonly string[] = []): string =>
  `${[`${line} HTTP/1.1`, 'Host: hub.example', ...headers].join('\r\n')}\r\n\r\n`;

const ACCEPT = 'Accept: application/graphql-response+json';
export const JSON_BODY = 'Content-Type: application/json';

/** The body of the least there is to ask. */
export const QUERY = '{"query":"{ __typename }"}';

/** A POST of a body, under the headers of an honest client unless others are given. */
export const posted = (
  body: string | Buffer,
  headers: readonly string[] = [JSON_BODY],
  shape: Shape = {},
): HostileRequest => {
  const bytes = Buffer.from(body);
  const whole = [ACCEPT, ...headers, `Content-Length: ${bytes.length}`];
  return written([Buffer.concat([Buffer.from(head('POST /graphql', whole)), bytes])], shape);
};

/** A document and its variables as an honest client posts them, with more headers if need be. */
export const asked = (
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: readonly string[] = [],
): HostileRequest => posted(JSON.stringify({ query, variables }), [JSON_BODY, ...headers]);

/** A GET of a target. */
export const got = (target: string, headers: readonly string[] = [], shape: Shape = {}): HostileRequest =>
  written([head(`GET ${target}`, [ACCEPT, ...headers])], shape);

/** So many texts, each made of its number, one after the other. */
export const times = (count: number, text: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(between);

/** `most` and smaller sizes, so many, each about the same share larger than the one before. */
export const sizesOf = ({ most }: Family, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) =>
    Math.max(1, Math.round(most ** (count === 1 ? 1 : index / (count - 1)))),
  );
