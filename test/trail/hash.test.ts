import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestOfSeal, hashOfEntry, NOTHING_BEFORE } from '../../trail/hash.ts';

test('an entry is hashed field by field, each with its length in octets', () => {
  const text =
    'zongheng-entry-1,12:4308110000001:727:2026-07-01T08:00:00.000000Z6:张三~6:DECIDE0:8:ACCEPTED~2:cd2:120:';
  expect(
    hashOfEntry({
      region: '430811000000',
      sequence: 7,
      moment: '2026-07-01T08:00:00.000000Z',
      subject: '张三',
      tokenId: null,
      action: 'DECIDE',
      target: '',
      outcome: 'ACCEPTED',
      requestId: null,
      contentDigest: 'cd',
      release: 12,
      previousHash: '',
    }),
  ).toBe(hash('sha256', text));
});

test('a release is hashed with the digest before and its heads', () => {
  const heads = [
    { region: 'a', sequence: 1, hash: 'x' },
    { region: 'bc', sequence: 22, hash: 'yz' },
  ];
  expect(digestOfSeal(5, 'p', heads)).toBe(hash('sha256', 'zongheng-seal-1,1:51:p1:a1:11:x2:bc2:222:yz'));
  expect(digestOfSeal(5, 'p', [])).toBe(hash('sha256', 'zongheng-seal-1,1:51:p'));
});

test('what stands before the first looks like a hash and is none', () => {
  expect(NOTHING_BEFORE).toMatch(/^0{64}$/u);
});
