import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Executor } from './executor/executor.ts';
import type { RequestContext } from './executor/transport.ts';
import { deadlineOf, type GatewayContext, type RequestState } from './request-state.ts';

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/** The executor in the shape Apollo Server asks of a gateway; its schema is there from the start and stays. */
export function executorGateway(executor: Executor, supergraphSdl: string): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: executor.schema, coreSupergraphSdl: supergraphSdl });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, source, request, context }) => {
        const { state } = context as unknown as GatewayContext;
        return executor.execute({
          document,
          query: source,
          operationName: request.operationName,
          variables: request.variables,
          context: contextOf(state),
        });
      },
    }),
    stop: async () => undefined,
  };
}

/** What a mutation has led to is read from there on: the release is that of the state, at every moment. */
export const contextOf = (state: RequestState): RequestContext => ({
  get release() {
    return state.release;
  },
  get day() {
    return state.day;
  },
  requestId: state.requestId,
  signal: state.signal,
  deadline: deadlineOf(state),
  writer: state.writer,
  onRelease: (release) => {
    state.release = release;
    state.day = undefined;
  },
});
