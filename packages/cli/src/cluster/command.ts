/** The words of `weekend cluster`. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import { say } from '../words/say.ts';
import { down } from './actions/down.ts';
import { logs } from './actions/logs.ts';
import { heal, kill, partition, pause, resume, start } from './actions/nodes.ts';
import { report } from './actions/report.ts';
import { scenario } from './actions/scenario.ts';
import { up } from './actions/up.ts';
import { scenarios } from './scenarios/all.ts';

/** `end` hears the exit code of what was done. */
export function registerCluster(program: Command, end: (code: ExitCode) => void): void {
  const cluster = program.command('cluster').description(say('help-cluster-of-yours'));

  onNodes(cluster.command('up'))
    .description(say('help-cluster-up'))
    .argument('[nodes]', say('arg-nodes'))
    .option('--base-port <n>', say('opt-base-port'), '8080')
    .action(async (nodes, options) => end(await up(nodes, options)));

  cluster
    .command('status')
    .description(say('help-cluster-status'))
    .option('-f, --follow', say('opt-follow'))
    .option('--json', say('opt-json'))
    .action(async (options) => end(await report(options)));

  cluster
    .command('logs')
    .description(say('help-cluster-logs'))
    .argument('[node]', say('arg-node-or-all'))
    .option('-f, --follow', say('opt-follow'))
    .action(async (node, options) => end(await logs(node, options)));

  const onOne = { kill, start, pause, resume };
  for (const [name, act] of Object.entries(onOne))
    cluster
      .command(name)
      .description(say(`help-cluster-${name as keyof typeof onOne}`))
      .argument('<node>', say('arg-node'))
      .action(async (node) => end(await act(node)));

  cluster
    .command('partition')
    .description(say('help-cluster-partition'))
    .argument('<group...>', say('arg-groups'))
    .action(async (groups) => end(await partition(groups)));

  cluster
    .command('heal')
    .description(say('help-cluster-heal'))
    .action(async () => end(await heal()));

  onNodes(cluster.command('scenario'))
    .description(say('help-cluster-scenario', { names: scenarios.map(({ name }) => name).join(', ') }))
    .argument(
      '<name>',
      scenarios
        .map(({ name, summary }) => say('help-one-scenario', { name, summary: say(summary) }))
        .join(say('help-between-scenarios')),
    )
    .option('--nodes <n>', say('opt-scenario-nodes'), '5')
    .action(async (name, options) => end(await scenario(name, options)));

  cluster
    .command('down')
    .description(say('help-cluster-down'))
    .action(async () => end(await down()));
}

const onNodes = (command: Command): Command =>
  command
    .option('--runtime <runtime>', say('opt-runtime'), 'process')
    .option('--lineup <lineup>', say('opt-lineup-mine'))
    .option('--json', say('opt-json'));
