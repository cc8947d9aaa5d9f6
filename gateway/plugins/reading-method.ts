import type { ApolloServerPlugin } from '@apollo/server';
import { Refusal } from '../refusal.ts';
import type { GatewayContext } from '../request-state.ts';

/** Lets nothing be changed through GET (GraphQL over HTTP, Request Methods); refuses with GET_ONLY_FOR_QUERIES. */
export const readingMethodPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation, contextValue: { state }, response }) {
      if (!state.isRead || operation?.operation === 'query') return;
      response.http.headers.set('allow', 'POST');
      throw new Refusal('GET_ONLY_FOR_QUERIES');
    },
  }),
};
