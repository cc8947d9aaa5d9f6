import type { ApolloServerPlugin } from '@apollo/server';
import { rolesFor } from '../../catalog/authority/rules.ts';
import type { Role, Writer } from '../../catalog/authority/writer.ts';
import type { ProtectedPlaces } from '../protected-places.ts';
import { Refusal } from '../refusal.ts';
import type { GatewayContext } from '../request-state.ts';

/**
 * Lets what is not public pass only to who has a role for every place of it. In which region and at which level is for
 * the subgraph to say, which knows what the operation is about.
 */
export const writersPlugin = (placesOf: ProtectedPlaces): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ document, operation, contextValue: { state } }) {
      if (operation === undefined) return;
      state.isMutation = operation.operation === 'mutation';
      for (const place of placesOf(document, operation)) requireRole(place, state.writer);
    },
  }),
});

/** Which role would do, in the half-sentence a client reads. */
const lacking = (place: string, roles: readonly Role[]): string | undefined =>
  roles.length === 0 ? undefined : `${place} 须有 ${roles.join(' 或 ')} 的授权`;

/** A place without a row has no role that would do. */
const requireRole = (place: string, writer: Writer | undefined): void => {
  if (writer === undefined) throw new Refusal('UNAUTHENTICATED');
  const roles = rolesFor(place);
  if (!writer.grants.some(({ role }) => roles.includes(role)))
    throw new Refusal('FORBIDDEN', lacking(place, roles));
};
