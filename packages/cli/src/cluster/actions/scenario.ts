/** `weekend cluster scenario NAME`: a story played on real nodes, told line by line, and its verdict. */
import { CannotRun, type ExitCode, exitCodes } from '../../cannot-run.ts';
import { didYouMean } from '../../nearest.ts';
import { print, printJson } from '../../output.ts';
import { paint, wrapped } from '../../paper.ts';
import { nodeCount, runtimeFrom } from '../asked.ts';
import type { Counts } from '../clients/recorder.ts';
import { clusterLineup, lineupLines } from '../cluster-lineup.ts';
import { interruptible } from '../interrupts.ts';
import { scenarios } from '../scenarios/all.ts';
import { type Played, play } from '../scenarios/run.ts';
import type { Scenario } from '../scenarios/stage.ts';
import { table } from '../table.ts';

export interface ScenarioOptions {
  runtime: string;
  nodes: string;
  lineup?: string;
  json?: boolean;
}

export async function scenario(name: string, options: ScenarioOptions): Promise<ExitCode> {
  const chosen = scenarioNamed(name);
  const attempt = `play ${chosen.name}`;
  const runtime = runtimeFrom(options.runtime, attempt);
  // With fewer than three, nobody is left who could lead.
  const nodes = nodeCount(options.nodes, 3, attempt);
  const lineup = clusterLineup(options.lineup, 'mine', attempt);

  const story: { at: number; line: string }[] = [];
  const tell = (line: string, at: number) => {
    story.push({ at: Math.round(at), line });
    if (!options.json) print(`${paint('dim', `${(at / 1000).toFixed(2)} s`.padStart(9))}  ${line}`);
  };
  if (!options.json)
    print(
      [`${paint('bold', chosen.name)} on ${nodes} nodes`, ...lineupLines(lineup).map((line) => `  ${line}`), ''].join(
        '\n',
      ),
    );

  return interruptible(`${chosen.name} was interrupted; nothing of it is left running.`, async (signal) => {
    const played = await play(chosen, { runtime, nodes, lineup, signal, tell });
    const { sightings, verdict, passed, facts, counts } = played;
    if (options.json)
      printJson({
        scenario: chosen.name,
        runtime,
        lineup,
        passed,
        verdict,
        ...facts,
        ...(counts && { clients: counts }),
        story,
        nodes: sightings,
      });
    else print(told(chosen, played));
    return passed ? exitCodes.holds : exitCodes.fellShort;
  });
}

function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((each) => each.name === name);
  if (found) return found;
  const names = scenarios.map((each) => each.name);
  throw new CannotRun(
    `Cannot play a scenario: there is none called "${name}"${didYouMean(name, names)}; wanted ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`,
  );
}

function told({ name }: Scenario, { passed, verdict, sightings, counts }: Played): string {
  const mark = passed ? paint('green', `✔ ${name} holds:`) : paint('red', `✘ ${name} fell short:`);
  return ['', ...table(sightings), ...(counts ? served(counts) : []), '', ...wrapped(`${mark} ${verdict}`)].join('\n');
}

const served = ({ acknowledged, refused, unknown, longestMs }: Counts): string[] => [
  '',
  paint('dim', '  requests of clients'),
  `  acknowledged  ${acknowledged}, the slowest after ${(longestMs / 1000).toFixed(2)} s`,
  `  not done      ${refused}`,
  `  unknown       ${unknown}, as when a leader dies with the answer`,
];
