/** What was measured, as a table for people. `--json` prints the report itself. */
import { electionTimeout } from '@weekend/raft';
import { length, paint } from '../paper.ts';
import type { Comparison, Results } from './compare.ts';
import type { FailOvers, Measured } from './measure.ts';

export interface Report {
  machine: { processors: number; model: string; syncsPerSecond: number };
  valueBytes: number;
  /** The version that was found; null where there is none. */
  etcd: string | null;
  clusters: Comparison[];
}

export function reportLines({ machine, valueBytes, etcd, clusters }: Report): string[] {
  return [
    `${machine.processors} × ${machine.model}`,
    `The disk makes ${count(machine.syncsPerSecond)} appends of 4 KB durable in a second (fdatasync, one after the other).`,
    `Values of ${valueBytes} bytes; a write is on the disks of a majority before it is acknowledged.`,
    etcd
      ? `Beside it ${etcd}, asked by gRPC over one connection to its leader, by a client as light as ours.`
      : 'No etcd was measured: there is none here (Debian: apt-get install etcd-server), or it was not wanted.',
    ...clusters.flatMap((cluster) => ['', ...clusterLines(cluster)]),
  ];
}

function clusterLines({ nodes, ours, etcd }: Comparison): string[] {
  const heading = [
    '',
    'in flight',
    'a second',
    'p50 ms',
    'p99 ms',
    'syncs/s',
    ...(etcd ? ['etcd', 'p50 ms', 'p99 ms', 'ratio'] : []),
  ];
  const rows = ours.loads.map((load, i) => [...row(load), ...(etcd ? beside(load, etcd.loads[i]) : [])]);
  return [
    paint('bold', nodes === 1 ? 'One node' : `${nodes} nodes`),
    ...aligned([heading, ...rows]).map((line, i) => (i === 0 ? paint('dim', line) : line)),
    ...failOverLines(ours, etcd),
  ];
}

const row = ({ work, inFlight, perSecond, p50, p99, syncsPerSecond }: Measured): string[] => [
  `${work}s`,
  `${inFlight}`,
  count(perSecond),
  millis(p50),
  millis(p99),
  work === 'write' && syncsPerSecond !== undefined ? count(syncsPerSecond) : '',
];

const beside = (ours: Measured, etcd: Measured | undefined): string[] =>
  etcd
    ? [count(etcd.perSecond), millis(etcd.p50), millis(etcd.p99), `${(ours.perSecond / etcd.perSecond).toFixed(1)} ×`]
    : [];

function failOverLines(ours: Results, etcd: Results | undefined): string[] {
  if (!ours.failOvers) return [];
  const { times } = ours.failOvers;
  const { min, max } = electionTimeout;
  return [
    `  From killing the leader to the next acknowledged write, ${times} times, with election timeouts of ${min} to ${max} ms:`,
    `  ${inSeconds(ours.failOvers)}${etcd?.failOvers ? `; etcd ${inSeconds(etcd.failOvers)}` : ''}`,
  ];
}

const inSeconds = ({ median, worst }: FailOvers): string =>
  `median ${(median / 1000).toFixed(2)} s, worst ${(worst / 1000).toFixed(2)} s`;

/** Words to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => length(cells[column] ?? ''))));
  return rows.map((cells) =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`.trimEnd(),
  );
}

const count = (rate: number): string => Math.round(rate).toLocaleString('en');
const millis = (duration: number): string => duration.toFixed(duration < 10 ? 2 : 1);
