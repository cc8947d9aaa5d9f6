import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../catalog/error-codes.ts';
import { errorSentence, type Said } from '../catalog/error-sentence.ts';

/** The gateway says no to a request, with a code of the closed list. Its Chinese message may go out as it is. */
export class Refusal extends GraphQLError {
  readonly code: ErrorCode;
  readonly detail: Said | undefined;

  /** `detail` is the gateway's own Chinese half-sentence: what exactly, without a full stop. */
  constructor(code: ErrorCode, detail?: Said, cause?: unknown) {
    super(errorSentence(code, detail), {
      extensions: { code },
      ...(cause instanceof Error ? { originalError: cause } : {}),
    });
    this.code = code;
    this.detail = detail;
  }
}
