import { createHash } from 'node:crypto';
import type { Transport } from '../../../gateway/executor/transport.ts';
import type { GatewayOptions } from '../../../gateway/server.ts';
import { fetched } from '../ask.ts';
import { type SmallHub, smallHub, startSmallGateway } from '../small-hub.ts';

export const TEXT =
  'query Items($first: Int) { release { number } items(first: $first) { nodes { id name release guide { release } } } }';
export const ID = `sha256:${createHash('sha256').update(TEXT).digest('hex')}`;
export const documents = {
  byId: new Map([[ID, { id: ID, name: 'items', text: TEXT, operationNames: ['Items'] }]]),
  operationNames: new Set(['Items']),
};

/** A small hub, and how often its subgraphs were called. */
export const counted = () => {
  const hub = smallHub();
  const calls = { reference: 0, guide: 0 };
  const counting =
    (name: 'reference' | 'guide'): Transport =>
    (request) => {
      calls[name] += 1;
      return hub.transports[name](request);
    };
  return { hub, calls, transports: { reference: counting('reference'), guide: counting('guide') } };
};

/** A gateway that knows the newest release without asking, or one that has to ask, as one without a database has. */
export const started = (
  { hub, transports }: { hub: SmallHub; transports?: GatewayOptions['transports'] },
  more: Partial<GatewayOptions> = {},
) =>
  startSmallGateway(hub, {
    documents,
    newestRelease: hub.newest,
    ...(transports === undefined ? {} : { transports }),
    ...more,
  });

export const get = (url: string, variables: unknown = { first: 2 }, headers: Record<string, string> = {}) =>
  fetched(`${url}?documentId=${ID}&variables=${encodeURIComponent(JSON.stringify(variables))}`, { headers });

/** What differs from request to request, or tells only how an answer came about. */
export const steady = ({ headers, text, status }: Awaited<ReturnType<typeof get>>) => ({
  status,
  text,
  release: headers.get('x-release'),
  type: headers.get('content-type'),
});
