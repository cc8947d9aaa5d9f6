import { SubgraphFailure } from './subgraph-failure.ts';
import type { Transport } from './transport.ts';

/**
 * The transport with an end to every call: after `deadline` milliseconds, or what the request has left of its own, or
 * once the client is gone, it rejects with SUBGRAPH_TIMEOUT. What runs in this process need not heed a signal, so its
 * answer is merely no longer waited for. A timer and a promise, no more: a small query makes five calls.
 */
export const withDeadline =
  (subgraph: string, deadline: number, transport: Transport): Transport =>
  (request) =>
    new Promise((resolve, reject) => {
      const { signal: gone, deadline: requestEnd = Number.POSITIVE_INFINITY } = request.context;
      const left = requestEnd - performance.now();
      const end = (): void => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', late);
      };
      const late = (): void => {
        end();
        reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', subgraph));
      };
      const timer = setTimeout(late, Math.min(deadline, left));
      // One that is aborted already says so no more.
      if (gone?.aborted === true || left <= 0) {
        late();
        return;
      }
      gone?.addEventListener('abort', late, { once: true });
      transport(request).then(
        (answer) => {
          end();
          resolve(answer);
        },
        (failure: unknown) => {
          end();
          reject(failure);
        },
      );
    });
