import type { Contestant } from './contestant.ts';
import { apolloGateway } from './contestants/apollo-gateway.ts';
import { hiveJavaScript, hiveRust } from './contestants/hive-gateway.ts';
import { hub, hubKept, hubNotModified, hubPlanned } from './contestants/hub.ts';
import { hubProcesses } from './contestants/hub-processes.ts';
import { oneStatement } from './contestants/one-statement.ts';
import { postgraphile } from './contestants/postgraphile.ts';
import { readyBytes, readyNotModified } from './contestants/ready-bytes.ts';

/** All that are measured, in the order of the tables. The hub comes first: its answers are what the others must give. */
export const CONTESTANTS: readonly Contestant[] = [
  hub,
  hubPlanned,
  hubProcesses,
  postgraphile,
  apolloGateway,
  hiveRust,
  hiveJavaScript,
  oneStatement,
  hubKept,
  readyBytes,
  hubNotModified,
  readyNotModified,
];

/** What every rate is divided by. */
export const MEASURE_OF_ALL = oneStatement.name;

/** Ratios that have to hold, as pairs of names: the first divided by the second. */
export const COMPARISONS: readonly (readonly [string, string])[] = [
  [hub.name, oneStatement.name],
  [hub.name, postgraphile.name],
  [hub.name, apolloGateway.name],
  [hub.name, hiveRust.name],
  [hub.name, hubPlanned.name],
  [hubProcesses.name, apolloGateway.name],
  [hubProcesses.name, hiveRust.name],
  [hubKept.name, readyBytes.name],
  [hubNotModified.name, readyNotModified.name],
];
