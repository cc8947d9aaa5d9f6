import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { LIVE_TYPES } from '../../../gateway/answers/live-types.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));

test.each([...LIVE_TYPES])('%s is a type of the hub', (name) => {
  expect(schema.getType(name)).toBeDefined();
});
