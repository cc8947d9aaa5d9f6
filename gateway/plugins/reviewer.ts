import type { ApolloServerPlugin } from '@apollo/server';
import { Refusal } from '../refusal.ts';
import type { GatewayContext } from '../request-state.ts';
import type { ReviewerOf } from '../reviewers.ts';

/**
 * Lets a mutation pass only with a reviewer's token, and only on the newest release: what is decided takes effect there
 * whatever was read before.
 */
export const reviewerPlugin = (reviewerOf: ReviewerOf): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ operation, contextValue: { state } }) {
      const writer = reviewerOf(state.authorization);
      // What only reviewers may see, drafts above all, the subgraph refuses to others.
      if (operation?.operation === 'query') state.writer = writer;
      if (operation?.operation !== 'mutation') return;
      if (writer === undefined) throw new Refusal('UNAUTHENTICATED');
      if (state.askedRelease !== undefined)
        throw new Refusal('BAD_USER_INPUT', '修改总在最新版次上进行，不能带请求头 X-Release');
      state.writer = writer;
    },
  }),
});
