import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../../catalog/authority/writer.ts';
import { decodeWriter, encodeWriter, WRITER_HEADER } from '../../../catalog/authority/writer-header.ts';
import { LEVELS } from '../../../catalog/levels.ts';
import { aWriter } from '../../support/writers.ts';

const textOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a writer as a header', () => {
  test('is base64url of canonical JSON', () => {
    expect(WRITER_HEADER).toBe('x-zongheng-writer');
    const text = encodeWriter(
      aWriter({ grants: [{ levels: ['COUNTY'], region: '331022000000', role: 'AUDITOR' }] }),
    );
    expect(Buffer.from(text, 'base64url').toString()).toBe(
      '{"subject":"张三","tokenId":"token-1","issuedAt":1772352000,"grants":[{"role":"AUDITOR","region":"331022000000","levels":["COUNTY"]}]}',
    );
    expect(text).toMatch(/^[\w-]+$/u);
  });

  test('is read as it was written', () => {
    const grants = fc.uniqueArray(
      fc.record({
        role: fc.constantFrom(...ROLES),
        region: fc.constantFrom(
          '000000000000',
          '330000000000',
          '331000000000',
          '331022100000',
          '331022100201',
        ),
        levels: fc.subarray([...LEVELS], { minLength: 1 }),
      }),
      { minLength: 1, selector: ({ role, region }) => `${role}${region}` },
    );
    const writers = fc.record({
      subject: fc.constantFrom('张三', 'li', '欧阳·修 2', '𠮷野', 'a'.repeat(100)),
      tokenId: fc.stringMatching(/^[!-~]{1,128}$/u),
      issuedAt: fc.nat(),
      grants,
    });
    fc.assert(
      fc.property(writers, (writer) => {
        expect(decodeWriter(encodeWriter(writer))).toEqual(writer);
      }),
      { seed: 7 },
    );
  });

  const good = JSON.parse(Buffer.from(encodeWriter(aWriter()), 'base64url').toString());
  const [grant] = good.grants;
  test.each<[string, string]>([
    ['nothing', ''],
    ['no base64url', '%E5%BC%A0'],
    ['padding', `${encodeWriter(aWriter({ subject: 'ab' }))}=`],
    ['a cut end', encodeWriter(aWriter()).slice(0, -1)],
    ['white space', ` ${encodeWriter(aWriter())}`],
    ['two of them', `${encodeWriter(aWriter())}, ${encodeWriter(aWriter())}`],
    ['no JSON', Buffer.from('{"subject"').toString('base64url')],
    ['members in another order', textOf({ grants: good.grants, ...good })],
    [
      'a member twice',
      Buffer.from(JSON.stringify(good).replace('{', '{"subject":"李四",')).toString('base64url'),
    ],
    ['a member more', textOf({ ...good, admin: true })],
    ['a list', textOf([good])],
    ['null', textOf(null)],
    ['no subject', textOf({ ...good, subject: undefined })],
    ['an empty subject', textOf({ ...good, subject: '' })],
    ['a subject with a line end', textOf({ ...good, subject: '张\n三' })],
    ['a subject with a hidden turn', textOf({ ...good, subject: '张\u202e三' })],
    ['a subject with half a character', textOf({ ...good, subject: '张\ud800三' })],
    ['a subject that begins with a space', textOf({ ...good, subject: ' 张三' })],
    ['a subject that ends with a space', textOf({ ...good, subject: '张三\u3000' })],
    ['a subject of a space', textOf({ ...good, subject: ' ' })],
    ['a subject over two lines', textOf({ ...good, subject: '张\u2028三' })],
    ['a subject over two paragraphs', textOf({ ...good, subject: '张\u2029三' })],
    ['a subject of 101 characters', textOf({ ...good, subject: 'a'.repeat(101) })],
    ['a number as subject', textOf({ ...good, subject: 1 })],
    ['an empty token', textOf({ ...good, tokenId: '' })],
    ['a token with a space', textOf({ ...good, tokenId: 'a b' })],
    ['a token that ends in a line end', textOf({ ...good, tokenId: 'a\n' })],
    ['a token that begins with a line end', textOf({ ...good, tokenId: '\na' })],
    ['a token of 129 characters', textOf({ ...good, tokenId: 'a'.repeat(129) })],
    ['half a second', textOf({ ...good, issuedAt: 1.5 })],
    ['a time before 1970', textOf({ ...good, issuedAt: -1 })],
    ['no grants', textOf({ ...good, grants: [] })],
    ['an unknown role', textOf({ ...good, grants: [{ ...grant, role: 'ADMIN' }] })],
    ['an unknown level', textOf({ ...good, grants: [{ ...grant, levels: ['COUNTRY'] }] })],
    ['no level', textOf({ ...good, grants: [{ ...grant, levels: [] }] })],
    ['a level twice', textOf({ ...good, grants: [{ ...grant, levels: ['CITY', 'CITY'] }] })],
    ['a short region', textOf({ ...good, grants: [{ ...grant, region: '33' }] })],
    ['a region with a space', textOf({ ...good, grants: [{ ...grant, region: '331022000000 ' }] })],
    [
      'a region of wide digits',
      textOf({ ...good, grants: [{ ...grant, region: '３３１０２２００００００' }] }),
    ],
    ['a region of no province', textOf({ ...good, grants: [{ ...grant, region: '001000000000' }] })],
    ['a member more in a grant', textOf({ ...good, grants: [{ ...grant, until: 1 }] })],
    ['a grant twice', textOf({ ...good, grants: [grant, grant] })],
    ['a place twice', textOf({ ...good, grants: [grant, { ...grant, levels: ['CITY'] }] })],
  ])('with %s is refused', (_, text) => {
    expect(decodeWriter(text)).toBeUndefined();
  });

  test('holds 32 grants, not 33', () => {
    const writer = (count: number) =>
      aWriter({
        grants: Array.from({ length: count }, (_, at) => ({ ...grant, region: `3310220000${10 + at}` })),
      });
    expect(decodeWriter(encodeWriter(writer(32)))).toEqual(writer(32));
    expect(encodeWriter(writer(32)).length).toBeLessThan(8_000);
    expect(decodeWriter(encodeWriter(writer(33)))).toBeUndefined();
  });

  test('a subject of one character and one of a hundred are names', () => {
    for (const subject of ['张', 'a b', '张'.repeat(100), 'x'.repeat(99)])
      expect(decodeWriter(encodeWriter(aWriter({ subject })))?.subject).toBe(subject);
  });
});
