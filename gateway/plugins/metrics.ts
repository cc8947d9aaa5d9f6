import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { errorCode } from '../../catalog/error-codes.ts';
import type { SharedAnswers } from '../answers/shared/shared-answers.ts';
import type { Shortcut } from '../executor/shortcut.ts';
import { SubgraphFailure } from '../executor/subgraph-failure.ts';
import type { Transport } from '../executor/transport.ts';
import type { SubgraphGuard } from '../failure/subgraph-guard.ts';
import { type Gate, PRIORITIES } from '../gate.ts';
import type { Exchange } from '../http/exchange.ts';
import { watchGuards } from './guard-metrics.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics {
  readonly contentType: string;
  /** The figures in the text format of Prometheus. */
  text(): Promise<string>;
  /** Counts one finished request of `/graphql`. */
  request(exchange: Exchange): void;
  /** Counts one request that was answered on the spot with what was kept. */
  hit(operation: string | undefined, status: 200 | 304): void;
  /** Counts one request of `/graphql` that was refused on the spot as there is no room. */
  turnedAway(): void;
  /** The transport, with each call counted and timed. */
  observed(subgraph: string, transport: Transport): Transport;
  /** The way past plans, with each answer counted that it gave, or left to the plan. */
  observedShortcut(shortcut: Shortcut | undefined): Shortcut | undefined;
  /** The answers of other processes, with each question to them counted; none where there are none. */
  observedAnswers(shared: SharedAnswers | undefined): SharedAnswers | undefined;
  /** The gate, with its figures told from now on. */
  observedGate(gate: Gate): Gate;
  close(): void;
}

/**
 * Figures of one gateway. Names of operations become labels only when they are known beforehand: a client that
 * invents names would otherwise fill the memory of gateway and monitoring alike.
 */
export function createMetrics(
  knownOperations: ReadonlySet<string>,
  guards: Readonly<Record<string, SubgraphGuard>> = {},
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'zongheng_requests_total',
    help: 'GraphQL requests by operation and HTTP status',
    labelNames: ['operation', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'zongheng_request_duration_seconds',
    help: 'Time from the arrival of a GraphQL request to its answer',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: 'zongheng_refusals_total',
    help: 'Requests with an error, by code; see docs/problems.md',
    labelNames: ['code'],
    registers,
  });
  const turnedAway = [
    requests.labels({ operation: 'other', status: errorCode('OVERLOADED').httpStatus }),
    refusals.labels({ code: 'OVERLOADED' }),
  ];
  const hits = countHits(registers, knownOperations);
  watchGuards(registers, guards);
  const stopLag = watchEventLoop(registers);
  const observed = subgraphObserver(registers);
  const observedShortcut = shortcutObserver(registers);
  const observedAnswers = sharedObserver(registers);
  const observedGate = gateObserver(registers);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request({ response, state }) {
      const { operation: name = '' } = state;
      const operation = knownOperations.has(name) ? name : 'other';
      requests.inc({ operation, status: response.writableFinished ? response.statusCode : 'aborted' });
      duration.observe({ operation }, (performance.now() - state.startedAt) / 1_000);
      for (const code of state.codes) refusals.inc({ code });
    },
    hit: hits,
    turnedAway() {
      for (const counter of turnedAway) counter.inc();
    },
    observed,
    observedShortcut: (shortcut) => shortcut && observedShortcut(shortcut),
    observedAnswers: (shared) => shared && observedAnswers(shared),
    observedGate,
    close: stopLag,
  };
}

/** A hit takes some microseconds: it is counted by a plain number, which becomes a figure when figures are read. */
function countHits(registers: Registry[], knownOperations: ReadonlySet<string>): Metrics['hit'] {
  const counts = new Map<string, { operation: string; status: number; count: number }>();
  new Counter({
    name: 'zongheng_kept_answers_total',
    help: 'GraphQL requests answered on the spot with a kept answer, by operation and HTTP status',
    labelNames: ['operation', 'status'],
    registers,
    collect() {
      for (const { operation, status, count } of counts.values()) this.inc({ operation, status }, count);
      counts.clear();
    },
  });
  return (name = '', status) => {
    const operation = knownOperations.has(name) ? name : 'other';
    const key = status === 200 ? operation : `${operation} ${status}`;
    const found = counts.get(key);
    if (found === undefined) counts.set(key, { operation, status, count: 1 });
    else found.count += 1;
  };
}

function shortcutObserver(registers: Registry[]): (shortcut: Shortcut) => Shortcut {
  const answers = new Counter({
    name: 'zongheng_fused_operations_total',
    help: 'Queries of stored objects, by whether one statement answered, or why the plan did',
    labelNames: ['outcome'],
    registers,
  });
  return (shortcut) => (schema, settled) => {
    const answerShortly = shortcut(schema, settled);
    if (answerShortly === undefined) return undefined;
    return async (variables, context) => {
      const answer = await answerShortly(variables, context);
      answers.inc({ outcome: answer.kind === 'ANSWERED' ? 'fused' : answer.why.toLowerCase() });
      return answer;
    };
  };
}

function sharedObserver(registers: Registry[]): (shared: SharedAnswers) => SharedAnswers {
  const questions = new Counter({
    name: 'zongheng_shared_answers_total',
    help: 'Answers not kept here that the other processes of the machine were asked for, by what they had',
    labelNames: ['outcome'],
    registers,
  });
  return ({ find, tell }) => ({
    tell,
    async find(key) {
      const finding = await find(key);
      questions.inc({ outcome: finding.kind.toLowerCase() });
      return finding;
    },
  });
}

function subgraphObserver(registers: Registry[]): Metrics['observed'] {
  const duration = new Histogram({
    name: 'zongheng_subgraph_call_duration_seconds',
    help: 'Time of one call of a subgraph',
    labelNames: ['subgraph'],
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: 'zongheng_subgraph_failures_total',
    help: 'Calls of a subgraph that gave no answer, by code',
    labelNames: ['subgraph', 'code'],
    registers,
  });
  return (subgraph, transport) => {
    const ofSubgraph = duration.labels({ subgraph });
    return async (request) => {
      const begun = performance.now();
      try {
        return await transport(request);
      } catch (failure) {
        const code = failure instanceof SubgraphFailure ? failure.code : 'SUBGRAPH_UNAVAILABLE';
        failures.inc({ subgraph, code });
        throw failure;
      } finally {
        ofSubgraph.observe((performance.now() - begun) / 1_000);
      }
    };
  };
}

function gateObserver(registers: Registry[]): Metrics['observedGate'] {
  let gate: Gate | undefined;
  new Gauge({
    name: 'zongheng_gate_under_way',
    help: 'Requests being worked out now',
    registers,
    collect() {
      this.set(gate?.underWay() ?? 0);
    },
  });
  new Gauge({
    name: 'zongheng_gate_waiting',
    help: 'Requests that wait to be worked out, by priority',
    labelNames: ['priority'],
    registers,
    collect() {
      for (const priority of PRIORITIES)
        this.set({ priority: priority.toLowerCase() }, gate?.waiting(priority) ?? 0);
    },
  });
  return (observed) => {
    gate = observed;
    return observed;
  };
}

function watchEventLoop(registers: Registry[]): () => void {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  new Gauge({
    name: 'zongheng_event_loop_lag_seconds',
    help: 'Longest delay of the event loop since the last reading',
    registers,
    collect() {
      this.set(Number.isFinite(lag.max) ? lag.max / 1e9 : 0);
      lag.reset();
    },
  });
  return () => lag.disable();
}
