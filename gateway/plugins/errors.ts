import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { errorCode } from '../../catalog/error-codes.ts';
import { JSON_TYPE } from '../http/accept.ts';
import type { GatewayContext } from '../request-state.ts';
import { publicError } from './public-error.ts';

/** Gives every error of an answer its public form, the answer its HTTP status, and bugs a line in the log. */
export const errorsPlugin = (logger: Logger): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async didEncounterErrors({ errors, contextValue: { state } }) {
      for (const error of errors) {
        const shown = publicError(error, state.requestId).extensions.code;
        const { subgraph, code } = error.extensions;
        const cause = error.originalError ?? error;
        const line = { requestId: state.requestId, subgraph, code, path: error.path, err: cause };
        if (shown === 'INTERNAL_ERROR') logger.error(line, error.message);
        else if (shown.startsWith('SUBGRAPH_')) logger.warn(line, error.message);
      }
    },
    async willSendResponse({ response, errors = [], request, contextValue: { state } }) {
      state.answered = true;
      if (response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      const rebuilt = errors.map((error) => publicError(error, state.requestId));
      for (const { extensions } of rebuilt) state.codes.add(extensions.code);
      if (rebuilt.length === 0) delete singleResult.errors;
      else singleResult.errors = rebuilt as unknown as GraphQLFormattedError[];
      const first = rebuilt[0];
      // Data, even null, is an answer; without it the request was refused before anything ran.
      const refused = first !== undefined && singleResult.data === undefined;
      response.http.status = refused
        ? refusalStatus(errorCode(first.extensions.code).httpStatus, request.http?.headers.get('accept'))
        : 200;
      // RFC 9110 15.5.2: whoever is told 401 is told how to do better.
      if (response.http.status === 401) response.http.headers.set('www-authenticate', 'Bearer');
    },
  }),
});

/**
 * GraphQL over HTTP: under `application/json` a well-formed request is answered 200 whatever its document says,
 * as old clients take 4xx for a failure of the network. Failures of the server stay 5xx for balancers to see.
 */
export const refusalStatus = (status: number, type: string | undefined): number =>
  type === JSON_TYPE && status < 500 ? 200 : status;
