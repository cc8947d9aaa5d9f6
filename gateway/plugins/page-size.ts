import type { ApolloServerPlugin } from '@apollo/server';
import { Refusal } from '../refusal.ts';
import type { GatewayContext } from '../request-state.ts';
import { operationArguments } from './operation-arguments.ts';

/** Refuses a page of less than one or more than `limit` rows, whether `first` is a literal or a variable. */
export const pageSizePlugin = (limit: number): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request }) => {
      if (operation === undefined) return;
      for (const { name, value } of operationArguments(document, operation).used(request.variables ?? {})) {
        if (name === 'first' && typeof value === 'number' && (value < 1 || value > limit))
          throw new Refusal('PAGE_TOO_LARGE', `first 为 ${value}，应在 1 到 ${limit} 之间`);
      }
    },
  }),
});
