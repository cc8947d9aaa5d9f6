import { type FaultProxy, startFaultProxy } from '../../test/harness/faults/fault-proxy.ts';
import { seededRandom } from '../../test/support/random-query.ts';
import type { FromProxies, ToProxies } from './proxy-messages.ts';

/** The proxies in a process of their own, so that what they pump takes no turn from who measures. */
const proxies = new Map<string, FaultProxy>();

const answer = async (message: ToProxies): Promise<FromProxies> => {
  switch (message.kind) {
    case 'OPEN': {
      const random = seededRandom(message.seed);
      for (const [name, target] of Object.entries(message.targets))
        proxies.set(name, await startFaultProxy(target, random));
      return { kind: 'OPENED', urls: Object.fromEntries([...proxies].map(([name, { url }]) => [name, url])) };
    }
    case 'BECOME':
      await proxies.get(message.name)?.become(message.fault);
      return { kind: 'BECAME' };
    case 'COUNT':
      return {
        kind: 'COUNTED',
        arrivals: Object.fromEntries([...proxies].map(([name, proxy]) => [name, proxy.arrivals()])),
      };
  }
};

process.on('message', (message: ToProxies) => void answer(message).then((told) => process.send?.(told)));
process.on('disconnect', () => process.exit());
