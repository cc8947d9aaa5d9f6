import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, Kind, parse, validate } from 'graphql';
import { expect } from 'vitest';
import { compileCost } from '../../cost/estimate.ts';
import { readCostModel } from '../../cost/model.ts';
import { readSupergraph } from '../../gateway/composed-files.ts';

const supergraph = parse(await readSupergraph(), { noLocation: true });

/** The hub's public schema and its costs. */
export const hubSchema = buildASTSchema(transformSupergraphToPublicSchema(supergraph), {
  assumeValid: true,
});
export const hubModel = readCostModel(hubSchema, supergraph);

/** What the one operation of a valid query is estimated to cost at the hub. */
export const hubCost = (query: string, variables: Record<string, unknown> = {}): number => {
  const document = parse(query);
  expect(validate(hubSchema, document).map(({ message }) => message)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return compileCost(hubModel, document, operation)(variables);
};
