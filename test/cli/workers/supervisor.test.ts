import { expect, test } from 'vitest';
import type { Crew } from '../../../cli/workers/crew.ts';
import type { NotBegun, Running } from '../../../cli/workers/starting.ts';
import { rollOnce } from '../../../cli/workers/supervisor.ts';
import { aProcess } from '../../support/worker-process.ts';

const aWorker = (): Running => ({ process: aProcess().process, url: 'http://127.0.0.1:4000/graphql' });

/** Two workers; as many more come to be as are given. */
const aCrew = (more: readonly (Running | NotBegun)[]) => {
  const coming = [...more];
  const running = new Set([aWorker(), aWorker()]);
  const done: string[] = [];
  const crew: Crew = {
    running,
    begin: async () => {
      const next = coming.shift() ?? expect.fail('one too many');
      if (!('kind' in next)) running.add(next);
      return next;
    },
    end: async (one) => void running.delete(one),
    loadAnew: async () => void done.push('LOADED_ANEW'),
    keepSpare: () => void done.push('KEPT_SPARE'),
    isClosing: () => false,
    close: async () => undefined,
  };
  return { crew, done };
};

const FAILED: NotBegun = { kind: 'FAILED', sentence: '语法错误' };

test.each([
  ['the first', [FAILED]],
  ['the second', [aWorker(), FAILED]],
])(
  'where %s new worker is not ready, the old ones stay and one is kept in reserve again',
  async (_which, more) => {
    const { crew, done } = aCrew(more);
    const told: string[] = [];
    expect(await rollOnce(crew, 2, (sentence) => told.push(sentence))).toBe(false);
    expect(crew.running.size).toBe(2);
    expect(done).toEqual(['LOADED_ANEW', 'KEPT_SPARE']);
    expect(told).toEqual([expect.stringContaining('语法错误')]);
  },
);
