/** The words of `weekend bench`. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import { bench } from './bench.ts';
import { benchWatch } from './watch-bench.ts';

/** `end` hears the exit code of what was done. */
export function registerBench(program: Command, end: (code: ExitCode) => void): void {
  const measures = program.command('bench').description('measures how fast things are on this machine');
  measures
    .command('watch')
    .description('from saving to the first verdict')
    .option('--saves <n>', 'how many', '30')
    .option('--stage <stage>', 'as election, 03-election or 03', 'election')
    .option('--json', 'print one JSON document')
    .action(async (options) => end(await benchWatch(options)));
  measures
    .command('cluster')
    .description('a cluster of processes: writes, reads, fail-over; beside etcd where that is installed')
    .option('--nodes <sizes>', 'how many, with commas between', '3,5')
    .option('--seconds <n>', 'for how long each load is measured', '4')
    .option('--fail-overs <n>', 'how often the leader is killed', '20')
    .option('--lineup <lineup>', 'STAGE=mine|reference|FILE, with commas between; the references if left out')
    .option('--no-etcd', 'does not measure etcd, though it is there')
    .option('--json', 'print one JSON document')
    .action(async (options) => end(await bench(options)));
}
