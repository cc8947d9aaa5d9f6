import type { ApolloServerPlugin } from '@apollo/server';
import type { KnownOperations } from '../answers/known-operations.ts';
import type { ProtectedPlaces } from '../protected-places.ts';
import type { GatewayContext } from '../request-state.ts';

/**
 * Notes every operation that has passed the checks of its document: it need not pass them again. What is not public
 * passes them every time: it was allowed to one person.
 */
export const learningPlugin = (
  known: KnownOperations,
  placesOf: ProtectedPlaces | undefined,
): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async executionDidStart({ source, request, document, operation }) {
      if (placesOf !== undefined && placesOf(document, operation).length > 0) return;
      known.learn(source, request.operationName ?? undefined, document, operation);
    },
  }),
});
