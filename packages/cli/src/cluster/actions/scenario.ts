/** `weekend cluster scenario NAME`: a story played on real nodes, told line by line, and its verdict. */
import { CannotRun, type ExitCode, exitCodes } from '../../cannot-run.ts';
import { print, printJson } from '../../output.ts';
import { length, paint, wrapped } from '../../paper.ts';
import { didYouMean } from '../../words/did-you-mean.ts';
import { say } from '../../words/say.ts';
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
  const attempt = say('do-play', { scenario: chosen.name });
  const runtime = runtimeFrom(options.runtime, attempt);
  // With fewer than three, nobody is left who could lead.
  const nodes = nodeCount(options.nodes, 3, attempt);
  const lineup = clusterLineup(options.lineup, 'mine', attempt);

  const story: { at: number; line: string }[] = [];
  const tell = (line: string, at: number) => {
    story.push({ at: Math.round(at), line });
    if (!options.json) print(wrapped(line, `${paint('dim', `${(at / 1000).toFixed(2)} s`.padStart(9))}  `).join('\n'));
  };
  if (!options.json)
    print(
      [
        say('scenario-on', { scenario: paint('bold', chosen.name), count: nodes }),
        ...lineupLines(lineup).map((line) => `  ${line}`),
        '',
      ].join('\n'),
    );

  return interruptible(say('scenario-interrupted', { scenario: chosen.name }), async (signal) => {
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
  const wanted = say('or', { some: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
  throw new CannotRun(say('scenario-none', { name, meant: didYouMean(name, names), names: wanted }));
}

function told({ name }: Scenario, { passed, verdict, sightings, counts }: Played): string {
  const mark = passed
    ? paint('green', say('scenario-holds', { scenario: name }))
    : paint('red', say('scenario-fell-short', { scenario: name }));
  return ['', ...table(sightings), ...(counts ? served(counts) : []), '', ...wrapped(`${mark} ${verdict}`)].join('\n');
}

function served({ acknowledged, refused, unknown, longestMs }: Counts): string[] {
  const rows: [label: string, value: string][] = [
    [
      say('requests-acknowledged'),
      say('requests-slowest', { count: acknowledged, seconds: (longestMs / 1000).toFixed(2) }),
    ],
    [say('requests-refused'), String(refused)],
    [say('requests-unknown'), say('requests-unknown-are', { count: unknown })],
  ];
  const wide = Math.max(...rows.map(([label]) => length(label)));
  const lines = rows.map(([label, value]) => `  ${label}${' '.repeat(wide - length(label))}  ${value}`);
  return ['', paint('dim', `  ${say('requests')}`), ...lines];
}
