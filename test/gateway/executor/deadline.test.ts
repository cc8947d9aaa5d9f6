import { expect, test } from 'vitest';
import { withDeadline } from '../../../gateway/executor/deadline.ts';
import type { SubgraphRequest, Transport } from '../../../gateway/executor/transport.ts';

const request = (signal?: AbortSignal): SubgraphRequest => ({
  query: '{ a }',
  variables: {},
  context: { release: 1, requestId: 'r', ...(signal === undefined ? {} : { signal }) },
});
const never: Transport = () => new Promise(() => undefined);
const timeout = { code: 'SUBGRAPH_TIMEOUT', subgraph: 'county' };

test('an answer in time is passed on', async () => {
  const transport = withDeadline('county', 60_000, async () => ({ data: { a: 1 } }));
  expect(await transport(request())).toEqual({ data: { a: 1 } });
});

test('a call that hangs ends after the deadline', async () => {
  await expect(withDeadline('county', 5, never)(request())).rejects.toMatchObject(timeout);
});

test('a call whose client has gone ends, and the transport is told', async () => {
  const client = new AbortController();
  let told: AbortSignal | undefined;
  const transport = withDeadline('county', 60_000, ({ context }) => {
    told = context.signal;
    return new Promise(() => undefined);
  });
  const answer = transport(request(client.signal));
  client.abort();
  await expect(answer).rejects.toMatchObject(timeout);
  expect(told?.aborted).toBe(true);
});

test('a failure of its own stays what it is', async () => {
  const failure = new Error('no database');
  const transport = withDeadline('county', 60_000, () => Promise.reject(failure));
  await expect(transport(request())).rejects.toBe(failure);
});
