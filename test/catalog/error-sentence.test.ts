import { describe, expect, test } from 'vitest';
import { ERROR_CODES, errorCode } from '../../catalog/error-codes.ts';
import { ERROR_DETAILS, type ErrorDetail, type ErrorDetailKind } from '../../catalog/error-details.ts';
import { errorSentence } from '../../catalog/error-sentence.ts';
import { refusalText } from '../../gateway/http/exchange.ts';
import { publicError } from '../../gateway/plugins/public-error.ts';
import { Refusal } from '../../gateway/refusal.ts';
import { refusal } from '../../subgraphs/refusal.ts';

const DETAILS = Object.entries(ERROR_DETAILS) as readonly [ErrorDetail, ErrorDetailKind][];

describe('an error says what is wrong, what exactly, and what to do', () => {
  test.each(ERROR_CODES.map((kind) => [kind.code, kind] as const))('%s', (code, { message, help }) => {
    const wrong = message.slice(0, -1);
    expect(errorSentence(code)).toBe(`${wrong}。${help}`);
    expect(errorSentence(code, { says: '甲为乙', help: '改为丙。' })).toBe(`${wrong}：甲为乙。改为丙。`);
    const whole = `${wrong}：甲为乙。${help}`;
    expect(errorSentence(code, '甲为乙')).toBe(whole);
    expect(publicError(new Refusal(code, '甲为乙'), 'r').message).toBe(whole);
    expect(JSON.parse(refusalText(code, '甲为乙', 'r')).errors[0].message).toBe(whole);
  });

  test.each(DETAILS)('%s', (key, { says, help = errorCode('BAD_USER_INPUT').help }) => {
    const thrown = refusal('BAD_USER_INPUT', key);
    const whole = `参数的值不合要求：${says}。${help}`;
    expect(thrown.message).toBe(whole);
    const located = new Refusal('BAD_USER_INPUT', ERROR_DETAILS[key]);
    expect(publicError(located, 'r').message).toBe(whole);
  });

  test('and advice once: no half-sentence holds any', () => {
    expect(DETAILS.filter(([, { says }]) => /请|。/u.test(says))).toEqual([]);
  });
});
