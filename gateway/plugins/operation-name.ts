import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../request-state.ts';

/** Notes the operation's name for the log and the metrics. */
export const operationNamePlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operationName, contextValue: { state } }) => {
      state.operation = operationName ?? undefined;
    },
  }),
};
