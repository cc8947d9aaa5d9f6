import { describe, expect, test } from 'vitest';
import { readConfig, SETTINGS } from '../../gateway/config.ts';
import { keyText } from '../signing/signed-call.ts';

describe('configuration', () => {
  test('without any variable everything has a default', () => {
    expect(readConfig({})).toEqual({
      kind: 'READ',
      config: {
        port: 4000,
        host: '127.0.0.1',
        databaseUrl: undefined,
        home: '.zongheng',
        subgraphUrls: {},
        logLevel: 'info',
        fuses: true,
        tokens: {
          path: '.zongheng/keys/tokens.json',
          isRequired: false,
          issuer: 'zongheng',
          audience: 'zongheng',
        },
      },
    });
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  test.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['HOST', '::', { host: '::' }],
    ['HOST', 'hub.example.gov.cn', { host: 'hub.example.gov.cn' }],
    ['DATABASE_URL', 'postgresql://u:p@h:5432/d', { databaseUrl: 'postgresql://u:p@h:5432/d' }],
    ['DATABASE_URL', 'postgres://u:1%25%40@h/d', { databaseUrl: 'postgres://u:1%25%40@h/d' }],
    ['ZONGHENG_HOME', '/var/lib/zongheng', { home: '/var/lib/zongheng' }],
    ['SUBGRAPH_GUIDE_URL', 'https://g/graphql', { subgraphUrls: { guide: 'https://g/graphql' } }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['SUBGRAPH_GUIDE_URL', 'unix:/run/z/guide.sock', { subgraphUrls: { guide: 'unix:/run/z/guide.sock' } }],
    ['FUSION', 'off', { fuses: false }],
    ['INTERNAL_KEYS', keyText('a', 1), { internalKeys: [{ id: 'a' }] }],
    ['INTERNAL_KEYS', `${keyText('b', 2)},${keyText('a', 1)}`, { internalKeys: [{ id: 'b' }, { id: 'a' }] }],
    [
      'TOKEN_KEYS',
      '/etc/zongheng/keys.json',
      { tokens: { path: '/etc/zongheng/keys.json', isRequired: true } },
    ],
    ['ZONGHENG_HOME', '/srv/z', { tokens: { path: '/srv/z/keys/tokens.json', isRequired: false } }],
    ['TOKEN_ISSUER', 'https://login.zj.gov.cn', { tokens: { issuer: 'https://login.zj.gov.cn' } }],
    ['TOKEN_AUDIENCE', 'hub-2', { tokens: { audience: 'hub-2' } }],
  ])('%s=%s', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject({ kind: 'READ', config: expected });
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['HOST', 'http://x'],
    ['HOST', 'a b'],
    ['SUBGRAPH_COUNTY_URL', 'ftp://h/'],
    ['SUBGRAPH_CONTY_URL', 'http://h/'],
    ['LOG_LEVEL', 'verbose'],
    ['FUSION', 'yes'],
    ['SUBGRAPH_GUIDE_URL', 'unix:guide.sock'],
    ['SUBGRAPH_GUIDE_URL', `unix:/${'x'.repeat(103)}`],
    ['TOKEN_KEYS', 'a\0b'],
    ['TOKEN_ISSUER', '发放者'],
    ['TOKEN_AUDIENCE', 'a b'],
  ])(
    '%s=%s is refused by a sentence that names the variable, its value and what is allowed',
    (name, value) => {
      const result = readConfig({ [name]: value });
      expect(result).toMatchObject({ kind: 'REFUSED', refusals: [{ name }] });
      const sentence = result.kind === 'REFUSED' ? result.sentence : '';
      expect(sentence).toContain(name);
      expect(sentence).toContain(`“${value}”`);
      expect(sentence).toMatch(/应为.+。|可用的变量是.+。/u);
    },
  );

  test('every wrong variable is named at once', () => {
    expect(readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toMatchObject({
      refusals: [{ name: 'PORT' }, { name: 'LOG_LEVEL' }],
    });
  });

  test.each([
    'mysql://admin:canary-7@h/d',
    'host=db password=canary-7',
    'zh:canary-7@db/x',
    'db/x?password=canary-7',
    'mysql://u:p/canary-7@db/x',
    'mysql://u:p@canary-7@db/x',
    'canary-7',
  ])('a password is not repeated: %s', (value) => {
    for (const name of ['DATABASE_URL', 'SUBGRAPH_COUNTY_URL', 'SUBGRAPH_CONTY_URL']) {
      if (name !== 'DATABASE_URL' && value === 'canary-7') continue;
      const result = readConfig({ [name]: value });
      expect(result).toMatchObject({ kind: 'REFUSED', refusals: [{ name }] });
      expect(JSON.stringify(result)).not.toContain('canary-7');
    }
  });

  test.each([
    'mysql://h/d',
    'h:5432',
    'postgres:///d',
    'postgres://u:100%@h/d',
    'postgres://u%zz:p@h/d',
    'postgres://u:%E4@h/d',
  ])('DATABASE_URL=%s is refused without being shown', (value) => {
    const result = readConfig({ DATABASE_URL: value });
    const sentence = result.kind === 'REFUSED' ? result.sentence : '';
    expect(sentence).toBe(
      '环境变量 DATABASE_URL 的值（可能含口令，不显示）不正确，应为：postgres://用户:口令@主机:端口/库名，口令里的 %、@、:、/、?、# 写作 %25、%40、%3A、%2F、%3F、%23。',
    );
  });

  test('the former tokens are refused by a sentence that says what to do, without being shown', () => {
    const result = readConfig({ REVIEWER_TOKENS: '张三:0123456789abcdef' });
    expect(result).toMatchObject({ kind: 'REFUSED', refusals: [{ name: 'REVIEWER_TOKENS' }] });
    const sentence = result.kind === 'REFUSED' ? result.sentence : '';
    expect(sentence).toMatch(
      /REVIEWER_TOKENS 不再使用.*zongheng keys new.*zongheng token .*去掉这个变量。$/u,
    );
    expect(sentence).not.toContain('0123456789');
    expect(readConfig({ REVIEWER_TOKENS: '' })).toMatchObject({ kind: 'READ' });
  });

  test.each(['a', `${keyText('a', 1)},${keyText('a', 2)}`, `a:${'A'.repeat(43)}`, `a ${keyText('a', 1)}`])(
    'wrong keys are refused and not repeated: %#',
    (keys) => {
      const result = readConfig({ INTERNAL_KEYS: keys });
      const sentence = result.kind === 'REFUSED' ? result.sentence : '';
      expect(sentence).toMatch(/^环境变量 INTERNAL_KEYS 的值（可能含口令，不显示）不正确，应为：/u);
      for (const part of keys.split(/[:, ]/u).filter((text) => text.length > 20))
        expect(sentence).not.toContain(part.slice(0, 8));
    },
  );

  test('what is left of an address still tells which one it was', () => {
    expect(readConfig({ SUBGRAPH_COUNTY_URL: 'ftp://u:p@h/d?key=1' })).toMatchObject({
      sentence: expect.stringContaining('“ftp://***@h/d?***”'),
    });
  });

  test('every setting has Chinese help', () => {
    expect(SETTINGS.map(({ name }) => name)).toEqual([
      'PORT',
      'HOST',
      'DATABASE_URL',
      'ZONGHENG_HOME',
      'SUBGRAPH_REFERENCE_URL',
      'SUBGRAPH_COUNTY_URL',
      'SUBGRAPH_TOWNSHIP_URL',
      'SUBGRAPH_GUIDE_URL',
      'SUBGRAPH_MATCHING_URL',
      'LOG_LEVEL',
      'FUSION',
      'TOKEN_KEYS',
      'TOKEN_ISSUER',
      'TOKEN_AUDIENCE',
      'INTERNAL_KEYS',
    ]);
    for (const { help } of SETTINGS) expect(help).toMatch(/\p{Script=Han}/u);
  });
});
