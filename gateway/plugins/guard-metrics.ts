import { Counter, Gauge, type Registry } from 'prom-client';
import type { GuardCounts, SubgraphGuard } from '../failure/subgraph-guard.ts';

const COUNTS: readonly (readonly [kind: keyof GuardCounts, name: string, help: string])[] = [
  ['opened', 'zongheng_subgraph_breaker_opened_total', 'How often a subgraph was no longer asked'],
  ['spared', 'zongheng_subgraph_spared_calls_total', 'Calls not made while a subgraph was not asked'],
  ['repeated', 'zongheng_subgraph_repeated_calls_total', 'Queries sent again, a kept connection being dead'],
];

/** Figures of what sees to the subgraphs of other processes; it is asked when figures are read. */
export function watchGuards(registers: Registry[], guards: Readonly<Record<string, SubgraphGuard>>): void {
  const all = Object.entries(guards);
  new Gauge({
    name: 'zongheng_subgraph_breaker_open',
    help: '1 while a subgraph is not asked, as it gave no answers; else 0',
    labelNames: ['subgraph'],
    registers,
    collect() {
      for (const [subgraph, { state }] of all) this.set({ subgraph }, state() === 'CLOSED' ? 0 : 1);
    },
  });
  for (const [kind, name, help] of COUNTS)
    new Counter({
      name,
      help,
      labelNames: ['subgraph'],
      registers,
      collect() {
        this.reset();
        for (const [subgraph, { counts }] of all) this.inc({ subgraph }, counts[kind]);
      },
    });
}
