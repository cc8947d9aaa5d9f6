import { GraphQLError } from 'graphql';
import { type ErrorCode, errorCode } from '../catalog/error-codes.ts';

/**
 * The error that tells a caller what to change: code and Chinese sentence of the closed list, followed by the
 * detail when there is one. To be thrown from a resolver.
 */
export const refusal = (code: ErrorCode, detail = ''): GraphQLError =>
  new GraphQLError(errorCode(code).message + detail, { extensions: { code } });
