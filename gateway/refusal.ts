import { GraphQLError } from 'graphql';
import { type ErrorCode, errorCode } from '../catalog/error-codes.ts';

/** The gateway says no to a request, with a code of the closed list. Its Chinese message may go out as it is. */
export class Refusal extends GraphQLError {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  /** `detail` is the gateway's own Chinese half-sentence: what exactly, without a full stop. */
  constructor(code: ErrorCode, detail?: string, cause?: unknown) {
    super(refusalSentence(code, detail), {
      extensions: { code },
      ...(cause instanceof Error ? { originalError: cause } : {}),
    });
    this.code = code;
    this.detail = detail;
  }
}

/** The sentence of a code: what happened and either what exactly, or what to do about it. */
export function refusalSentence(code: ErrorCode, detail?: string): string {
  const { message, help } = errorCode(code);
  return detail === undefined ? message + help : `${message.replace(/。$/u, '')}：${detail}。`;
}
