import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../catalog/error-codes.ts';
import { type ErrorDetail, errorDetail, type Figures } from '../catalog/error-details.ts';
import { errorSentence } from '../catalog/error-sentence.ts';

/**
 * The error that tells a caller what to change: code and Chinese sentence of the closed list, with the detail when there
 * is one, whose key and figures are in the extensions for the gateway. To be thrown from a resolver.
 */
export const refusal = (code: ErrorCode, detail?: ErrorDetail, figures?: Figures): GraphQLError =>
  new GraphQLError(errorSentence(code, errorDetail(detail, figures)), {
    extensions: {
      code,
      ...(detail === undefined ? {} : { detail }),
      ...(figures === undefined ? {} : { figures }),
    },
  });
