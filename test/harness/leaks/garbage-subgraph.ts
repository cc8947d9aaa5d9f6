import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CanaryWords } from './canary-words.ts';

type Garbage = (response: ServerResponse) => void;

const json = (value: unknown) => (response: ServerResponse) => void response.end(JSON.stringify(value));

/** The answers of a subgraph that has come into other hands, or that breaks: words of the inside wherever one may stand. */
export const garbageKinds = ({ word }: CanaryWords): Readonly<Record<string, Garbage>> => ({
  'errors with words': json({
    data: null,
    errors: [
      {
        message: `at ${word('garbage: message')}`,
        path: ['_entities', 0, word('garbage: path')],
        locations: [{ line: 1, column: 1 }],
        extensions: { code: word('garbage: code'), stacktrace: [word('garbage: stack')], serviceName: 'x' },
      },
    ],
  }),
  'headers in errors': json({
    data: null,
    errors: [
      {
        message: 'x',
        extensions: {
          code: 'BAD_USER_INPUT',
          detail: word('garbage: detail'),
          http: { status: 299, headers: { 'x-leak': word('garbage: header in an error') } },
        },
      },
    ],
  }),
  'errors of no form': json({
    data: null,
    errors: [word('garbage: error of no form'), null, 7, { [word('garbage: member of an error')]: 1 }],
  }),
  'errors that are an object': json({ errors: { message: word('garbage: errors as an object') } }),
  'more data than was asked for': json({
    data: {
      _entities: [{ __typename: 'Guide', id: 'x', secret: word('garbage: data not asked for') }],
      more: word('garbage: more data'),
    },
    extensions: { trace: word('garbage: extensions') },
  }),
  'data of the wrong type': json({
    data: {
      _entities: [
        {
          __typename: word('garbage: type name'),
          guide: { id: { a: word('garbage: object for an id') }, title: [word('garbage: list for words')] },
        },
      ],
      __typename: word('garbage: name of the root'),
    },
  }),
  'a prototype': (response) =>
    void response.end(
      `{"data":{"__proto__":{"polluted":"${word('garbage: prototype')}"},"constructor":{"a":1}}}`,
    ),
  'a page': (response) => {
    response.setHeader('content-type', 'text/html');
    response.writeHead(502, word('garbage: words of the status'));
    response.end(`<h1>${word('garbage: page')}</h1>`);
  },
  'a redirect': (response) => {
    response.writeHead(302, { location: `http://10.0.0.7/${word('garbage: redirect')}` });
    response.end();
  },
  headers: (response) => {
    response.setHeader('x-powered-by', word('garbage: header'));
    response.setHeader('set-cookie', `a=${word('garbage: cookie')}`);
    response.setHeader('x-zongheng-release', word('garbage: release'));
    response.end(
      JSON.stringify({ data: null, errors: [{ message: word('garbage: message beside headers') }] }),
    );
  },
  'half an answer': (response) => {
    response.writeHead(200, { 'content-length': 10_000 });
    response.write(`{"data":{"x":"${word('garbage: half an answer')}`);
    setImmediate(() => response.destroy());
  },
  'no HTTP': (response) => {
    response.socket?.end(`${word('garbage: no HTTP')}\r\n\r\n`);
  },
  'the refusal of a call': (response) => {
    response.statusCode = 403;
    response.end(
      JSON.stringify({
        errors: [{ message: word('garbage: refusal'), extensions: { code: 'CALL_REFUSED' } }],
      }),
    );
  },
});

/** A subgraph that answers everything with one kind of garbage. */
export async function serveGarbage(words: CanaryWords, kind: string) {
  const answer = garbageKinds(words)[kind];
  const server = createServer(async (incoming, response) => {
    await text(incoming);
    answer?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  words.add(`address of a subgraph that answers ${kind}`, `127.0.0.1:${port}`);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
