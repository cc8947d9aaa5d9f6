import { expect, test } from 'vitest';
import { createSealCheck, type SealedRelease } from '../../trail/check-seals.ts';
import type { Anchor, Finding } from '../../trail/finding.ts';
import { digestOfSeal, NOTHING_BEFORE } from '../../trail/hash.ts';

const HEADS = [{ region: '330000000000', sequence: 3, hash: 'a'.repeat(64) }];

const released = (release: number, previousDigest: string, heads = HEADS): SealedRelease => ({
  release,
  exists: true,
  seal: { previousDigest, digest: digestOfSeal(release, previousDigest, heads) },
  heads,
});

const first = released(3, NOTHING_BEFORE);
const second = released(4, first.seal?.digest ?? '', []);
const third = released(5, second.seal?.digest ?? '');
const older: SealedRelease = { release: 1, exists: true, seal: null, heads: [] };
const noted = (release: number, hash: string): Anchor => ({ kind: 'RELEASE', release, hash });

const findings = (rows: readonly SealedRelease[], anchors: readonly Anchor[]): readonly Finding[] => {
  const found: Finding[] = [];
  const check = createSealCheck((finding) => found.push(finding), anchors);
  for (const row of rows) check.next(row);
  check.end();
  return found;
};

test.each<[string, readonly SealedRelease[], readonly Anchor[], readonly Finding[]]>([
  ['nothing', [], [], []],
  ['releases before the trail', [older, { ...older, release: 2 }, first, second, third], [], []],
  ['noted outside', [first, second], [noted(4, second.seal?.digest ?? '')], []],
  ['an entry noted outside', [first], [{ kind: 'ENTRY', region: 'x', sequence: 1, hash: 'x' }], []],
  ['other than noted', [first, second], [noted(4, 'x')], [{ kind: 'ANCHOR_DIFFERS', release: 4 }]],
  ['noted of no release', [first], [noted(9, 'x')], [{ kind: 'ANCHOR_MISSING', release: 9 }]],
  [
    'noted of one without a digest',
    [older, first],
    [noted(1, 'x')],
    [{ kind: 'ANCHOR_MISSING', release: 1 }],
  ],
  [
    'the first gone',
    [{ ...first, seal: null, heads: [] }, second],
    [],
    [{ kind: 'SEAL_BROKEN_LINK', release: 4 }],
  ],
  ['the first gone, its heads left', [{ ...first, seal: null }], [], [{ kind: 'SEAL_MISSING', release: 3 }]],
  [
    'one gone',
    [first, { ...second, seal: null }, third],
    [],
    [
      { kind: 'SEAL_MISSING', release: 4 },
      { kind: 'SEAL_BROKEN_LINK', release: 5 },
    ],
  ],
  ['other heads', [{ ...first, heads: [] }], [], [{ kind: 'SEAL_EDITED', release: 3 }]],
  ['no such release', [{ ...first, exists: false }], [], [{ kind: 'RELEASE_MISSING', release: 3 }]],
  [
    'heads of no release',
    [{ release: 3, exists: false, seal: null, heads: HEADS }],
    [],
    [
      { kind: 'RELEASE_MISSING', release: 3 },
      { kind: 'SEAL_MISSING', release: 3 },
    ],
  ],
])('%s', (_name, rows, anchors, expected) => {
  expect(findings(rows, anchors)).toStrictEqual(expected);
});
