import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../catalog/error-codes.ts';
import { type ErrorDetail, errorDetail } from '../catalog/error-details.ts';
import { errorSentence } from '../catalog/error-sentence.ts';

/**
 * The error that tells a caller what to change: code and Chinese sentence of the closed list, with the detail when there
 * is one, whose key is in the extensions for the gateway. To be thrown from a resolver.
 */
export const refusal = (code: ErrorCode, detail?: ErrorDetail): GraphQLError =>
  new GraphQLError(errorSentence(code, errorDetail(detail)), {
    extensions: { code, ...(detail === undefined ? {} : { detail }) },
  });
