import { expect, test } from 'vitest';
import { answerType } from '../../../gateway/http/accept.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL = 'application/graphql-response+json';

test.each([
  [undefined, JSON_TYPE],
  ['', JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  [JSON_TYPE, JSON_TYPE],
  ['application/json; charset=utf-8', JSON_TYPE],
  [GRAPHQL, GRAPHQL],
  [`${GRAPHQL}, ${JSON_TYPE}`, GRAPHQL],
  [`${JSON_TYPE}, ${GRAPHQL}`, GRAPHQL],
  [`${GRAPHQL};q=0.5, ${JSON_TYPE}`, JSON_TYPE],
  [`${GRAPHQL}, */*;q=0.1`, GRAPHQL],
  ['APPLICATION/JSON', JSON_TYPE],
  ['text/html, */*;q=0.1', JSON_TYPE],
  ['text/html', undefined],
  ['application/xml', undefined],
  ['application/json;q=0', undefined],
])('Accept: %s → %s', (accept, expected) => {
  expect(answerType(accept)).toBe(expected);
});
