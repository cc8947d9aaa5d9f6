import type { ApolloServerPlugin } from '@apollo/server';
import { Refusal } from '../refusal.ts';
import type { GatewayContext } from '../request-state.ts';

/** Refuses a request that names no operation of its document or one of a kind the schema does not have. */
export const operationPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    async didResolveOperation({ schema, operation, operationName, request, contextValue: { state } }) {
      // The log and the metrics want the name too.
      state.operation = operationName ?? undefined;
      if (operation === undefined) {
        const unnamed = request.operationName === undefined || request.operationName === null;
        throw new Refusal(
          'BAD_REQUEST',
          unnamed ? '有几个操作时须用 operationName 指明一个' : 'operationName 不是请求中的操作',
        );
      }
      // Validation of graphql-js passes an operation whose root type is missing.
      if (!schema.getRootType(operation.operation))
        throw new Refusal('GRAPHQL_VALIDATION_FAILED', `接口没有 ${operation.operation} 操作`);
    },
  }),
};
