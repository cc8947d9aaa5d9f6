import { GraphQLError } from 'graphql';
import type { CanaryWords } from './canary-words.ts';

/** As a library may make one: what it says of HTTP is no type of ours. */
const refusing = (message: string, extensions: Record<string, unknown>): GraphQLError =>
  new GraphQLError(message, { extensions });

/** What a resolver may throw, each with words of the inside in all its corners. */
export const thrownKinds = ({ word }: CanaryWords): Readonly<Record<string, () => unknown>> => ({
  'an error': () => new Error(`password=${word('message of an error')} at /srv/app/db.ts:12`),
  'an error with a cause': () => new Error('failed', { cause: new Error(word('message of a cause')) }),
  'several errors': () =>
    new AggregateError([new Error(word('one of several errors'))], word('several errors')),
  'a driver’s error': () =>
    Object.assign(new Error(`relation "${word('relation of the driver')}" does not exist`), {
      name: 'PostgresError',
      code: '42P01',
      query: `select ${word('statement of the driver')} from county.item`,
      parameters: [word('parameter of the driver')],
      detail: word('detail of the driver'),
      hint: word('hint of the driver'),
    }),
  'an error of the system': () =>
    Object.assign(new Error(`connect ECONNREFUSED ${word('address of the system')}`), {
      code: 'ECONNREFUSED',
      address: word('address of the system'),
      path: `/run/${word('path of the system')}.sock`,
    }),
  words: () => word('thrown words'),
  'an object': () => ({ message: word('message of an object'), toString: () => word('words of an object') }),
  'an error whose stack was made': () =>
    Object.assign(new Error('x'), { stack: `Error: x\n    at ${word('frame of a stack')} (/srv/a.js:1:1)` }),
  'a refusal with more': () =>
    refusing(word('message of a refusal'), {
      code: 'BAD_USER_INPUT',
      detail: word('detail of a refusal'),
      stacktrace: [word('stack of a refusal')],
      exception: { sql: word('exception of a refusal') },
      http: { status: 418, headers: new Map([['x-leak', word('header of a refusal')]]) },
      [word('member of a refusal')]: 1,
    }),
  'a refusal by a code of its own': () => refusing('x', { code: word('code of a refusal') }),
  'an error with extensions': () =>
    Object.assign(new Error(word('message with extensions')), {
      extensions: { code: 'SUBGRAPH_TIMEOUT', note: word('extension of an error') },
    }),
});
