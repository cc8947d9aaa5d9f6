import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { unsafeAddresses } from '../../../cli/floors/unsafe-addresses.ts';
import { readConfig } from '../../../gateway/config.ts';

type Environment = Readonly<Record<string, string>>;

const configOf = (environment: Environment) => {
  const read = readConfig(environment);
  if (read.kind === 'REFUSED') throw new Error(read.sentence);
  return read.config;
};

const reasons = (environment: Environment) =>
  unsafeAddresses(configOf(environment)).map(({ reason }) => reason);

const KEYS = { INTERNAL_KEYS: `2026a:${randomBytes(32).toString('base64url')}` };
const STRONG = randomBytes(18).toString('base64url');

const database = (rest: string): Environment => ({ DATABASE_URL: `postgres://hub:${rest}` });

describe('refused, each with its reason', () => {
  test.each<[string, Environment, string]>([
    ['a database far away in the clear', database(`${STRONG}@db.example.com/z`), '明文经过网络'],
    ['one by its number', database(`${STRONG}@203.0.113.7/z`), '明文经过网络'],
    ['TLS ruled out', database(`${STRONG}@db.example.com/z?sslmode=disable`), '明文经过网络'],
    ['TLS if it so happens', database(`${STRONG}@db.example.com/z?sslmode=prefer`), '明文经过网络'],
    ['a password of examples', database('secret@db.example.com/z?sslmode=require'), '一猜就中'],
    ['a password within the own network', database('password@db/z'), '一猜就中'],
    ['the name as the password', { DATABASE_URL: 'postgres://hubdb:hubdb@db/z' }, '一猜就中'],
    ['a year as the password', database('20262026@db/z'), '一猜就中'],
    ['one letter over and over', database('aaaaaaaaaaaa@db/z'), '一猜就中'],
    ['no password', { DATABASE_URL: 'postgres://hub@db/z' }, '一猜就中'],
    [
      'a subgraph elsewhere without a common key',
      { SUBGRAPH_GUIDE_URL: 'http://10.0.0.2:4004/graphql' },
      '没有共同的密钥',
    ],
    [
      'a subgraph by a name without a common key',
      { SUBGRAPH_GUIDE_URL: 'https://guide.example.com/graphql' },
      '没有共同的密钥',
    ],
    [
      'a subgraph far away in the clear',
      { SUBGRAPH_COUNTY_URL: 'http://county.example.com/graphql', ...KEYS },
      'SUBGRAPH_COUNTY_URL 以明文',
    ],
    [
      'one by its number in the clear',
      { SUBGRAPH_COUNTY_URL: 'http://203.0.113.7/graphql', ...KEYS },
      'SUBGRAPH_COUNTY_URL 以明文',
    ],
    [
      'a subgraph with a password',
      { SUBGRAPH_COUNTY_URL: 'http://a:b@127.0.0.1:4001/graphql' },
      '写着用户或口令',
    ],
  ])('%s', (_name, environment, reason) => {
    expect(reasons(environment)).toEqual([expect.stringContaining(reason)]);
  });

  test.each<[string, Environment, string]>([
    ['a short key', { INTERNAL_KEYS: 'a:c2hvcnQ' }, 'INTERNAL_KEYS'],
    [
      'one key twice',
      { INTERNAL_KEYS: [1, 2].map((at) => `k${at}:${STRONG}${STRONG}`).join(',') },
      'INTERNAL_KEYS',
    ],
    ['a key of one letter', { INTERNAL_KEYS: `a:${'A'.repeat(43)}` }, 'INTERNAL_KEYS'],
    ['tokens that were passwords', { REVIEWER_TOKENS: `张三:${STRONG}` }, 'REVIEWER_TOKENS 不再使用'],
    ['a database that is none', { DATABASE_URL: 'mysql://a:b@c/d' }, 'DATABASE_URL'],
  ])('%s, by the variables themselves', (_name, environment, reason) => {
    const read = readConfig(environment);
    expect(read).toMatchObject({ kind: 'REFUSED', sentence: expect.stringContaining(reason) });
    if (read.kind === 'REFUSED') expect(read.sentence).not.toContain(STRONG);
  });

  test('without a word of the password', () => {
    const told = JSON.stringify(unsafeAddresses(configOf(database('password@db.example.com/z'))));
    expect(told).not.toContain('password');
  });
});

describe('the subgraphs of a gateway, wherever their addresses are told', () => {
  const of = (areOwn: boolean, address: string) =>
    unsafeAddresses(
      { databaseUrl: undefined, subgraphUrls: { guide: address }, internalKeys: undefined },
      { areOwn, placeOf: (name) => `子图 ${name} 的地址` },
    ).map(({ reason }) => reason);

  test.each([
    [true, 'http://guide.example.com/graphql', ['没有共同的密钥', '以明文指向别的机器']],
    [true, 'http://a:b@10.0.0.2/graphql', ['里写着用户或口令', '没有共同的密钥']],
    [false, 'http://shop.example.com/graphql', ['以明文指向别的机器']],
    [false, 'http://10.0.0.2/graphql', []],
    [false, 'https://a:b@shop.example.com/graphql', []],
  ])('own: %s, %s', (areOwn, address, expected) => {
    expect(of(areOwn, address)).toEqual(
      expected.map((words) => expect.stringMatching(new RegExp(`^子图 guide 的地址.*${words}`, 'u'))),
    );
  });
});

describe('not refused', () => {
  test.each<[string, Environment]>([
    ['nothing set', {}],
    ['the server of the tests', database('test@127.0.0.1:5433/z')],
    ['a server on this machine', database('zongheng@localhost/z')],
    ['a server on this machine (IPv6)', database('zongheng@[::1]:5432/z')],
    ['a server of the own network', database(`${STRONG}@10.1.2.3/z`)],
    ['a server by the name of a container', database(`${STRONG}@db/z`)],
    ['a server far away, checked', database(`${STRONG}@db.example.com/z?sslmode=verify-full`)],
    ['a server far away, encrypted', database(`${STRONG}@db.example.com/z?sslmode=require`)],
    ['a subgraph on this machine', { SUBGRAPH_GUIDE_URL: 'http://127.0.0.1:4004/graphql' }],
    ['a subgraph behind a socket', { SUBGRAPH_GUIDE_URL: 'unix:/run/zongheng/guide.sock' }],
    ['a subgraph of the own network', { SUBGRAPH_GUIDE_URL: 'http://10.0.0.2:4004/graphql', ...KEYS }],
    ['a subgraph far away, encrypted', { SUBGRAPH_GUIDE_URL: 'https://guide.example.com/graphql', ...KEYS }],
  ])('%s', (_name, environment) => {
    expect(reasons(environment)).toEqual([]);
  });
});
