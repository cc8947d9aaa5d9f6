import { type ApolloServer, HeaderMap } from '@apollo/server';
import { errorCode } from '../../catalog/error-codes.ts';
import { ERROR_DETAILS } from '../../catalog/error-details.ts';
import type { Admission } from '../admission.ts';
import type { Answering } from '../answers/answering.ts';
import { LONGEST_TEXT } from '../answers/kept-answers.ts';
import type { OwnAnswer } from '../answers/own-answer.ts';
import { sendKept } from '../answers/send-kept.ts';
import { type Gate, RETRY_AFTER } from '../gate.ts';
import { bodyNesting, type Limits } from '../plugins/limits.ts';
import { refusalStatus } from '../plugins/public-answer.ts';
import { Refusal } from '../refusal.ts';
import { type GatewayContext, STALE } from '../request-state.ts';
import { type StoredDocuments, storedTexts } from '../stored-documents.ts';
import type { TokenVerifier } from '../tokens/verify-token.ts';
import { type AnswerType, answerType, JSON_TYPE } from './accept.ts';
import { parseJson, readText } from './body.ts';
import { type Exchange, send, sendRefusal } from './exchange.ts';
import { type GraphQLRequest, requestFromBody, requestFromSearch } from './graphql-request.ts';
import type { Handler, Route } from './router.ts';

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly answering: Answering;
  readonly documents: StoredDocuments;
  readonly limits: Limits;
  /** Admits a request, or refuses it before it is validated. */
  readonly admission: Admission;
  /** Lets in what is to be worked out. */
  readonly gate: Gate;
  readonly now: () => Date;
  /** Undefined where tokens are not the gateway's affair. */
  readonly verifyToken: TokenVerifier | undefined;
}

interface RouteParts extends GraphQLRouteOptions {
  readonly stored: ReadonlySet<string>;
}

/** `POST /graphql` with a query or a stored document, `GET /graphql` with either, with a token only with the latter. */
export function graphqlRoute(given: GraphQLRouteOptions): Route {
  const { documents, limits } = given;
  const options = { ...given, stored: storedTexts(documents) };
  const answering =
    (
      readRequest: (exchange: Exchange) => string | Promise<string>,
      parse: (text: string, exchange: Exchange) => GraphQLRequest,
    ): Handler =>
    async (exchange) => {
      try {
        const type = answerType(exchange.request.headers.accept);
        if (type === undefined) throw new Refusal('NOT_ACCEPTABLE');
        if (exchange.state.authorization !== undefined) await identify(options, exchange);
        const read = readRequest(exchange);
        const text = typeof read === 'string' ? read : await read;
        await answer(options, exchange, type, text, () => parse(text, exchange));
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        refuse(exchange, refusal);
      }
    };
  return {
    GET: answering(
      ({ request }) => request.url ?? '',
      (_text, { url, state }) =>
        requestFromSearch(url.searchParams, documents, state.authorization === undefined),
    ),
    POST: answering(
      (exchange) => {
        refuseUnread(options, exchange);
        return readText(exchange.request, limits.bodyBytes);
      },
      (text) => requestFromBody(parseJson(text, bodyNesting(limits)), documents),
    ),
  };
}

/** A token that cannot be taken is never passed over: who shows one does not ask as the public does. */
async function identify({ verifyToken }: GraphQLRouteOptions, exchange: Exchange): Promise<void> {
  if (verifyToken === undefined) return;
  const verified = await verifyToken(exchange.request.headersDistinct['authorization'] ?? []);
  if (verified.kind === 'WRITER') exchange.state.writer = verified.writer;
  else if (verified.reason === 'EXPIRED') throw new Refusal('UNAUTHENTICATED', ERROR_DETAILS.TOKEN_EXPIRED);
  else throw new Refusal('UNAUTHENTICATED', ERROR_DETAILS.TOKEN_INVALID);
}

/** Where there is no room, a body need not be read that is too long to be known by its words. */
function refuseUnread({ gate, answering }: GraphQLRouteOptions, { request, state }: Exchange): void {
  if (state.writer !== undefined || !gate.isFull('OPEN') || !answering.knowsNewest()) return;
  if (Number(request.headers['content-length'] ?? 0) > 3 * LONGEST_TEXT) throw new Refusal('OVERLOADED');
}

/** What a token opens is for its bearer alone: such requests take the long way, and nothing of them is kept. */
async function answer(
  options: RouteParts,
  exchange: Exchange,
  type: AnswerType,
  text: string,
  parse: () => GraphQLRequest,
): Promise<void> {
  const { answering, stored, gate, admission, now } = options;
  const { state } = exchange;
  const isPublic = state.authorization === undefined;
  // A body that reads like an address does not mean what the address means.
  const asked = exchange.request.method === 'POST' ? `\n${text}` : text;
  const kept = isPublic ? answering.toText(asked, state.askedRelease) : undefined;
  if (kept !== undefined) {
    sendKept(exchange, type, kept, now().getTime());
    return;
  }
  const request = parse();
  const isStored = stored.has(request.query);
  state.priority = state.writer !== undefined ? 'WRITER' : isStored ? 'STORED' : 'OPEN';
  // While the newest release is not known, what is kept is found only by what the words mean.
  if (gate.isFull(state.priority) && answering.knowsNewest()) {
    sendOverloaded(exchange, type);
    return;
  }
  const admitted = admission(request, !isPublic);
  if (admitted instanceof Refusal) {
    const status = refusalStatus(errorCode(admitted.code).httpStatus, type);
    sendRefusal(exchange, admitted.code, admitted.detail, { status, type });
    return;
  }
  state.cost = admitted;
  const answered = isPublic ? await answering.toKnown(asked, request, type, state) : undefined;
  if (answered === undefined)
    await gate.through(state.priority, () => answerByApollo(options, exchange, type, request));
  else if ('etag' in answered) sendKept(exchange, type, answered, now().getTime());
  else sendOwn(exchange, type, answered);
}

function sendOwn(exchange: Exchange, type: AnswerType, { status, body }: OwnAnswer): void {
  const { release, isStale = false } = exchange.state;
  const headers = {
    'cache-control': 'no-store',
    ...(release === undefined ? {} : { 'x-release': release }),
    ...(release === undefined || !isStale ? {} : { warning: STALE }),
  };
  send(exchange, status, `${type}; charset=utf-8`, body, headers);
}

/** The form of the HTTP request was wrong, so the status is the code's own; the type is what the client takes. */
function refuse(exchange: Exchange, { code, detail }: Refusal): void {
  const { request } = exchange;
  const headers: Record<string, string> = {};
  if (code === 'GET_ONLY_FOR_STORED_DOCUMENTS') headers['allow'] = 'POST';
  // RFC 9110 15.5.2: whoever is told 401 is told how to do better.
  if (code === 'UNAUTHENTICATED') headers['www-authenticate'] = 'Bearer';
  const type = answerType(request.headers.accept) ?? JSON_TYPE;
  if (code === 'OVERLOADED') sendOverloaded(exchange, type);
  else sendRefusal(exchange, code, detail, { headers, type });
}

/** Says when to come back. */
const sendOverloaded = (exchange: Exchange, type: AnswerType): void =>
  sendRefusal(exchange, 'OVERLOADED', undefined, { headers: { 'retry-after': RETRY_AFTER }, type });

/** The whole pipeline: every check, every refusal, and whoever shows a token. */
async function answerByApollo(
  { apollo }: GraphQLRouteOptions,
  exchange: Exchange,
  type: AnswerType,
  { query, operationName, variables }: GraphQLRequest,
): Promise<void> {
  const { state } = exchange;
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      search: '',
      headers: new HeaderMap([
        ['content-type', 'application/json'],
        ['accept', type],
      ]),
      body: { query, operationName: operationName ?? null, variables: variables ?? null },
    },
    context: async () => ({ state }),
  });
  // Whatever did not pass the plugins did not get its public form: none of it may go out.
  if (!state.answered || body.kind !== 'complete')
    throw new Error('Apollo Server answered outside its pipeline', { cause: body });
  const { 'content-type': contentType = type, ...others } = Object.fromEntries(headers);
  send(exchange, status ?? 200, contentType, body.string, { 'cache-control': 'no-store', ...others });
}
