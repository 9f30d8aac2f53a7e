/** What was measured, as a table for people. `--json` prints the report itself. */
import { electionTimeout } from '@weekend/raft';
import { length, paint } from '../paper.ts';
import { nodesInWords } from '../words/nodes.ts';
import { say } from '../words/say.ts';
import type { Comparison, Results } from './compare.ts';
import { type FailOvers, type Measured, workInWords } from './measure.ts';

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
    say('bench-disk', { count: count(machine.syncsPerSecond) }),
    say('bench-values', { bytes: valueBytes }),
    etcd ? say('bench-beside', { etcd }) : say('bench-without-etcd'),
    ...clusters.flatMap((cluster) => ['', ...clusterLines(cluster)]),
  ];
}

function clusterLines({ nodes, ours, etcd }: Comparison): string[] {
  const heading = [
    '',
    say('bench-in-flight'),
    say('bench-a-second'),
    'p50 ms',
    'p99 ms',
    say('bench-syncs'),
    ...(etcd ? ['etcd', 'p50 ms', 'p99 ms', say('bench-ratio')] : []),
  ];
  const rows = ours.loads.map((load, i) => [...row(load), ...(etcd ? beside(load, etcd.loads[i]) : [])]);
  return [
    paint('bold', capital(nodesInWords(nodes))),
    ...aligned([heading, ...rows]).map((line, i) => (i === 0 ? paint('dim', line) : line)),
    ...failOverLines(ours, etcd),
  ];
}

const row = ({ work, inFlight, perSecond, p50, p99, syncsPerSecond }: Measured): string[] => [
  workInWords(work),
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
    `  ${say('bench-failed-over', { times, min, max })}`,
    `  ${inSeconds(ours.failOvers)}${etcd?.failOvers ? `; etcd ${inSeconds(etcd.failOvers)}` : ''}`,
  ];
}

const inSeconds = ({ median, worst }: FailOvers): string =>
  say('bench-times', { median: (median / 1000).toFixed(2), worst: (worst / 1000).toFixed(2) });

/** Words to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => length(cells[column] ?? ''))));
  const blank = (cell: string, i: number) => ' '.repeat((widths[i] ?? 0) - length(cell));
  return rows.map((cells) =>
    `  ${cells.map((cell, i) => (i === 0 ? cell + blank(cell, i) : blank(cell, i) + cell)).join('  ')}`.trimEnd(),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const count = (rate: number): string => Math.round(rate).toLocaleString('en');
const millis = (duration: number): string => duration.toFixed(duration < 10 ? 2 : 1);
