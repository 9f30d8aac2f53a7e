/** `pnpm soak`: nodes are killed at random for minutes while clients write. Exit 0 if nothing was lost or out of order. */
import { parseArgs } from 'node:util';
import { CannotRun, exitCodes } from '../cannot-run.ts';
import { numberFrom } from '../cluster/asked.ts';
import { clusterLineup, hasClients, lineupLines } from '../cluster/cluster-lineup.ts';
import { interruptible } from '../cluster/interrupts.ts';
import { print } from '../output.ts';
import { say } from '../words/say.ts';
import { soak } from './soak.ts';

const attempt = say('do-soak');

const usage = `Usage: pnpm soak [flags]

Kills a node at random every second (SIGKILL) and starts it again, under 16 writers. Then: is every acknowledged write
there, is the history linearizable, and is memory spent on nothing but the log?

  --seconds N    for how long (300)
  --nodes N      how many nodes, 3 to 9 (5)
  --lineup …     STAGE=mine|reference|FILE, with commas between; the references if left out
`;

try {
  const { values } = flagsIn(process.argv.slice(2));
  process.exitCode = values.help ? help() : await run(values);
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = exitCodes.couldNotRun;
}

async function run(values: ReturnType<typeof flagsIn>['values']) {
  const seconds = numberFrom('--seconds', values.seconds, 1, 86_400, attempt);
  const nodes = numberFrom('--nodes', values.nodes, 3, 9, attempt);
  const lineup = clusterLineup(values.lineup, 'reference', attempt);
  if (!hasClients(lineup)) throw new CannotRun(say('soak-no-clients', { attempt }));
  for (const line of lineupLines(lineup)) print(`  ${line}`);
  return interruptible('The soak was interrupted; nothing of it is left running.', async (signal) => {
    const { passed, lines } = await soak({ seconds, nodes, lineup, signal, say: (line) => print(`  ${line}`) });
    print(['', ...lines].join('\n'));
    return passed ? exitCodes.holds : exitCodes.fellShort;
  });
}

function flagsIn(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        seconds: { type: 'string', default: '300' },
        nodes: { type: 'string', default: '5' },
        lineup: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new CannotRun(say('soak-usage', { attempt, why: (error as Error).message.split('\n')[0] ?? '' }));
  }
}

function help() {
  print(usage);
  return exitCodes.holds;
}
