import type { Arrivals, Fault } from '../../test/harness/faults/fault-proxy.ts';

/** What the process of the proxies is told. */
export type ToProxies =
  | { readonly kind: 'OPEN'; readonly targets: Readonly<Record<string, string>>; readonly seed: number }
  | { readonly kind: 'BECOME'; readonly name: string; readonly fault: Fault | undefined }
  | { readonly kind: 'COUNT' };

/** What it answers, each message once. */
export type FromProxies =
  | { readonly kind: 'OPENED'; readonly urls: Readonly<Record<string, string>> }
  | { readonly kind: 'BECAME' }
  | { readonly kind: 'COUNTED'; readonly arrivals: Readonly<Record<string, Arrivals>> };
