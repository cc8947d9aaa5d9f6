import { duplexPair } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeeper } from '../../../../gateway/answers/shared/keeper.ts';
import { joinSharedAnswers } from '../../../../gateway/answers/shared/shared-answers.ts';
import { answerOf, joined, keeperOf } from './joined.ts';

const ABSENT = { kind: 'ABSENT' };
const found = (answer: unknown) => ({ kind: 'FOUND', answer });

describe('answers of several processes', () => {
  test.each([
    ['short', answerOf('short')],
    ['empty', answerOf('')],
    ['of an older release, without a name', answerOf('x', { lasts: true, operation: undefined })],
    ['of characters of every width', answerOf('甲é𠮷\u0000')],
    ['larger than what is read at once', answerOf('y'.repeat(300_000))],
  ])('one who asks gets what another has told, byte for byte: %s', async (_, answer) => {
    const keeper = keeperOf(16 * 1_048_576);
    const [one, other] = [joined(keeper), joined(keeper)];
    expect(await one.find('key')).toEqual(ABSENT);
    one.tell('key', answer);
    expect(await other.find('key')).toEqual(found(answer));
    expect(await one.find('another key')).toEqual(ABSENT);
  });

  test('while one works an answer out, the others wait for it', async () => {
    const keeper = keeperOf();
    const [one, ...others] = Array.from({ length: 5 }, () => joined(keeper));
    expect(await one?.find('key')).toEqual(ABSENT);
    const waiting = others.map(({ find }) => find('key'));
    one?.tell('key', answerOf('worked out'));
    for (const finding of await Promise.all(waiting)) expect(finding).toEqual(found(answerOf('worked out')));
  });

  test('what is for nobody else each works out for itself, and the next one asks anew', async () => {
    const keeper = keeperOf();
    const [one, other, third] = [joined(keeper), joined(keeper), joined(keeper)];
    await one.find('key');
    const waiting = [other.find('key'), third.find('key')];
    one.tell('key', undefined);
    expect(await Promise.all(waiting)).toEqual([ABSENT, ABSENT]);
    expect(await one.find('key')).toEqual(ABSENT);
  });

  test('where one dies that works an answer out, the next one does, and the rest wait for that one', async () => {
    const keeper = keeperOf();
    const [one, other, third] = [joined(keeper), joined(keeper), joined(keeper)];
    await one.find('key');
    const [second, last] = [other.find('key'), third.find('key')];
    one.cut();
    expect(await second).toEqual(ABSENT);
    other.tell('key', answerOf('of the second'));
    expect(await last).toEqual(found(answerOf('of the second')));
  });

  test('one who dies while it waits is not told to work anything out', async () => {
    const keeper = keeperOf();
    const [one, other, third] = [joined(keeper), joined(keeper), joined(keeper)];
    await one.find('key');
    const [dead, last] = [other.find('key'), third.find('key')];
    other.cut();
    expect(await dead).toEqual({ kind: 'AWAY' });
    one.cut();
    expect(await last).toEqual(ABSENT);
  });

  test('an answer that takes too long is worked out by the next one who asks', async () => {
    let now = 0;
    const keeper = createKeeper({ mostBytes: 1_048_576, clock: () => now });
    const [one, other, third] = [joined(keeper), joined(keeper), joined(keeper)];
    await one.find('key');
    now = 501;
    expect(await other.find('key')).toEqual(ABSENT);
    const last = third.find('key');
    one.tell('key', answerOf('at last'));
    expect(await last).toEqual(found(answerOf('at last')));
  });

  test('one that hangs is waited for no longer than the patience', async () => {
    const keeper = keeperOf();
    const [one, other] = [joined(keeper), joined(keeper, { patience: { word: 30_000, answer: 5 } })];
    await one.find('key');
    expect(await other.find('key')).toEqual({ kind: 'LATE' });
    other.tell('key', answerOf('by itself'));
    expect(await joined(keeper).find('key')).toEqual(found(answerOf('by itself')));
  });

  test('a keeper that says nothing is waited for once, then not asked for a while', async () => {
    const [here] = duplexPair();
    const options = { keeper: here, space: 'one', patience: { word: 5, answer: 5 }, pause: 60_000 };
    const one = joinSharedAnswers(options);
    expect(await one.find('key')).toEqual({ kind: 'LATE' });
    one.tell('key', answerOf('by itself'));
    expect(await one.find('other')).toEqual({ kind: 'AWAY' });
  });

  test('a keeper that is gone holds nobody up, those who wait neither', async () => {
    const keeper = keeperOf();
    const [one, other] = [joined(keeper), joined(keeper)];
    await one.find('key');
    const waiting = other.find('key');
    for (const each of [one, other]) each.cut();
    expect(await waiting).toEqual({ kind: 'AWAY' });
    expect(await one.find('key')).toEqual({ kind: 'AWAY' });
    one.tell('key', answerOf('by itself'));
  });

  test('programs that are not alike have nothing in common', async () => {
    const keeper = keeperOf();
    const [one, other] = [joined(keeper, { space: 'one' }), joined(keeper, { space: 'two' })];
    await one.find('key');
    one.tell('key', answerOf('of one'));
    expect(await other.find('key')).toEqual(ABSENT);
  });

  test('never more bytes than there is room for', async () => {
    const keeper = keeperOf(100_000);
    const one = joined(keeper);
    for (let number = 0; number < 500; number += 1) one.tell(`key ${number}`, answerOf('z'.repeat(number)));
    expect(await one.find('key 499')).toEqual(found(answerOf('z'.repeat(499))));
    expect(await one.find('key 0')).toEqual(ABSENT);
    expect(keeper.bytes).toBeLessThanOrEqual(100_000);
    expect(keeper.bytes).toBeGreaterThan(90_000);
  });

  test.each([
    ['a length that no frame has', Buffer.from([255, 255, 255, 255, 1, 0, 0, 0, 0])],
    ['a kind that no frame has', Buffer.from([0, 0, 0, 0, 99, 0, 0, 0, 0])],
    ['a name that is none', Buffer.from([1, 0, 0, 0, 1, 0, 0, 0, 0, 7])],
  ])('%s ends the connection, and no other', async (_, bytes) => {
    const keeper = keeperOf();
    const one = joined(keeper);
    const [here, there] = duplexPair();
    keeper.attach(there);
    const closed = new Promise((resolve) => there.once('close', resolve));
    here.write(bytes);
    await closed;
    expect(await one.find('key')).toEqual(ABSENT);
  });
});

/** What one of three processes does: asks, tells what it has worked out, tells that it is for nobody, or dies. */
const ACTS = fc.array(
  fc.record({
    who: fc.nat(2),
    key: fc.constantFrom('a', 'b', 'c'),
    act: fc.constantFrom('ASK', 'ASK', 'ASK', 'TELL', 'TELL', 'GIVE_UP', 'DIE'),
  }),
  { maxLength: 60 },
);

interface Life {
  readonly shared: ReturnType<typeof joined>;
  /** Keys it has asked for and not yet told: of one key a process asks once at a time. */
  readonly open: Set<string>;
  /** Those it was told to work out. */
  readonly owed: Set<string>;
}

test('in whatever order they ask, tell and die: nobody waits for ever, nobody gets what was not told', async () => {
  const immediately = () => new Promise((resolve) => setImmediate(resolve));
  await fc.assert(
    fc.asyncProperty(ACTS, async (acts) => {
      const keeper = keeperOf();
      const begin = (): Life => ({ shared: joined(keeper), open: new Set(), owed: new Set() });
      const lives = [begin(), begin(), begin()];
      const findings: Promise<void>[] = [];
      const ask = async ({ shared, open, owed }: Life, key: string) => {
        open.add(key);
        const finding = await shared.find(key);
        if (finding.kind !== 'FOUND') owed.add(key);
        else {
          expect(finding.answer).toEqual(answerOf(`answer to ${key}`));
          open.delete(key);
        }
      };
      const tell = ({ shared, open, owed }: Life, key: string, isForAll: boolean) => {
        if (!owed.delete(key)) return;
        shared.tell(key, isForAll ? answerOf(`answer to ${key}`) : undefined);
        open.delete(key);
      };
      for (const { who, key, act } of acts) {
        const life = lives[who] ?? expect.fail();
        if (act === 'ASK' && !life.open.has(key)) findings.push(ask(life, key));
        if (act === 'DIE') {
          life.shared.cut();
          lives[who] = begin();
        }
        await immediately();
        if (act === 'TELL' || act === 'GIVE_UP') tell(life, key, act === 'TELL');
      }
      // Whoever was told to work something out tells what came of it, in the end.
      let isOver = false;
      const all = Promise.all(findings).then(() => (isOver = true));
      for (let round = 0; !isOver && round < 100; round += 1) {
        for (const life of lives) for (const key of [...life.owed]) tell(life, key, true);
        await immediately();
      }
      expect(isOver).toBe(true);
      await all;
    }),
    { numRuns: 300 },
  );
});
