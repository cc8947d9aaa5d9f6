import { randomBytes } from 'node:crypto';
import { buildSchema } from 'graphql';
import { createRemoteTransport } from '../gateway/executor/remote-transport.ts';
import { newKey, parseKeys } from '../signing/keys.ts';
import { createSigner } from '../signing/signer.ts';
import { createVerifier, type Verifier } from '../signing/verifier.ts';
import type { Subgraph } from '../subgraphs/open-subgraph.ts';
import { serveSubgraph } from '../subgraphs/serve.ts';
import type { Benchmark } from './benchmarks.ts';
import { spread } from './spread.ts';

const ROUNDS = 9;
const CALLS = 3_000;
const WARMING = 3_000;

/** As long as the variables of a page of entities. */
const VARIABLES = { of: Array.from({ length: 20 }, (_, place) => `ci_00000000000000${place}`) };
const QUERY = 'query ($of: [String!]!) { answer(of: $of) }';
const BODY = JSON.stringify({ query: QUERY, variables: VARIABLES });
const CONTEXT = { release: 12, day: '2026-03-01', requestId: 'f2b5c4de-7d0e-4bd7-9d61-0a1c7c1f2a11' };

/** A subgraph that has next to nothing to do: what is measured is the way to it. */
const idleSubgraph = (): Subgraph => ({
  name: 'county',
  schema: buildSchema('type Query { answer(of: [String!]!): Int }'),
  createContext: (request) => ({
    ...request,
    release: 1,
    now: '',
    writer: request.writer,
    loaders: {},
    ledTo: undefined,
    readFrom: () => undefined,
  }),
  close: async () => undefined,
});

const open: Verifier = () => ({ kind: 'VERIFIED', isBody: () => true });

/** Processor time of one call, both of its ends: other programs of the machine do not change it much. */
const microseconds = async (times: number, act: () => unknown): Promise<number> => {
  const begun = process.cpuUsage();
  for (let call = 0; call < times; call += 1) await act();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / times;
};

/** What it costs to sign and to verify a call, alone and as a part of a call over loopback; signed and not, in turn. */
export const signedCalls: Benchmark = async (tell) => {
  const keys = parseKeys(newKey(randomBytes));
  if (keys === undefined) throw new Error('a new key is no key');
  const sign = createSigner({ key: keys[0], now: Date.now, random: randomBytes });
  const verify = createVerifier({ subgraph: 'county', keys, now: Date.now });
  const [signed, unsigned] = await Promise.all([
    serveSubgraph(idleSubgraph(), { port: 0, verify }),
    serveSubgraph(idleSubgraph(), { port: 0, verify: open }),
  ]);
  const withKey = createRemoteTransport({ subgraph: 'county', url: signed.url, sign });
  const without = createRemoteTransport({ subgraph: 'county', url: unsigned.url });
  const request = { query: QUERY, variables: VARIABLES, context: CONTEXT };
  const headers = {
    'x-request-id': CONTEXT.requestId,
    'x-zongheng-deadline': '900',
    'x-zongheng-release': '12',
    'x-zongheng-day': CONTEXT.day,
  };
  const call = { method: 'POST', path: '/graphql', subgraph: 'county', headers };
  const verifyAlone = createVerifier({ subgraph: 'county', keys, now: Date.now });
  const figures = {
    plain: [] as number[],
    both: [] as number[],
    ratio: [] as number[],
    sign: [] as number[],
    verify: [] as number[],
  };
  for (const { send } of [withKey, without]) await microseconds(WARMING, () => send(request));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const plain = await microseconds(CALLS, () => without.send(request));
    const both = await microseconds(CALLS, () => withKey.send(request));
    const values: string[] = [];
    figures.sign.push(await microseconds(CALLS, () => values.push(sign(call, BODY))));
    const check = () => {
      const sent = { ...call, headers: { ...headers, 'x-zongheng-signature': values.pop() } };
      const verdict = verifyAlone(sent);
      if (verdict.kind === 'REFUSED' || !verdict.isBody(BODY)) throw new Error('a signed call was refused');
    };
    figures.verify.push(await microseconds(CALLS, check));
    figures.plain.push(plain);
    figures.both.push(both);
    figures.ratio.push(both / plain);
    tell(`${round}/${ROUNDS}: ${plain.toFixed(0)} µs, signed ${both.toFixed(0)} µs`);
  }
  withKey.close();
  without.close();
  await Promise.all([signed.close(), unsigned.close()]);
  return {
    'a call, unsigned, µs': spread(figures.plain, 0),
    'a call, signed and verified, µs': spread(figures.both, 0),
    'signed ÷ unsigned': spread(figures.ratio),
    'to sign, µs': spread(figures.sign, 1),
    'to verify, µs': spread(figures.verify, 1),
  };
};
