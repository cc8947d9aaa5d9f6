export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
export const JSON_TYPE = 'application/json';

export type AnswerType = typeof GRAPHQL_RESPONSE | typeof JSON_TYPE;

/**
 * The media type to answer with, or undefined when the client takes neither. Without a preference it is
 * `application/json`, as GraphQL over HTTP asks of servers until clients have moved on.
 */
export function answerType(accept: string | undefined): AnswerType | undefined {
  if (accept === undefined || accept.trim() === '') return JSON_TYPE;
  const ranges = accept.toLowerCase().split(',').map(rangeOf);
  const json = quality(ranges, JSON_TYPE);
  const graphql = quality(ranges, GRAPHQL_RESPONSE);
  if (json === 0 && graphql === 0) return undefined;
  return graphql > json || (graphql === json && named(ranges, GRAPHQL_RESPONSE))
    ? GRAPHQL_RESPONSE
    : JSON_TYPE;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const value = q === undefined ? 1 : Number(q.slice(2));
  return { type, quality: Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : 0 };
}

/** The most specific range that covers a type decides (RFC 9110 12.5.1). */
function quality(ranges: readonly Range[], type: AnswerType): number {
  for (const pattern of [type, 'application/*', '*/*']) {
    const found = ranges.find((range) => range.type === pattern);
    if (found !== undefined) return found.quality;
  }
  return 0;
}

const named = (ranges: readonly Range[], type: AnswerType): boolean =>
  ranges.some((range) => range.type === type);
