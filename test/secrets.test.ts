import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretsIn } from '../scripts/secret-patterns.ts';

const root = join(import.meta.dirname, '..');

const files = readdirSync(root, { withFileTypes: true })
  .filter((entry) => !/^(node_modules|\.git|\.zongheng|\.stryker|coverage)$/u.test(entry.name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true })
          .filter((below) => below.isFile() && !below.parentPath.includes('node_modules'))
          .map((below) => join(below.parentPath, below.name))
      : [join(root, entry.name)],
  )
  .filter((path) => statSync(path).size <= 1_000_000);

test('no file holds what looks like a secret', () => {
  expect(files.length).toBeGreaterThan(1_000);
  const found = files.flatMap((path) =>
    secretsIn(readFileSync(path, 'utf8')).map(({ name, line }) => `${relative(root, path)}:${line}: ${name}`),
  );
  expect(found).toEqual([]);
});

describe('what looks like a secret is found', () => {
  // Put together here: a scan must not find them in this file.
  const long = 'aB3'.repeat(20);
  test.each([
    ['private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----\n${long}`],
    ['private key', `-----BEGIN ${''}PRIVATE KEY-----\n${long}`],
    ['private JWK', `{"kty":"OKP","d":"${long}"}`],
    ['signed token', `eyJ${long}.eyJ${long}.${long}`],
    ['AWS key', `AKIA${'ABCDEFGH12345678'}`],
    ['GitHub token', `ghp_${long}`],
    ['npm token', `npm_${long.slice(0, 36)}`],
    ['Slack token', `xoxb-${long}`],
    ['Google key', `AIza${long.slice(0, 35)}`],
    ['key of a paid interface', `sk-${'ant-'}${long}`],
    ['internal key', `INTERNAL_KEYS="2026a:${long}"`],
    ['database password', `postgres://zongheng:${long}@db.example/zongheng`],
  ])('%s', (name, text) => {
    expect(secretsIn(`first line\n${text}`)).toEqual([{ name, line: 2 }]);
  });

  test.each([
    'postgres://zongheng:secret@db.example/zongheng',
    'postgres://用户:口令@主机:5432/库名',
    `INTERNAL_KEYS="2026a:$(openssl rand -base64 32)"`,
    'Authorization: Bearer …',
    `"sha512-${'a'.repeat(86)}=="`,
  ])('not in an example: %s', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });
});
