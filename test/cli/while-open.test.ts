import { expect, test } from 'vitest';
import { whileOpen } from '../../cli/while-open.ts';

const FAILURE = new Error('it fails');

/** What happens when the step of this name fails. */
const stepsOf = async (failing?: string) => {
  const steps: string[] = [];
  const step = (name: string) => async () => {
    steps.push(name);
    if (name === failing) throw FAILURE;
  };
  const open = async () => {
    await step('open second')();
    return { close: step('close second') };
  };
  const end = await whileOpen({ close: step('close first') }, open, step('act')).catch(
    (error: unknown) => error,
  );
  return { steps, end };
};

test.each([
  [undefined, ['open second', 'act', 'close first', 'close second']],
  ['open second', ['open second', 'close first']],
  ['act', ['open second', 'act', 'close first', 'close second']],
  ['close first', ['open second', 'act', 'close first', 'close second']],
])('what was opened is closed, where this fails: %s', async (failing, steps) => {
  expect(await stepsOf(failing)).toEqual({ steps, end: failing === undefined ? undefined : FAILURE });
});
