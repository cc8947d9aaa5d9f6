import type { GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { Transport } from './executor/transport.ts';

/**
 * The transport of the subgraph that knows the releases, or undefined for a supergraph that has none: any other
 * Federation 2 supergraph, whose requests then pass without a pin.
 */
export function releaseOwner(
  schema: GraphQLSchema,
  transports: Readonly<Record<string, Transport>>,
): Transport | undefined {
  const field = schema.getQueryType()?.getFields()['release'];
  const type = field === undefined ? undefined : getNamedType(field.type);
  const takesRef = field?.args.some(({ name, type: of }) => name === 'asOf' && String(of) === 'ReleaseRef');
  const numbered = isObjectType(type) && String(type.getFields()['number']?.type) === 'Int!';
  return takesRef === true && numbered ? transports['reference'] : undefined;
}
