import { Agent as HttpAgent, request as httpRequest, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';

/** How a subgraph is reached. */
export interface SubgraphAddress {
  /** Where requests go. */
  readonly target: RequestOptions;
  /** The request target of its endpoint, as the request line has it. */
  readonly path: string;
  readonly open: typeof httpRequest;
  /** Keeps so many sockets to it at most. */
  readonly agent: (connections: number) => HttpAgent;
}

/** Where an endpoint is on a unix socket, whose address has no room for a path. */
const ENDPOINT = '/graphql';

/** Reads an address: `http://…`, `https://…` or `unix:/path/of/a/socket`. */
export function subgraphAddress(address: string): SubgraphAddress {
  const isSecure = address.startsWith('https:');
  const target = address.startsWith('unix:')
    ? { socketPath: address.slice('unix:'.length), path: ENDPOINT }
    : urlToHttpOptions(new URL(address));
  return {
    target,
    path: target.path ?? '/',
    open: isSecure ? httpsRequest : httpRequest,
    agent: (connections) => {
      const pool = { keepAlive: true, maxSockets: connections, maxFreeSockets: connections };
      return isSecure ? new HttpsAgent(pool) : new HttpAgent(pool);
    },
  };
}
