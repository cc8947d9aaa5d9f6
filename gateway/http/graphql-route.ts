import { type ApolloServer, HeaderMap } from '@apollo/server';
import { errorCode } from '../../catalog/error-codes.ts';
import { refusalStatus } from '../plugins/errors.ts';
import type { Limits } from '../plugins/limits.ts';
import { Refusal } from '../refusal.ts';
import type { GatewayContext } from '../request-state.ts';
import type { StoredDocuments } from '../stored-documents.ts';
import { type AnswerType, answerType, JSON_TYPE } from './accept.ts';
import { readJson } from './body.ts';
import { type Exchange, send, sendRefusal } from './exchange.ts';
import { type GraphQLRequest, requestFromBody, requestFromSearch } from './graphql-request.ts';
import type { Handler, Route } from './router.ts';

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly documents: StoredDocuments;
  readonly limits: Limits;
  /** Refuses a document before it is validated. */
  readonly guard: (query: string) => Refusal | undefined;
}

/** `POST /graphql` with a query or a stored document, `GET /graphql` with a stored document. */
export function graphqlRoute(options: GraphQLRouteOptions): Route {
  const { documents, limits } = options;
  const answering =
    (read: (exchange: Exchange) => GraphQLRequest | Promise<GraphQLRequest>): Handler =>
    async (exchange) => {
      try {
        const type = answerType(exchange.request.headers.accept);
        if (type === undefined) throw new Refusal('NOT_ACCEPTABLE');
        await answer(options, exchange, type, await read(exchange));
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        refuse(exchange, refusal);
      }
    };
  return {
    GET: answering(({ url }) => requestFromSearch(url.searchParams, documents)),
    POST: answering(async ({ request }) =>
      requestFromBody(await readJson(request, limits.bodyBytes), documents),
    ),
  };
}

/** The form of the HTTP request was wrong, so the status is the code's own; the type is what the client takes. */
function refuse(exchange: Exchange, { code, detail }: Refusal): void {
  const headers: Record<string, string> = {};
  if (code === 'GET_ONLY_FOR_STORED_DOCUMENTS') headers['allow'] = 'POST';
  // The rest of a body that is too large is not worth reading: the connection ends with the answer.
  if (code === 'BODY_TOO_LARGE') headers['connection'] = 'close';
  const type = answerType(exchange.request.headers.accept) ?? JSON_TYPE;
  sendRefusal(exchange, code, detail, { headers, type });
}

async function answer(
  { apollo, guard }: GraphQLRouteOptions,
  exchange: Exchange,
  type: AnswerType,
  { query, operationName, variables }: GraphQLRequest,
): Promise<void> {
  const tooMuch = guard(query);
  if (tooMuch !== undefined) {
    const status = refusalStatus(errorCode(tooMuch.code).httpStatus, type);
    sendRefusal(exchange, tooMuch.code, tooMuch.detail, { status, type });
    return;
  }
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
  send(exchange, status ?? 200, contentType, body.string, others);
}
