import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockItem } from '../../../matching/block/block-item.ts';
import { matchBlock } from '../../../matching/block/match-block.ts';
import { referenceList } from '../../../matching/block/reference-list.ts';
import { decodeState, encodeState } from '../../../matching/block/state-codec.ts';
import { namesakeJudging, type PlainJudging, plainJudging } from './plain-judging.ts';

const run = (
  references: readonly BlockItem[],
  items: readonly BlockItem[],
  previous?: ReturnType<typeof matchBlock>['state'],
  judging: PlainJudging = plainJudging(),
) => matchBlock({ references: referenceList(judging, references, { candidates: 3 }), items, previous });

const bytesOf = ({ judgements, state }: ReturnType<typeof matchBlock>) =>
  `${JSON.stringify(judgements)}\n${Buffer.from(encodeState(state)).toString('base64')}`;

/** Few letters and few codes, so that names are alike, scores tie and items claim the same reference. */
const content = fc.record(
  {
    name: fc.string({ unit: fc.constantFrom(...'甲乙丙丁 1'), maxLength: 6 }),
    codes: fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 2 }),
    department: fc.constantFrom('民政局', '教育局'),
    list: fc.constantFrom('power', 'public'),
  },
  { requiredKeys: ['name'] },
);

const listOf = (prefix: string) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), content), {
      selector: ([id]) => id,
      maxLength: 14,
    })
    .map((items): BlockItem[] => items.map(([id, rest]) => ({ id: `${prefix}${id}`, ...rest })));

/** Items taken away, put in, changed and moved: what becomes of a list in time. */
const edited = (prefix: string, items: readonly BlockItem[]) =>
  fc
    .tuple(
      fc.subarray([...items], { minLength: Math.min(items.length, Math.max(0, items.length - 3)) }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), content), { maxLength: 3 }),
    )
    .map(([kept, changes]) => [
      ...new Map(
        [...kept, ...changes.map(([id, rest]): BlockItem => ({ id: `${prefix}${id}`, ...rest }))].map(
          (item) => [item.id, item],
        ),
      ).values(),
    ]);

const history = fc.tuple(listOf('r'), listOf('i')).chain(([references, items]) =>
  fc.tuple(
    fc.constant({ references, items }),
    fc.array(
      edited('r', references).chain((next) =>
        edited('i', items).map((changed) => ({ references: next, items: changed })),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  ),
);

describe('a run on what has changed', () => {
  test.each([
    ['where all candidates are looked at', plainJudging],
    ['where a namesake is enough', namesakeJudging],
  ])(
    'says, byte for byte, what a run from nothing says, edit after edit, %s',
    { timeout: 60_000 },
    (_case, judging) => {
      fc.assert(
        fc.property(history, ([start, edits]) => {
          let { state } = run(start.references, start.items, undefined, judging());
          for (const { references, items } of edits) {
            const incremental = run(references, items, state, judging());
            expect(bytesOf(incremental)).toBe(bytesOf(run(references, items, undefined, judging())));
            state = incremental.state;
          }
        }),
        { numRuns: 1500 },
      );
    },
  );

  test('does the same from stored bytes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(history, ([start, edits]) => {
        const stored = decodeState(encodeState(run(start.references, start.items).state));
        expect(stored).toBeDefined();
        for (const { references, items } of edits) {
          expect(bytesOf(run(references, items, stored))).toBe(bytesOf(run(references, items)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nothing', 'r9', '辛壬癸', []],
    ['an item whose candidate changes', 'r1', '甲乙丙', ['i1']],
    ['an item a changed reference is as like as its last candidate', 'r9', '丁戊己', ['i2', 'i3']],
  ] as const)('judges %s anew', (_case, id, name, judged) => {
    const references = [
      { id: 'r1', name: '甲乙丙丁' },
      ...['r2', 'r3', 'r4'].map((same) => ({ id: same, name: '丁戊己庚' })),
      { id: 'r9', name: '子丑寅卯' },
    ];
    const items = [
      { id: 'i1', name: '甲乙' },
      { id: 'i2', name: '丁戊己', department: '民政局' },
      { id: 'i3', name: '丁戊己', department: '教育局' },
      { id: 'i4', name: '辰巳午' },
    ];
    const { state } = run(references, items);
    const judging = plainJudging();
    const changed = references.map((reference) => (reference.id === id ? { id, name } : reference));
    const { counts } = run(changed, items, state, judging);
    expect(judging.asked).toEqual(judged);
    expect(counts).toEqual({ judged: judged.length, reused: items.length - judged.length });
  });

  test.each([
    ['a namesake comes', { id: 'r9', name: '甲乙' }, ['i1']],
    ['the namesake becomes another', { id: 'r1', name: '甲丙' }, ['i1']],
    ['one comes that is alike but no namesake', { id: 'r9', name: '甲乙甲乙丙' }, []],
    ['one comes that bears its code', { id: 'r9', name: '丁', codes: ['A'] }, ['i1']],
  ] as const)('where a namesake was enough, judges anew when %s', (_case, changed, judged) => {
    const references = [
      { id: 'r1', name: '甲乙' },
      { id: 'r2', name: '丁丁丁' },
    ];
    const items = [{ id: 'i1', name: '甲乙', codes: ['A'] }];
    const { state } = run(references, items, undefined, namesakeJudging());
    const next = [...references.filter(({ id }) => id !== changed.id), { ...changed }];
    const { counts } = run(next, items, state, namesakeJudging());
    expect(counts.judged).toBe(judged.length);
  });

  test('judges everything anew when the matcher is another', () => {
    const [references, items] = [[{ id: 'r', name: '甲乙' }], [{ id: 'i', name: '甲乙' }]];
    const { state } = run(references, items);
    expect(run(references, items, state, plainJudging('2')).counts).toEqual({ judged: 1, reused: 0 });
    expect(run(references, items, state).counts).toEqual({ judged: 0, reused: 1 });
  });

  test('judges an item anew when a reference that shares its code comes, changes or goes', () => {
    const items = [{ id: 'i', name: '甲乙', codes: ['A'] }];
    const [with_, without] = [[{ id: 'r', name: '丙丁', codes: ['A'] }], [{ id: 'r', name: '丙丁' }]];
    expect(run(with_, items, run(without, items).state).judgements[0]?.match).toBe('r');
    expect(run(without, items, run(with_, items).state).judgements[0]?.match).toBeNull();
    expect(run([], items, run(with_, items).state).judgements[0]?.candidates).toEqual([]);
  });
});

describe('the order of the input', () => {
  test('changes nothing', () => {
    const shuffled = history.chain(([{ references, items }]) =>
      fc.tuple(
        fc.constant({ references, items }),
        fc.shuffledSubarray(references, { minLength: references.length }),
        fc.shuffledSubarray(items, { minLength: items.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ references, items }, otherReferences, otherItems]) => {
        expect(bytesOf(run(otherReferences, otherItems))).toBe(bytesOf(run(references, items)));
      }),
      { numRuns: 500 },
    );
  });

  test('is not kept: judgements stand by item id', () => {
    const items = ['乙', '10', '2', 'a', 'B'].map((id) => ({ id, name: '甲' }));
    expect(run([], items).judgements.map(({ item }) => item)).toEqual(['10', '2', 'B', 'a', '乙']);
  });
});

describe('items of the same content', () => {
  const references = [{ id: 'r', name: '甲乙丙' }];
  const village = (id: string, region: string) => ({ id, name: '甲乙丙', region, list: id });

  test('are judged once, and each answer bears its own id', () => {
    const judging = plainJudging();
    const items = [village('i1', '一村'), village('i2', '一村'), { id: 'i3', name: '甲乙' }];
    const { judgements } = run(references, items, undefined, judging);
    expect(judging.asked).toEqual(['i1', 'i3']);
    expect(judgements.map(({ item }) => item)).toEqual(['i1', 'i2', 'i3']);
  });

  test('are told by the matcher, where it knows better than the whole content', () => {
    const judging = plainJudging();
    const knowing = { ...judging, contentKey: ({ item }: { item: BlockItem }) => item.name };
    const items = [village('i1', '一村'), village('i2', '二村')];
    matchBlock({ references: referenceList(knowing, references), items });
    expect(judging.asked).toEqual(['i1']);
  });

  test('do not answer for items that share a code with another reference', () => {
    const knowing = { ...plainJudging(), contentKey: () => 'all alike' };
    const coded = [
      { id: 'r1', name: '甲乙丙', codes: ['A'] },
      { id: 'r2', name: '甲乙丙', codes: ['B'] },
    ];
    const items = ['A', 'B'].map((code) => ({ id: code, name: '甲乙丙', codes: [code] }));
    const { judgements } = matchBlock({ references: referenceList(knowing, coded), items });
    expect(judgements.map(({ match }) => match)).toEqual(['r1', 'r2']);
  });
});

test('two items, or two references, of one id are refused', () => {
  const twice = [
    { id: 'x', name: '甲' },
    { id: 'x', name: '乙' },
  ];
  expect(() => run(twice, [])).toThrow('x');
  expect(() => run([], twice)).toThrow('x');
});
