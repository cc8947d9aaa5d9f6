import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Arrivals, Fault } from '../../test/harness/faults/fault-proxy.ts';
import type { FromProxies, ToProxies } from './proxy-messages.ts';

/** A proxy before each server, all of them in one further process. */
export interface Proxies extends AsyncDisposable {
  readonly urls: Readonly<Record<string, string>>;
  readonly become: (name: string, fault: Fault | undefined) => Promise<void>;
  readonly arrivals: () => Promise<Readonly<Record<string, Arrivals>>>;
}

/** Starts the proxies; what is left to chance in them the seed decides. */
export const startProxies = async (
  targets: Readonly<Record<string, string>>,
  seed: number,
): Promise<Proxies> => {
  const child = fork(join(import.meta.dirname, 'proxy-child.ts'), [], { serialization: 'advanced' });
  const gone = once(child, 'exit');
  // One question at a time.
  let turn: Promise<unknown> = Promise.resolve();
  const ask = <Kind extends FromProxies['kind']>(message: ToProxies, _kind: Kind) => {
    const asked = turn.then(async () => {
      const told = once(child, 'message');
      child.send(message);
      const [answer] = (await told) as [Extract<FromProxies, { readonly kind: Kind }>];
      return answer;
    });
    turn = asked;
    return asked;
  };
  const { urls } = await ask({ kind: 'OPEN', targets, seed }, 'OPENED');
  return {
    urls,
    become: async (name, fault) => void (await ask({ kind: 'BECOME', name, fault }, 'BECAME')),
    arrivals: async () => (await ask({ kind: 'COUNT' }, 'COUNTED')).arrivals,
    [Symbol.asyncDispose]: async () => {
      child.disconnect();
      await gone;
    },
  };
};
