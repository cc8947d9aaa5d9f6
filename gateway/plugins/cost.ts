import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../request-state.ts';

/** Says on every answer with data what it was estimated to cost, and what it might have. */
export const costPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    async willSendResponse({ response, contextValue: { state } }) {
      if (state.cost === undefined || response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      if (singleResult.data === undefined) return;
      singleResult.extensions = { ...singleResult.extensions, cost: state.cost };
    },
  }),
};
