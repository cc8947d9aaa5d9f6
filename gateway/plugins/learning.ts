import type { ApolloServerPlugin } from '@apollo/server';
import type { KnownOperations } from '../answers/known-operations.ts';
import type { GatewayContext } from '../request-state.ts';

/** Notes every operation that has passed the checks of its document: it need not pass them again. */
export const learningPlugin = (known: KnownOperations): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async executionDidStart({ source, request, document, operation }) {
      known.learn(source, request.operationName ?? undefined, document, operation);
    },
  }),
});
