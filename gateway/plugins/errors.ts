import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { GatewayContext } from '../request-state.ts';
import { logErrors, publicAnswer } from './public-answer.ts';

/** Gives every error of an answer its public form, the answer its HTTP status, and bugs a line in the log. */
export const errorsPlugin = (logger: Logger): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async didEncounterErrors({ errors, contextValue: { state } }) {
      logErrors(logger, errors, state);
    },
    async willSendResponse({ response, errors = [], request, contextValue: { state } }) {
      state.answered = true;
      if (response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      const hasData = singleResult.data !== undefined;
      const shown = publicAnswer(errors, hasData, state, request.http?.headers.get('accept'));
      if (shown.errors.length === 0) delete singleResult.errors;
      else singleResult.errors = shown.errors as unknown as GraphQLFormattedError[];
      response.http.status = shown.status;
      // RFC 9110 15.5.2: whoever is told 401 is told how to do better.
      if (response.http.status === 401) response.http.headers.set('www-authenticate', 'Bearer');
    },
  }),
});
