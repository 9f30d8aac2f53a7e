/** The table of a measurement. */
import { expect, test } from 'vitest';
import type { Measured } from './measure.ts';
import { type Report, reportLines } from './report.ts';

const load = (perSecond: number): Measured => ({
  work: 'write',
  inFlight: 16,
  perSecond,
  p50: 1.5,
  p99: 12,
  syncsPerSecond: 900,
});
const report = (withEtcd: boolean): Report => ({
  machine: { processors: 2, model: 'A processor', syncsPerSecond: 5000 },
  valueBytes: 256,
  etcd: withEtcd ? 'etcd 3.4' : null,
  clusters: [
    {
      nodes: 3,
      ours: { loads: [load(12_000)], failOvers: { times: 20, median: 250, worst: 400 } },
      ...(withEtcd && { etcd: { loads: [load(4_000)], failOvers: { times: 20, median: 300, worst: 2000 } } }),
    },
  ],
});

test('beside etcd each line ends with the ratio', () => {
  const text = reportLines(report(true)).join('\n');
  expect(text).toMatch(/writes +16 +12,000 +1\.50 +12\.0 +900 +4,000 +1\.50 +12\.0 +3\.0 ×/);
  expect(text).toContain('median 0.25 s, worst 0.40 s; etcd median 0.30 s, worst 2.00 s');
});

test('without etcd the table says so, and has no ratio', () => {
  const text = reportLines(report(false)).join('\n');
  expect(text).toContain('apt-get install etcd-server');
  expect(text).not.toContain('ratio');
});
