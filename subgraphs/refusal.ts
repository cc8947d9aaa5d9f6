import { GraphQLError } from 'graphql';
import { type ErrorCode, type ErrorDetail, errorCode, errorDetail } from '../catalog/error-codes.ts';

/**
 * The error that tells a caller what to change: code and Chinese sentence of the closed list, followed by the
 * detail when there is one, whose key is in the extensions for the gateway. To be thrown from a resolver.
 */
export const refusal = (code: ErrorCode, detail?: ErrorDetail): GraphQLError => {
  const { message } = errorCode(code);
  if (detail === undefined) return new GraphQLError(message, { extensions: { code } });
  return new GraphQLError(`${message}${errorDetail(detail)}。`, { extensions: { code, detail } });
};
