import { describe, expect, test } from 'vitest';
import { createChainCheck, type Place } from '../../trail/check-chains.ts';
import type { Entry } from '../../trail/entry.ts';
import type { Anchor, Finding } from '../../trail/finding.ts';
import { NOTHING_BEFORE } from '../../trail/hash.ts';
import { hashed } from './honest-trail.ts';

const anEntry = (region: string, sequence: number, previousHash: string): Entry =>
  hashed({
    region,
    sequence,
    moment: '2026-07-01T08:00:00.000000Z',
    subject: '张三',
    tokenId: null,
    action: 'DECIDE',
    target: null,
    outcome: 'ACCEPTED',
    requestId: null,
    contentDigest: 'f'.repeat(64),
    release: null,
    previousHash,
  });

const A = '330000000000';
const B = '331000000000';

/** The places of a chain of so many entries, all of them waiting for a release. */
const chainOf = (region: string, length: number): Place[] => {
  const places: Place[] = [];
  let before = NOTHING_BEFORE;
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const entry = anEntry(region, sequence, before);
    before = entry.hash;
    places.push({ region, sequence, entry, heads: [], unsealed: true });
  }
  return places;
};

const at = (places: readonly Place[], index: number): Place => places[index] as Place;

const sealedAt = (places: readonly Place[], release: number, index: number): Place[] =>
  places.map((place, other) => {
    if (other > index) return place;
    const heads = other === index ? [{ release, hash: place.entry?.hash ?? '' }] : place.heads;
    return { ...place, heads, unsealed: false };
  });

const findings = (places: readonly Place[], anchors: readonly Anchor[] = []): readonly Finding[] => {
  const found: Finding[] = [];
  const check = createChainCheck((finding) => found.push(finding), anchors);
  for (const place of places) check.next(place);
  check.end();
  return found;
};

describe('chains in order', () => {
  test.each<[string, readonly Place[]]>([
    ['none', []],
    ['one entry', chainOf(A, 1)],
    ['not sealed yet', [...chainOf(A, 3), ...chainOf(B, 2)]],
    ['sealed to the end', [...sealedAt(chainOf(A, 3), 1, 2), ...sealedAt(chainOf(B, 2), 1, 1)]],
    [
      'sealed twice, one waiting',
      sealedAt(sealedAt(chainOf(A, 4), 1, 1), 2, 2).with(1, at(sealedAt(chainOf(A, 4), 1, 1), 1)),
    ],
  ])('%s', (_name, places) => {
    expect(findings(places)).toStrictEqual([]);
  });
});

describe('what is wrong is named by its place', () => {
  const chain = chainOf(A, 4);
  const [first, second, third, fourth] = [0, 1, 2, 3].map((index) => at(chain, index)) as [
    Place,
    Place,
    Place,
    Place,
  ];
  const sealed = sealedAt(chain, 7, 2);

  test.each<[string, readonly Place[], readonly Finding[]]>([
    [
      'another word',
      [first, { ...second, entry: { ...(second.entry as Entry), subject: '李四' } }, third, fourth],
      [{ kind: 'EDITED', region: A, sequence: 2 }],
    ],
    [
      'another word, hash made anew',
      [first, { ...second, entry: hashed({ ...(second.entry as Entry), subject: '李四' }) }, third, fourth],
      [{ kind: 'BROKEN_LINK', region: A, sequence: 3 }],
    ],
    [
      'one gone with its mark',
      [first, third, fourth],
      [
        { kind: 'MISSING', region: A, sequence: 3 },
        { kind: 'BROKEN_LINK', region: A, sequence: 3 },
        { kind: 'UNMARKED', region: A, sequence: 1 },
      ],
    ],
    [
      'one gone, its mark left',
      [first, { ...second, entry: null }, third, fourth],
      [
        { kind: 'CUT', region: A, sequence: 2 },
        { kind: 'MISSING', region: A, sequence: 3 },
        { kind: 'BROKEN_LINK', region: A, sequence: 3 },
      ],
    ],
    [
      'the last gone, known to a release',
      [first, { ...second, entry: null, heads: [{ release: 3, hash: 'x' }], unsealed: false }],
      [
        { kind: 'CUT', region: A, sequence: 2, release: 3 },
        { kind: 'UNMARKED', region: A, sequence: 3 },
      ],
    ],
    [
      'one twice',
      [first, second, second, third, fourth],
      [
        { kind: 'DUPLICATED', region: A, sequence: 2 },
        { kind: 'BROKEN_LINK', region: A, sequence: 2 },
        { kind: 'UNMARKED', region: A, sequence: 1 },
      ],
    ],
    [
      'not what a release has sealed',
      sealed.with(2, { ...at(sealed, 2), heads: [{ release: 7, hash: 'x' }] }),
      [{ kind: 'REWRITTEN', region: A, sequence: 3, release: 7 }],
    ],
    [
      'not what one of two releases has sealed',
      sealed.with(2, { ...at(sealed, 2), heads: [...at(sealed, 2).heads, { release: 8, hash: 'x' }] }),
      [{ kind: 'REWRITTEN', region: A, sequence: 3, release: 8 }],
    ],
    [
      'no mark, no seal',
      [first, { ...second, unsealed: false }],
      [{ kind: 'UNMARKED', region: A, sequence: 1 }],
    ],
    [
      'a mark on what is sealed',
      sealed.with(0, { ...at(sealed, 0), unsealed: true }).with(3, { ...fourth, unsealed: false }),
      [{ kind: 'UNMARKED', region: A, sequence: 4 }],
    ],
    [
      'a mark on what is sealed, beside the right one',
      sealed.with(0, { ...at(sealed, 0), unsealed: true }),
      [{ kind: 'UNMARKED', region: A, sequence: 4 }],
    ],
    [
      'the marks of a chain that is not the last',
      [{ ...first, unsealed: false }, ...chainOf(B, 1)],
      [{ kind: 'UNMARKED', region: A, sequence: 1 }],
    ],
    [
      'a chain that begins with the hash of another',
      [...chainOf(A, 1), { ...at(chainOf(B, 1), 0), entry: anEntry(B, 1, at(chain, 0).entry?.hash ?? '') }],
      [{ kind: 'BROKEN_LINK', region: B, sequence: 1 }],
    ],
    [
      'nothing left but the mark',
      [{ ...first, entry: null }],
      [
        { kind: 'CUT', region: A, sequence: 1 },
        { kind: 'UNMARKED', region: A, sequence: 1 },
      ],
    ],
  ])('%s', (_name, places, expected) => {
    expect(findings(places)).toStrictEqual(expected);
  });
});

describe('what was noted outside', () => {
  const places = [...chainOf(A, 2), ...chainOf(B, 1)];
  const noted = (region: string, sequence: number, hash: string): Anchor => ({
    kind: 'ENTRY',
    region,
    sequence,
    hash,
  });
  const known = at(places, 1).entry?.hash ?? '';

  test('fits', () => {
    expect(findings(places, [noted(A, 2, known)])).toStrictEqual([]);
  });

  test('of a release is not for the chains', () => {
    expect(findings(places, [{ kind: 'RELEASE', release: 1, hash: 'x' }])).toStrictEqual([]);
  });

  test('differs', () => {
    expect(findings(places, [noted(A, 2, 'x')])).toStrictEqual([
      { kind: 'ANCHOR_DIFFERS', region: A, sequence: 2 },
    ]);
  });

  test.each([
    ['in no chain', noted('999999999999', 1, known)],
    ['after the end', noted(B, 2, known)],
  ])('is missing %s', (_name, anchor) => {
    expect(findings(places, [anchor])).toStrictEqual([
      {
        kind: 'ANCHOR_MISSING',
        region: (anchor as { region: string }).region,
        sequence: (anchor as { sequence: number }).sequence,
      },
    ]);
  });

  test('is missing where its entry is cut', () => {
    const cut = [at(places, 0), { ...at(places, 1), entry: null }];
    expect(findings(cut, [noted(A, 2, known)])).toContainEqual({
      kind: 'ANCHOR_MISSING',
      region: A,
      sequence: 2,
    });
  });
});
