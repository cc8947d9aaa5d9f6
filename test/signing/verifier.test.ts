import { createHmac, hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, readSignature, SIGNATURE_HEADER, signatureText, signedText } from '../../signing/call.ts';
import { createNonces } from '../../signing/nonces.ts';
import { createSigner } from '../../signing/signer.ts';
import { createVerifier, type VerifierOptions } from '../../signing/verifier.ts';
import { countedBytes, keysOf, keyText, TEST_KEYS } from './signed-call.ts';

const NOW = Date.UTC(2026, 2, 1);
const BODY = '{"query":"{ a }"}';
const CALL: Call = {
  method: 'POST',
  path: '/graphql?a=1',
  subgraph: 'county',
  headers: { 'x-zongheng-release': '12', 'x-request-id': 'r-1', 'x-zongheng-writer': 'e30', accept: 'a/b' },
};

const signed = (call: Call, { at = NOW, keys = TEST_KEYS, body = BODY } = {}): Call => {
  const sign = createSigner({ key: keys[0], now: () => at, random: countedBytes });
  return { ...call, headers: { ...call.headers, [SIGNATURE_HEADER]: sign(call, body) } };
};

/** Verifies calls as if it had begun a minute ago. */
const verifier = (over: Partial<VerifierOptions> = {}) =>
  createVerifier({
    subgraph: 'county',
    keys: TEST_KEYS,
    now: () => NOW,
    nonces: createNonces(NOW - 60_000),
    ...over,
  });

const verdict = (call: Call, over: Partial<VerifierOptions> = {}) => {
  const told = verifier(over)(call);
  if (told.kind === 'VERIFIED') return 'VERIFIED';
  expect(told.kind).toBe('REFUSED');
  return told.reason;
};

test('the signature of a known call is the HMAC of a known text', () => {
  const [key] = TEST_KEYS;
  const value = createSigner({ key, now: () => NOW, random: (bytes) => Buffer.alloc(bytes, 7) })(CALL, BODY);
  const nonce = Buffer.alloc(16, 7).toString('base64url');
  const digest = hash('sha256', BODY, 'base64url');
  const text = [
    '4:POST,12:/graphql?a=1,6:county,4:test,',
    `13:${NOW},22:${nonce},43:${digest},`,
    '12:x-request-id,3:r-1,18:x-zongheng-release,2:12,17:x-zongheng-writer,3:e30,',
  ].join('');
  const code = createHmac('sha256', key.secret).update(text).digest('base64url');
  expect(value).toBe(`1.test.${NOW}.${nonce}.${digest}.${code}`);
  expect(SIGNATURE_HEADER).toBe('x-zongheng-signature');
});

describe('a signed call', () => {
  test('is verified, and its own body is told from others', () => {
    const told = verifier()(signed(CALL));
    expect(told.kind).toBe('VERIFIED');
    if (told.kind !== 'VERIFIED') return;
    expect(told.isBody(BODY)).toBe(true);
    expect(told.isBody(Buffer.from(BODY))).toBe(true);
    for (const other of ['', `${BODY} `, BODY.replace('a', 'b')])
      expect(told.isBody(other), other).toBe(false);
  });

  test('is refused the second time', () => {
    const verify = verifier();
    const call = signed(CALL);
    expect(verify(call).kind).toBe('VERIFIED');
    expect(verify(call)).toEqual({ kind: 'REFUSED', reason: 'REPLAYED' });
    expect(verify(signed(CALL)).kind).toBe('VERIFIED');
  });

  test('is refused without words where it is not signed, or by something else', () => {
    expect(verdict(CALL)).toBe('UNSIGNED');
    const [good = ''] = [signed(CALL).headers[SIGNATURE_HEADER]].flat();
    const twice = { ...CALL, headers: { ...CALL.headers, [SIGNATURE_HEADER]: [good, good] } };
    expect(verdict(twice)).toBe('UNSIGNED');
    const bad = [
      '',
      'x',
      `x${good}`,
      `${good}x`,
      ` ${good}`,
      good.replace(/^1/u, '2'),
      good.replace(/\./u, ','),
      good.slice(0, -1),
      `${good}\n`,
    ];
    const [version, key, at, nonce, body, code] = good.split('.');
    bad.push(
      [version, '', at, nonce, body, code].join('.'),
      [version, 'k'.repeat(33), at, nonce, body, code].join('.'),
    );
    bad.push(
      [version, key, `${at}0`, nonce, body, code].join('.'),
      [version, key, '177232320000x', nonce, body, code].join('.'),
    );
    bad.push(
      [version, key, at, `${nonce}A`, body, code].join('.'),
      [version, key, at, nonce, `${body}A`, code].join('.'),
    );
    bad.push(
      [version, key, at, nonce?.slice(1), body, code].join('.'),
      [version, key, at, nonce, body?.slice(1), code].join('.'),
    );
    bad.push(
      good.replaceAll('.', '!'),
      ...[1, 2, 3, 4, 5].map((dot) =>
        good.split('.').reduce((text, part, place) => text + (place === dot ? '!' : '.') + part),
      ),
    );
    for (const text of bad)
      expect(verdict({ ...CALL, headers: { ...CALL.headers, [SIGNATURE_HEADER]: text } }), text).toBe(
        'MALFORMED',
      );
  });

  test.each<[string, Partial<Call>]>([
    ['another method', { method: 'GET' }],
    ['another path', { path: '/graphql' }],
    ['another release', { headers: { ...CALL.headers, 'x-zongheng-release': '13' } }],
    ['swapped claims', { headers: { ...CALL.headers, 'x-zongheng-writer': 'e30x' } }],
    ['no claims', { headers: { ...CALL.headers, 'x-zongheng-writer': undefined } }],
    ['another request id', { headers: { ...CALL.headers, 'x-request-id': 'r-2' } }],
    ['a day more', { headers: { ...CALL.headers, 'x-zongheng-day': '2026-01-01' } }],
    ['a deadline more', { headers: { ...CALL.headers, 'x-zongheng-deadline': '9' } }],
  ])('is forged with %s', (_, over) => {
    const { [SIGNATURE_HEADER]: signature } = signed(CALL).headers;
    const changed = { ...CALL, ...over };
    const headers = Object.fromEntries(
      Object.entries({ ...changed.headers, [SIGNATURE_HEADER]: signature }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    expect(verdict({ ...changed, headers })).toBe('FORGED');
  });

  test('is forged for another subgraph', () => {
    expect(verdict(signed(CALL), { subgraph: 'guide' })).toBe('FORGED');
    expect(verdict(signed({ ...CALL, subgraph: 'guide' }))).toBe('FORGED');
  });

  test('may have got headers on its way that mean nothing to the hub', () => {
    const call = signed(CALL);
    const headers = {
      ...call.headers,
      accept: 'c/d',
      host: 'x',
      'x-zonghen': '1',
      'a-x-zongheng-b': '1',
      'x-request-idx': '1',
      'ax-request-id': '1',
    };
    expect(verdict({ ...call, headers })).toBe('VERIFIED');
  });

  test('is forged when any character of its signature is changed', () => {
    const value = String(signed(CALL).headers[SIGNATURE_HEADER]);
    for (let place = 2; place < value.length; place += 1) {
      const other = value[place] === '1' ? '2' : '1';
      if (value[place] === '.') continue;
      const text = value.slice(0, place) + other + value.slice(place + 1);
      const reason = place < '1.test'.length ? 'UNKNOWN_KEY' : 'FORGED';
      expect(verdict({ ...CALL, headers: { ...CALL.headers, [SIGNATURE_HEADER]: text } }), text).toBe(reason);
    }
  });
});

describe('time', () => {
  test.each([
    [-30_001, 'TOO_OLD'],
    [-30_000, 'VERIFIED'],
    [0, 'VERIFIED'],
    [30_000, 'VERIFIED'],
    [30_001, 'AHEAD'],
  ])('signed %i ms from now: %s', (off, told) => {
    expect(verdict(signed(CALL, { at: NOW + off }))).toBe(told);
  });

  test('what was signed before the verifier was made may have been answered by another', () => {
    const verify = createVerifier({ subgraph: 'county', keys: TEST_KEYS, now: () => NOW });
    expect(verify(signed(CALL, { at: NOW - 1 }))).toEqual({ kind: 'REFUSED', reason: 'TOO_OLD' });
    expect(verify(signed(CALL)).kind).toBe('VERIFIED');
  });

  test('no room for nonces refuses', () => {
    const verify = verifier({ nonces: createNonces(NOW, 1) });
    expect(verify(signed(CALL)).kind).toBe('VERIFIED');
    expect(verify(signed(CALL))).toEqual({ kind: 'REFUSED', reason: 'TOO_MANY_CALLS' });
  });

  test('a forged call takes no nonce', () => {
    const nonces = createNonces(NOW - 60_000);
    expect(verdict({ ...signed(CALL), path: '/' }, { nonces })).toBe('FORGED');
    expect(verdict(signed(CALL, { at: NOW + 30_001 }), { nonces })).toBe('AHEAD');
    expect(nonces.size()).toBe(0);
  });
});

describe('keys', () => {
  const [old, young] = [keyText('old', 1), keyText('young', 2)];

  test('while two are live, calls under both are verified; then only under the new one', () => {
    for (const keys of [keysOf(old), keysOf(young)])
      for (const both of [keysOf(old, young), keysOf(young, old)])
        expect(verdict(signed(CALL, { keys }), { keys: both })).toBe('VERIFIED');
    expect(verdict(signed(CALL, { keys: keysOf(young, old) }), { keys: keysOf(young) })).toBe('VERIFIED');
    expect(verdict(signed(CALL, { keys: keysOf(old, young) }), { keys: keysOf(young) })).toBe('UNKNOWN_KEY');
  });

  test('the name of a key does not make it that key', () => {
    expect(verdict(signed(CALL, { keys: keysOf(keyText('old', 3)) }), { keys: keysOf(old) })).toBe('FORGED');
    expect(verdict(signed(CALL, { keys: keysOf(keyText('new', 1)) }), { keys: keysOf(old) })).toBe(
      'UNKNOWN_KEY',
    );
  });
});

test('no two calls have the same text', () => {
  const part = fc.string({ unit: fc.constantFrom('a', '1', ':', ',', '0', '２'), maxLength: 6 });
  const name = part.map((text) => `x-zongheng-${text}`);
  const call = fc.record({
    call: fc.record({
      method: part,
      path: part,
      subgraph: part,
      headers: fc.dictionary(name, part, { maxKeys: 3 }),
    }),
    stamp: fc.record({ key: part, signedAt: part, nonce: part, body: part }),
  });
  const told = (one: { call: Call }) =>
    JSON.stringify({ ...one, call: { ...one.call, headers: Object.entries(one.call.headers).sort() } });
  fc.assert(
    fc.property(call, call, (one, other) => {
      const same = signedText(one.call, one.stamp) === signedText(other.call, other.stamp);
      expect(same).toBe(told(one) === told(other));
    }),
    { numRuns: 2_000, seed: 20_260_301 },
  );
  const { headers } = CALL;
  const turned = Object.fromEntries(Object.entries(headers).reverse());
  const stamp = { key: 'k', signedAt: '1', nonce: 'n', body: 'b' };
  expect(signedText({ ...CALL, headers: turned }, stamp)).toBe(signedText(CALL, stamp));
});

test('a signature is read as it was written', () => {
  const stamp = { key: 'k-_9', signedAt: String(NOW), nonce: 'n'.repeat(22), body: 'b'.repeat(43) };
  const signature = { stamp, code: 'c'.repeat(43) };
  expect(readSignature(signatureText(signature))).toEqual(signature);
});
