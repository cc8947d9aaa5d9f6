import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIdOf } from '../plugins/request-id.ts';
import type { RequestState } from '../request-state.ts';
import { type Exchange, sendRefusal } from './exchange.ts';
import type { TurnAway } from './turn-away.ts';

export type Handler = (exchange: Exchange) => void | Promise<void>;

/** Handlers of one path by HTTP method; a GET handler answers HEAD too. */
export interface Route {
  readonly GET?: Handler;
  readonly POST?: Handler;
}

export interface RouterOptions {
  readonly routes: Readonly<Record<string, Route>>;
  /** Called before anything is made of a request; see `TurnAway`. */
  readonly turnAway: TurnAway;
  /** Called before the handler, and may answer by itself by returning true. */
  readonly before: (exchange: Exchange) => boolean;
  /** Called once the answer is sent or the client is gone. */
  readonly after: (exchange: Exchange) => void;
  /** Called with what a handler threw; the client gets INTERNAL_ERROR. */
  readonly onBug: (exchange: Exchange, bug: unknown) => void;
}

/** The request listener of the gateway: path, then method, then handler; what is answered already is let be. */
export function createRouter(
  options: RouterOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { turnAway, before, after, onBug } = options;
  const inTurn = createTurns();
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    const exchange = exchangeOf(request, response);
    response.on('close', () => after(exchange));
    response.setHeader('x-request-id', exchange.state.requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    if (before(exchange)) return;
    inTurn(exchange, () => {
      dispatch(options, exchange).catch((bug: unknown) => {
        onBug(exchange, bug);
        sendRefusal(exchange, 'INTERNAL_ERROR');
      });
    });
  };
  return (request, response) => {
    if (response.writableEnded) return;
    const goOn = (): void => take(request, response);
    if (!turnAway(request, response, goOn)) goOn();
  };
}

/**
 * Begins what was asked on one connection one after the other: hundreds of requests in one piece would all be worked
 * out before anybody else has a turn, though they are answered in this order anyway (RFC 9112 9.3.2).
 */
const createTurns = () => {
  const latest = new WeakMap<IncomingMessage['socket'], ServerResponse>();
  return ({ request: { socket }, response }: Exchange, begin: () => void): void => {
    const previous = latest.get(socket);
    latest.set(socket, response);
    if (previous === undefined || previous.writableFinished) {
      begin();
      return;
    }
    const beginIfWanted = (): void => {
      // Refused meanwhile, or nobody is there any more.
      if (!response.headersSent && !socket.destroyed) begin();
    };
    previous.once('finish', () => setImmediate(beginIfWanted));
  };
};

async function dispatch({ routes }: RouterOptions, exchange: Exchange): Promise<void> {
  const path = exchange.url.pathname;
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (route === undefined) {
    sendRefusal(exchange, 'NOT_FOUND');
    return;
  }
  const method = exchange.request.method === 'HEAD' ? 'GET' : exchange.request.method;
  const handler = method === 'GET' || method === 'POST' ? route[method] : undefined;
  if (handler === undefined) {
    const allow = [route.GET && 'GET, HEAD', route.POST && 'POST'].filter(Boolean).join(', ');
    sendRefusal(exchange, 'METHOD_NOT_ALLOWED', undefined, { headers: { allow } });
    return;
  }
  await handler(exchange);
}

function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const asked = request.headers['x-release'];
  const state: RequestState = {
    requestId: requestIdOf(request.headers['x-request-id']),
    startedAt: performance.now(),
    signal: gone.signal,
    isRead: request.method !== 'POST',
    askedRelease: typeof asked === 'string' ? asked : undefined,
    authorization: request.headers.authorization,
    writer: undefined,
    priority: 'OPEN',
    release: undefined,
    day: undefined,
    operation: undefined,
    cost: undefined,
    codes: new Set(),
    answered: false,
  };
  return { request, response, url: urlOf(request.url ?? '/'), state };
}

/**
 * The target as the client wrote it; only its path and query matter, and no target makes this throw. Proxies may
 * write it in absolute form, which every server must take (RFC 9112 3.2.2).
 */
function urlOf(target: string): URL {
  const base = 'http://gateway.invalid';
  const whole = /^https?:\/\//iu.test(target) ? target : base + target;
  return URL.canParse(whole) ? new URL(whole) : new URL('/400', base);
}
