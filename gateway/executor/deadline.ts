import { withinTime } from '../within-time.ts';
import { SubgraphFailure } from './subgraph-failure.ts';
import type { Transport } from './transport.ts';

/**
 * The transport with an end to every call: after `deadline` milliseconds, or once the client is gone, it rejects with
 * SUBGRAPH_TIMEOUT. What runs in this process need not heed a signal, so its answer is merely no longer waited for.
 */
export const withDeadline =
  (subgraph: string, deadline: number, transport: Transport): Transport =>
  async (request) => {
    const over = new AbortController();
    const end = (): void => over.abort();
    const timer = setTimeout(end, deadline);
    const { signal: gone } = request.context;
    gone?.addEventListener('abort', end, { once: true });
    try {
      const context = { ...request.context, signal: over.signal };
      return await withinTime(over.signal, () => transport({ ...request, context }));
    } catch (failure) {
      throw over.signal.aborted ? new SubgraphFailure('SUBGRAPH_TIMEOUT', subgraph, failure) : failure;
    } finally {
      clearTimeout(timer);
      gone?.removeEventListener('abort', end);
    }
  };
