import { expect, test } from 'vitest';
import { matchBlock } from '../../../matching/block/match-block.ts';
import { MATCHER } from '../../../matching/block/matcher-judging.ts';
import { referenceList } from '../../../matching/block/reference-list.ts';
import { encodeState } from '../../../matching/block/state-codec.ts';
import { startBlockPool } from '../../../matching/workers/block-pool.ts';
import { type BlockTask, decodeJudgements } from '../../../matching/workers/block-task.ts';
import { plainJudging } from '../block/plain-judging.ts';
import { collected } from './collected.ts';

const REFERENCES = ['甲乙丙丁', '丙丁戊己', '子丑寅卯'].map((name, at) => ({ id: `r${at}`, name }));
const block = (number: number): BlockTask => ({
  references: 'province',
  items: Array.from({ length: 30 }, (_, at) => ({
    id: `${number}-${at}`,
    name: `${REFERENCES[at % 3]?.name.slice(0, 2 + (at % 3))}${number}`,
  })),
  keepState: true,
});

const here = ({ items }: BlockTask) =>
  matchBlock({ references: referenceList(plainJudging(), REFERENCES), items });

const start = (workers: number) =>
  startBlockPool({
    entry: new URL('./plain-block-worker.ts', import.meta.url),
    judging: plainJudging(),
    lists: { province: REFERENCES },
    workers,
  });

test('workers say what one thread says, in the order of the blocks', async () => {
  const pool = start(2);
  const blocks = [0, 1, 2, 3, 4].map(block);
  const answers = await collected(pool.run(blocks));
  await pool.close();
  for (const [at, { judgements, state, counts }] of answers.entries()) {
    const expected = here(blocks[at] as BlockTask);
    expect(decodeJudgements(judgements)).toEqual(expected.judgements);
    expect(state).toEqual(encodeState(expected.state));
    expect(counts).toEqual({ judged: 30, reused: 0 });
  }
});

test('a block continues from its state, and may bring references of its own', async () => {
  const pool = start(1);
  const { items } = block(1);
  const own: BlockTask = { references: REFERENCES.slice(1), items };
  const [first, second, third] = await collected(
    pool.run([block(1), { ...block(1), previous: encodeState(here(block(1)).state) }, own]),
  );
  await pool.close();
  expect(second?.counts).toEqual({ judged: 0, reused: 30 });
  expect(second?.judgements).toEqual(first?.judgements);
  expect(third?.state).toBeUndefined();
  expect(new Set(decodeJudgements(third?.judgements as Uint8Array).map(({ match }) => match))).not.toContain(
    'r0',
  );
});

test('a state that is damaged costs a full run and nothing else', async () => {
  const pool = start(1);
  const [answer] = await collected(pool.run([{ ...block(1), previous: Uint8Array.of(1, 2, 3) }]));
  await pool.close();
  expect(answer?.counts).toEqual({ judged: 30, reused: 0 });
});

test('references nobody gave are a mistake of the caller', async () => {
  const pool = start(2);
  const run = collected(pool.run([{ ...block(1), references: 'elsewhere' }]));
  await expect(run).rejects.toMatchObject({
    cause: expect.objectContaining({ message: expect.stringContaining('elsewhere') }),
  });
  await pool.close();
});

test('the matcher itself runs in workers', async () => {
  const references = [
    { id: 'r1', name: '食品经营许可证核发' },
    { id: 'r2', name: '户口登记' },
  ];
  const pool = startBlockPool({
    entry: new URL('../../../matching/workers/match-worker.ts', import.meta.url),
    judging: MATCHER,
    workers: 1,
  });
  const items = [{ id: 'i', name: '户口登记' }];
  const [answer] = await collected(pool.run([{ references, items }]));
  await pool.close();
  const judgements = decodeJudgements(answer?.judgements as Uint8Array);
  expect(judgements).toEqual(
    matchBlock({ references: referenceList(MATCHER, references), items }).judgements,
  );
  expect(judgements[0]?.match).toBe('r2');
});
