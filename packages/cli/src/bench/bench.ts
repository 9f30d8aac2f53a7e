/** `weekend bench cluster`: how fast a cluster of processes is on this machine, and how fast etcd is beside it. */
import { mkdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { numberFrom } from '../cluster/asked.ts';
import { clusterLineup, hasClients, lineupLines } from '../cluster/cluster-lineup.ts';
import { interruptible } from '../cluster/interrupts.ts';
import { print, printJson } from '../output.ts';
import { root } from '../places.ts';
import { say } from '../words/say.ts';
import { compare } from './compare.ts';
import { syncsPerSecond } from './disk-rate.ts';
import { etcdHere } from './etcd.ts';
import { valueBytes } from './measure.ts';
import { type Report, reportLines } from './report.ts';

export interface BenchOptions {
  nodes: string;
  seconds: string;
  failOvers: string;
  lineup?: string;
  /** False for `--no-etcd`. */
  etcd: boolean;
  json?: boolean;
}

export async function bench(options: BenchOptions): Promise<ExitCode> {
  const attempt = say('do-measure-a-cluster');
  const sizes = options.nodes.split(',').map((text) => numberFrom('--nodes', text, 1, 9, attempt));
  const seconds = numberFrom('--seconds', options.seconds, 1, 600, attempt);
  const failOvers = numberFrom('--fail-overs', options.failOvers, 0, 1000, attempt);
  const lineup = clusterLineup(options.lineup, 'reference', attempt);
  if (!hasClients(lineup)) throw new CannotRun(say('bench-no-clients', { attempt }));
  const tell = options.json ? () => {} : (line: string) => print(`  ${line}`);
  for (const line of lineupLines(lineup)) tell(line);

  return interruptible(say('bench-interrupted'), async (signal) => {
    const home = join(root, '.weekend', `bench-${process.pid}`);
    mkdirSync(home, { recursive: true });
    try {
      const report: Report = {
        machine: {
          processors: cpus().length,
          model: cpus()[0]?.model.trim() ?? '',
          syncsPerSecond: syncsPerSecond(home, 2000),
        },
        valueBytes,
        etcd: (options.etcd && etcdHere()) || null,
        clusters: [],
      };
      const wishes = {
        lineup,
        measured: 1000 * seconds,
        failOvers,
        withEtcd: report.etcd !== null,
        home,
        signal,
        tell,
      };
      for (const nodes of sizes) report.clusters.push(await compare(nodes, wishes));
      if (options.json) printJson(report);
      else print(['', ...reportLines(report)].join('\n'));
      return exitCodes.holds;
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}
