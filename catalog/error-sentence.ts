import { type ErrorCode, errorCode } from './error-codes.ts';
import type { ErrorDetailKind } from './error-details.ts';

/** What exactly is wrong: a half-sentence without a full stop, or one with advice of its own. */
export type Said = string | ErrorDetailKind;

/**
 * What a caller reads of an error, in Chinese: what is wrong, what exactly where that is known, and what to do about it,
 * which is the advice of the code unless the detail has better. Every error that leaves the hub gets its words here.
 */
export const errorSentence = (code: ErrorCode, said?: Said): string => {
  const { message, help } = errorCode(code);
  if (said === undefined) return message + help;
  const { says, help: advice = help } = typeof said === 'string' ? { says: said } : said;
  return `${message.replace(/。$/u, '')}：${says}。${advice}`;
};

/** Nobody knows whether what was sent has been written; the key says that it is the same. */
export const UNCONFIRMED_CHANGE =
  '这次修改没有得到确认。请稍后用同一个去重键（idempotencyKey）再试：已经写入的不会重复写入。';
