import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LEVELS } from '../../catalog/levels.ts';
import { UsageError } from '../../cli/command.ts';
import { grantOf, grantWords } from '../../cli/grant-words.ts';
import { keys } from '../../cli/keys.ts';
import { requireTokenKeys } from '../../cli/open-from-environment.ts';
import { revoke } from '../../cli/revoke.ts';
import { token } from '../../cli/token.ts';
import { readConfig } from '../../gateway/config.ts';
import { openKeyFile } from '../../gateway/tokens/key-file.ts';
import { createTokenVerifier } from '../../gateway/tokens/verify-token.ts';
import { recordingTerminal } from './recording-terminal.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-tokens-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const NOW = '2026-04-01T00:00:00Z';
const publicPath = () => join(home, 'keys/tokens.json');
const privatePath = () => join(home, 'keys/token-private.json');

/** Runs a command with this home; what it wrote and said. */
const run = async (
  command: typeof keys,
  values: Readonly<Record<string, string | readonly string[]>>,
  words: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
) => {
  const { terminal, out, told } = recordingTerminal();
  await command.run({ ...terminal, environment: { ZONGHENG_HOME: home, ...environment } }, values, words);
  return { out: out().trim(), told: told() };
};
const newKeys = async () => (await run(keys, {}, ['new'])).out;
const issue = async (values: Readonly<Record<string, string | readonly string[]>> = {}) =>
  run(token, { subject: '张三', grant: ['REVIEWER@331022:COUNTY,TOWNSHIP'], ...values });

const verify = async (signed: string, moment = NOW) => {
  const current = await openKeyFile({ path: publicPath(), isRequired: true });
  const verifier = createTokenVerifier({
    keys: current,
    issuer: 'zongheng',
    audience: 'zongheng',
    now: () => new Date(moment),
  });
  return await verifier([`Bearer ${signed}`]);
};
const refusal = async (acting: Promise<unknown>): Promise<string> => {
  const error = await acting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return (error as Error).message;
};

describe('keys', () => {
  test('are made for their owner alone, and a token signed by them is taken', async () => {
    const kid = await newKeys();
    expect(kid).toMatch(/^20260401-[0-9a-f]{8}$/u);
    expect((await stat(privatePath())).mode & 0o777).toBe(0o600);
    expect((await stat(join(home, 'keys'))).mode & 0o777).toBe(0o700);
    expect((await stat(publicPath())).mode & 0o777).toBe(0o644);
    expect(await readFile(publicPath(), 'utf8')).not.toMatch(/"d"/u);
    const { out, told } = await issue();
    expect(await verify(out)).toMatchObject({
      kind: 'WRITER',
      writer: {
        subject: '张三',
        issuedAt: Date.parse(NOW) / 1000,
        grants: [{ role: 'REVIEWER', region: '331022000000', levels: ['COUNTY', 'TOWNSHIP'] }],
      },
    });
    expect(told).toMatch(/标识 [0-9a-f-]{36}　到期 2026-05-01T08:00:00\+08:00/u);
    expect(told).toContain('授权 REVIEWER@331022000000:COUNTY,TOWNSHIP');
    expect(told).not.toContain(out);
  });

  test('are changed without a token losing its worth, until a key is removed', async () => {
    const first = await newKeys();
    const old = (await issue()).out;
    const second = await newKeys();
    const fresh = (await issue()).out;
    expect((await run(keys, {}, ['list'])).out).toBe(`${first}\n${second}\t签发用`);
    for (const signed of [old, fresh]) expect(await verify(signed)).toMatchObject({ kind: 'WRITER' });
    await run(keys, {}, ['remove', first]);
    expect(await verify(old)).toMatchObject({ kind: 'REFUSED' });
    expect(await verify(fresh)).toMatchObject({ kind: 'WRITER' });
    await run(keys, {}, ['remove', second]);
    expect(await verify(fresh)).toMatchObject({ kind: 'REFUSED' });
    expect(await refusal(issue())).toMatch(/请先执行 zongheng keys new/u);
    expect((await run(keys, {}, ['list'])).told).toMatch(/还没有密钥/u);
  });

  test('are made beside the former tokens, which keep a hub from starting', async () => {
    const made = await run(keys, {}, ['new'], {
      REVIEWER_TOKENS: '张三:0123456789abcdef',
      TOKEN_KEYS: '/etc/keys.json',
    });
    expect(made.told).toMatch(/TOKEN_KEYS 指向 \/etc\/keys\.json/u);
  });

  test.each([[[]], [['make']], [['new', 'x']], [['remove']], [['list', 'x']]])(
    '%j is no use of them',
    async (words) => {
      await expect(run(keys, {}, words)).rejects.toThrow(UsageError);
    },
  );

  test('that are unknown cannot be removed', async () => {
    await newKeys();
    expect(await refusal(run(keys, {}, ['remove', 'x']))).toMatch(/没有密钥“x”/u);
  });

  test('are not written over what is no set of them, nor while others write', async () => {
    await newKeys();
    await writeFile(`${publicPath()}.new`, '');
    expect(await refusal(newKeys())).toMatch(/另一个 zongheng keys 正在改密钥/u);
    await rm(`${publicPath()}.new`);
    await writeFile(publicPath(), '{"keys":[{"kty":"oct","k":"AAAA","kid":"a"}]}');
    expect(await refusal(newKeys())).toMatch(/是对称密钥/u);
  });

  test('of which there are too many are told so', async () => {
    await newKeys();
    const set = JSON.parse(await readFile(publicPath(), 'utf8'));
    const many = Array.from({ length: 32 }, (_, at) => ({ ...set.keys[0], kid: `k${at}` }));
    await writeFile(publicPath(), JSON.stringify({ keys: many }));
    expect(await refusal(newKeys())).toMatch(/密钥已有 32 个/u);
  });

  test('that are spoilt sign nothing, are not repeated in what is said, and can be replaced', async () => {
    const kid = await newKeys();
    const whole = await readFile(privatePath(), 'utf8');
    const secret: string = JSON.parse(whole).d;
    for (const spoilt of [whole.slice(0, -3), whole.replace(/"d"/u, 'd'), `{"d":"${secret}"}`, secret, '']) {
      await writeFile(privatePath(), spoilt);
      expect(await refusal(issue())).toBe(
        `${privatePath()} 里不是私钥：请移走它，用 zongheng keys new 另建一把。`,
      );
      expect((await run(keys, {}, ['list'])).out).toBe(kid);
    }
    await newKeys();
    expect((await issue()).out).toMatch(/^eyJ/u);
    expect((await run(keys, {}, ['remove', kid])).told).toContain('已去掉');
  });

  test('that others may read sign no more', async () => {
    await newKeys();
    await chmod(privatePath(), 0o640);
    expect(await refusal(issue())).toMatch(/别的用户能读/u);
  });

  test('that others may read are listed, and removed whole: they are the ones to be rid of', async () => {
    const kid = await newKeys();
    await chmod(privatePath(), 0o644);
    expect((await run(keys, {}, ['list'])).out).toBe(`${kid}\t签发用`);
    expect((await run(keys, {}, ['remove', kid])).told).toContain(`已去掉密钥 ${kid}`);
    await expect(stat(privatePath())).rejects.toThrow('ENOENT');
    expect((await run(keys, {}, ['list'])).out).toBe('');
  });

  test('that the gateway would not find where TOKEN_KEYS points sign nothing', async () => {
    const kid = await newKeys();
    const elsewhere = join(home, 'issuer.json');
    const values = { subject: '张三', grant: ['AUDITOR@00'] };
    const issued = () => run(token, values, [], { TOKEN_KEYS: elsewhere });
    for (const content of [undefined, '{"keys":[]}']) {
      if (content !== undefined) await writeFile(elsewhere, content);
      expect(await refusal(issued())).toBe(
        `${elsewhere} 里没有密钥 ${kid}，令牌不会被接受；环境变量 TOKEN_KEYS 指向它：请把 ${publicPath()} 里的公钥放进去，或去掉这个变量。`,
      );
    }
    await writeFile(elsewhere, await readFile(publicPath(), 'utf8'));
    expect((await issued()).out).toMatch(/^eyJ/u);
  });
});

describe('a token', () => {
  test('lasts as long as is said, 90 days at most', async () => {
    await newKeys();
    const { out } = await issue({ days: '1' });
    expect(await verify(out, '2026-04-02T00:00:29Z')).toMatchObject({ kind: 'WRITER' });
    expect(await verify(out, '2026-04-02T00:00:30Z')).toEqual({ kind: 'REFUSED', reason: 'EXPIRED' });
    expect(await verify((await issue({ days: '90' })).out)).toMatchObject({ kind: 'WRITER' });
    for (const days of ['0', '91', '1.5', '-1', 'x', ''])
      expect(await refusal(issue({ days }))).toMatch(/--days 应为 1 到 90/u);
  });

  test.each<[string, Readonly<Record<string, string | readonly string[]>>, RegExp]>([
    ['nobody', { subject: ' ' }, /请用 --subject/u],
    ['who cannot be written', { subject: '张\n三' }, /持有人或授权不可用/u],
    ['no grant', { grant: [] }, /请用 --grant/u],
    ['a place twice', { grant: ['REVIEWER@33', 'REVIEWER@330000000000:CITY'] }, /同一角色和区划只能给一次/u],
    [
      'a role nobody knows',
      { grant: ['ADMIN@33'] },
      /角色“ADMIN”不可识别，可用：PROPOSER、REVIEWER、OPERATOR、AUDITOR/u,
    ],
  ])('for %s is refused', async (_, values, sentence) => {
    await newKeys();
    expect(await refusal(issue(values))).toMatch(sentence);
  });

  test('is not signed by a key that no gateway knows', async () => {
    await newKeys();
    await writeFile(publicPath(), '{"keys":[]}');
    expect(await refusal(issue())).toMatch(/令牌不会被接受/u);
  });
});

describe('a grant in words', () => {
  test.each([
    ['REVIEWER@331022:COUNTY,TOWNSHIP', 'REVIEWER@331022000000:COUNTY,TOWNSHIP'],
    ['AUDITOR@33', `AUDITOR@330000000000:${LEVELS.join(',')}`],
    ['OPERATOR@00', `OPERATOR@000000000000:${LEVELS.join(',')}`],
    ['PROPOSER@331022100201:村', 'PROPOSER@331022100201:VILLAGE'],
    [' REVIEWER@331022:乡镇,县级,县 ', 'REVIEWER@331022000000:COUNTY,TOWNSHIP'],
  ])('%s', (text, words) => {
    expect(grantWords(grantOf(text))).toBe(words);
  });

  test.each([
    ['', /不可识别。授权写作/u],
    ['REVIEWER', /授权写作/u],
    ['REVIEWER@', /授权写作/u],
    ['@33', /授权写作/u],
    ['REVIEWER@33:', /授权写作/u],
    ['REVIEWER@33:CITY:COUNTY', /授权写作/u],
    ['REVIEWER@331:CITY', /区划“331”不可识别/u],
    ['REVIEWER@浙江:CITY', /区划“浙江”不可识别/u],
    ['REVIEWER@33:CITY,区域', /层级“区域”不可识别/u],
    ['reviewer@33:CITY', /角色“reviewer”不可识别/u],
  ])('%s is none', (text, sentence) => {
    expect(() => grantOf(text)).toThrow(sentence);
  });
});

describe('a wrong call to revoke', () => {
  test.each<[Readonly<Record<string, string>>, RegExp]>([
    [{ token: 'a', subject: 'b' }, /只能给一个/u],
    [{ token: 'eyJ'.repeat(60) }, /不是令牌本身/u],
    [{ token: '' }, /标识（jti）/u],
    [{ subject: '' }, /应为持有人/u],
    [{ reason: '遗失' }, /吊销什么/u],
    [{ subject: '张三', reason: 'x'.repeat(1_001) }, /--reason 不能超过/u],
  ])('%j', async (values, sentence) => {
    expect(await refusal(run(revoke, values))).toMatch(sentence);
  });
});

test('a start whose keys cannot be used is refused as a wrong call', async () => {
  const configOf = (environment: Readonly<Record<string, string>>) => {
    const read = readConfig({ ZONGHENG_HOME: home, ...environment });
    if (read.kind === 'REFUSED') throw new Error(read.sentence);
    return read.config;
  };
  await requireTokenKeys(configOf({}));
  await expect(requireTokenKeys(configOf({ TOKEN_KEYS: join(home, 'none.json') }))).rejects.toThrow(
    UsageError,
  );
  await newKeys();
  await requireTokenKeys(configOf({}));
  await writeFile(publicPath(), await readFile(privatePath(), 'utf8').then((key) => `{"keys":[${key}]}`));
  await expect(requireTokenKeys(configOf({}))).rejects.toThrow(/含有私钥/u);
});
