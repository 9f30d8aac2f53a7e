/** The words of `weekend bench`. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import { say } from '../words/say.ts';
import { bench } from './bench.ts';
import { benchWatch } from './watch-bench.ts';

/** `end` hears the exit code of what was done. */
export function registerBench(program: Command, end: (code: ExitCode) => void): void {
  const measures = program.command('bench').description(say('help-bench-all'));
  measures
    .command('watch')
    .description(say('help-bench-watch'))
    .option('--saves <n>', say('opt-saves'), '30')
    .option('--stage <stage>', say('arg-stage'), 'election')
    .option('--json', say('opt-json'))
    .action(async (options) => end(await benchWatch(options)));
  measures
    .command('cluster')
    .description(say('help-bench-cluster'))
    .option('--nodes <sizes>', say('opt-sizes'), '3,5')
    .option('--seconds <n>', say('opt-seconds'), '4')
    .option('--fail-overs <n>', say('opt-fail-overs'), '20')
    .option('--lineup <lineup>', say('opt-lineup-reference'))
    .option('--no-etcd', say('opt-no-etcd'))
    .option('--json', say('opt-json'))
    .action(async (options) => end(await bench(options)));
}
