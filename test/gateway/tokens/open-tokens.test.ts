import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { openTokens } from '../../../gateway/tokens/open-tokens.ts';
import { forgingGround, NOW } from './forging-ground.ts';

test('what becomes of the file of keys is told in the log, and nothing of a token', async () => {
  using ground = forgingGround();
  const info = vi.fn();
  const error = vi.fn();
  let elapsed = 0;
  const verify = await openTokens(ground.tokens, {
    now: () => new Date(NOW * 1000),
    logger: { info, error },
    elapsed: () => elapsed,
  });
  const authorization = `Bearer ${ground.signed(ground.header, ground.claims)}`;
  const kindAfter = async (milliseconds: number) => {
    elapsed += milliseconds;
    return (await verify([authorization])).kind;
  };
  expect(await kindAfter(0)).toBe('WRITER');
  rmSync(ground.tokens.path);
  expect(await kindAfter(1_000)).toBe('REFUSED');
  const problem = `令牌公钥文件 ${ground.tokens.path} 不能用：没有这个文件。`;
  expect(error.mock.calls).toEqual([[{ problem }, 'the keys of tokens cannot be used: no token is taken']]);
  writeFileSync(ground.tokens.path, JSON.stringify({ keys: [ground.jwks.ed] }), { mode: 0o644 });
  expect(await kindAfter(1_000)).toBe('WRITER');
  expect(info.mock.calls).toEqual([['the keys of tokens can be used again']]);
  expect(JSON.stringify([info.mock.calls, error.mock.calls])).not.toContain(authorization.slice(-20));
});

test('the file may be missing where it was only looked for, and is looked for by the clock of the process', async () => {
  using ground = forgingGround();
  const key = readFileSync(ground.tokens.path);
  rmSync(ground.tokens.path);
  const logger = { info: vi.fn(), error: vi.fn() };
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  try {
    const now = () => new Date(NOW * 1000);
    const verify = await openTokens({ ...ground.tokens, isRequired: false }, { now, logger });
    const authorization = `Bearer ${ground.signed(ground.header, ground.claims)}`;
    expect((await verify([authorization])).kind).toBe('REFUSED');
    writeFileSync(ground.tokens.path, key, { mode: 0o644 });
    clock.mockReturnValue(1_000);
    expect((await verify([authorization])).kind).toBe('WRITER');
  } finally {
    clock.mockRestore();
  }
  expect([logger.info.mock.calls, logger.error.mock.calls]).toEqual([[], []]);
});
