import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, execute, parse, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { composeFiles, HUB_SUBGRAPHS } from '../../../gateway/composed-files.ts';
import { createExecutor } from '../../../gateway/executor/executor.ts';
import { createLocalTransport } from '../../../gateway/executor/local-transport.ts';
import type { Transport } from '../../../gateway/executor/transport.ts';
import { subgraphSdl } from '../../../subgraphs/sdl.ts';
import { randomQuery, seededRandom } from '../../support/random-query.ts';
import { deriveData, keyFieldsOf } from './fixture/derived-data.ts';
import { CONTEXT } from './fixture/federation.ts';

const COUNT = Number(process.env['ZONGHENG_RANDOM_QUERIES'] ?? 300);
const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);

/** The hub's own contract over data that follows from identities: what can be asked can be planned, and is right. */
test(`${COUNT} random queries of the hub’s schema from seed ${SEED} give the same bytes as one plain schema`, async () => {
  const { supergraphSdl, apiSdl } = await composeFiles();
  const keys = keyFieldsOf(supergraphSdl);
  expect([...keys.keys()]).toContain('CountyItem');
  const publicSchema = buildSchema(apiSdl);
  const transports: Record<string, Transport> = {};
  for (const name of HUB_SUBGRAPHS) {
    const typeDefs = parse(subgraphSdl(name));
    const schema = deriveData(buildSubgraphSchema([{ typeDefs, resolvers: {} }]), { publicSchema, keys });
    transports[name] = createLocalTransport({ schema, contextFor: () => ({}) });
  }
  const executor = createExecutor({ supergraphSdl, transports });
  const plain = deriveData(buildSchema(printSchema(executor.schema)), { publicSchema, keys });
  for (let seed = SEED; seed < SEED + COUNT; seed++) {
    const { query, variables } = randomQuery(executor.schema, seededRandom(seed));
    const document = parse(query);
    const expected = await execute({ schema: plain, document, variableValues: variables });
    const answer = await executor.execute({ document, query, variables, context: CONTEXT });
    const label = `seed ${seed}: ${query} ${JSON.stringify(variables)}`;
    expect(JSON.stringify(answer.data), label).toBe(JSON.stringify(expected.data));
    expect(answer.errors?.length ?? 0, label).toBe(expected.errors?.length ?? 0);
  }
}, 600_000);
