/** The words of `weekend cluster`. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import { down } from './actions/down.ts';
import { logs } from './actions/logs.ts';
import { heal, kill, partition, pause, resume, start } from './actions/nodes.ts';
import { report } from './actions/report.ts';
import { scenario } from './actions/scenario.ts';
import { up } from './actions/up.ts';
import { scenarios } from './scenarios/all.ts';

/** `end` hears the exit code of what was done. */
export function registerCluster(program: Command, end: (code: ExitCode) => void): void {
  const cluster = program.command('cluster').description('a real cluster that runs your code');

  onNodes(cluster.command('up'))
    .description('starts a cluster and shows it')
    .argument('[nodes]', 'how many, 1 to 253')
    .option('--base-port <n>', 'the first port on 127.0.0.1; the others follow', '8080')
    .action(async (nodes, options) => end(await up(nodes, options)));

  cluster
    .command('status')
    .description('role, term, leader and commit index of each node')
    .option('-f, --follow', 'until Ctrl-C')
    .option('--json', 'print one JSON document')
    .action(async (options) => end(await report(options)));

  cluster
    .command('logs')
    .description('what the nodes have printed')
    .argument('[node]', 'as n1; all nodes if left out')
    .option('-f, --follow', 'until Ctrl-C')
    .action(async (node, options) => end(await logs(node, options)));

  const onOne = { kill, start, pause, resume };
  const does = {
    kill: 'ends a node at once, as a power cut would (SIGKILL)',
    start: 'starts a stopped node again, with what it had saved',
    pause: 'lets a node stand still (SIGSTOP)',
    resume: 'lets a paused node go on',
  };
  for (const [name, act] of Object.entries(onOne))
    cluster
      .command(name)
      .description(does[name as keyof typeof onOne])
      .argument('<node>', 'as n1')
      .action(async (node) => end(await act(node)));

  cluster
    .command('partition')
    .description('cuts the network between groups of nodes (Docker only)')
    .argument('<group...>', 'as n1,n2; the nodes not named stay together')
    .action(async (groups) => end(await partition(groups)));

  cluster
    .command('heal')
    .description('makes the network whole again (Docker only)')
    .action(async () => end(await heal()));

  onNodes(cluster.command('scenario'))
    .description(`plays a story on a cluster of its own: ${scenarios.map(({ name }) => name).join(', ')}`)
    .argument('<name>', scenarios.map(({ name, summary }) => `${name} ${summary}`).join('; '))
    .option('--nodes <n>', 'how many, 3 to 253', '5')
    .action(async (name, options) => end(await scenario(name, options)));

  cluster
    .command('down')
    .description('ends the cluster and removes all that belongs to it')
    .action(async () => end(await down()));
}

const onNodes = (command: Command): Command =>
  command
    .option('--runtime <runtime>', 'process or docker', 'process')
    .option('--lineup <lineup>', 'STAGE=mine|reference|FILE, with commas between; yours if left out')
    .option('--json', 'print one JSON document');
