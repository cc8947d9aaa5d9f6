/**
 * What the page works with: JSON as the hub answered it. Its shape is held by the stored operations, which are
 * tested against the schema.
 * @typedef {Record<string, any>} Data
 */

/** @typedef {{ message: string, path?: (string | number)[], extensions?: { code?: string, requestId?: string, retryable?: boolean } }} AnswerError */

/**
 * @typedef {object} Answer
 * @property {Data | undefined} data undefined when nothing at all could be answered
 * @property {readonly AnswerError[]} errors
 * @property {number | undefined} release the one release everything in `data` was read from
 * @property {string | undefined} requestId
 */

/** How long the page waits for an answer before it says so. */
const PATIENCE_MILLISECONDS = 30_000;

/**
 * Asks the hub one operation. Never throws: a hub that cannot be reached is an answer with one error.
 * @param {string} query
 * @param {Data} [variables]
 * @param {number} [release] reads this release instead of the newest
 * @returns {Promise<Answer>}
 */
export async function ask(query, variables = {}, release = undefined) {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(release === undefined ? {} : { 'x-release': String(release) }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const requestId = response.headers.get('x-request-id') ?? undefined;
    return answerOf(await response.json(), requestId);
  } catch (error) {
    return failure(error instanceof DOMException && error.name === 'TimeoutError' ? TOO_SLOW : NOT_REACHED);
  }
}

const TOO_SLOW = '等了 30 秒没有得到回答。请稍后重试，或缩小检索范围。';
const NOT_REACHED = '连接不上服务。请检查网络，或稍后重试。';

/** @param {string} message @returns {Answer} */
const failure = (message) => ({
  data: undefined,
  errors: [{ message }],
  release: undefined,
  requestId: undefined,
});

/** @param {Data} body @param {string | undefined} requestId @returns {Answer} */
function answerOf(body, requestId) {
  const errors = body['errors'] ?? [];
  return {
    data: body['data'] ?? undefined,
    errors,
    release: releaseNumber(body['extensions']?.release),
    requestId: requestId ?? errors[0]?.extensions?.requestId,
  };
}

/** @param {unknown} value */
const releaseNumber = (value) => (typeof value === 'number' ? value : undefined);
