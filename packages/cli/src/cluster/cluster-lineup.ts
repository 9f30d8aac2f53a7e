/**
 * The lineup of a cluster: whose files its nodes run. A student's stage that is still to be written steps aside, so that
 * Saturday's election runs as a cluster before there is a log: see packages/raft/src/absent.ts for what stands there then.
 */
import { readFileSync } from 'node:fs';
import { CannotRun } from '../cannot-run.ts';
import { type Lineup, lineupFrom, type Otherwise } from '../lineup.ts';
import { shown } from '../places.ts';
import { findStage, reference, runsInANode, type Stage, stages, stub } from '../stages.ts';
import { type PlainKey, say } from '../words/say.ts';

/** For each stage that a node runs, the absolute path of its file. */
export function clusterLineup(text: string | undefined, otherwise: Otherwise, attempt: string): Lineup {
  const files = lineupFrom(text, otherwise, attempt);
  const named = (text ?? '').split(',').flatMap((part) => nameIn(part, attempt));
  const stepsAside = (stage: Stage) =>
    !named.includes(stage.name) && files[stage.name] === stub(stage) && isUnwritten(stub(stage));
  const lineup: Lineup = {};
  for (const stage of stages.filter(runsInANode)) {
    const file = files[stage.name] as string;
    if (stage.name === 'election' || !stepsAside(stage)) lineup[stage.name] = file;
    // Whatever else is there, something has to save.
    else if (stage.name === 'log-store') lineup[stage.name] = reference(stage);
  }
  return withoutLooseEnds(lineup, named, attempt);
}

/** Whether nodes with this lineup answer clients. */
export const hasClients = (lineup: Lineup): boolean => lineup['kv-store'] !== undefined;

/** A line for each stage: whose file stands there, or what does instead. */
export function lineupLines(lineup: Lineup): string[] {
  const names = stages.filter(runsInANode).map(({ name }) => name);
  const width = Math.max(...names.map((name) => name.length));
  return names.map((name) => `${name.padEnd(width)}  ${lineup[name] ? shown(lineup[name]) : insteadOf(name)}`);
}

/** Whether something in this file is still to be written, as a stub says it. A comment says nothing. */
export function isUnwritten(file: string): boolean {
  const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return code.includes('notWritten(');
}

const instead: Record<string, PlainKey> = {
  'log-replication': 'lineup-no-log',
  'kv-store': 'lineup-no-clients',
};

function insteadOf(name: string): string {
  const key = instead[name];
  return key === undefined ? '' : say(key);
}

const nameIn = (part: string, attempt: string): string[] =>
  part.includes('=') ? [findStage((part.split('=')[0] as string).trim(), attempt).name] : [];

/** A store without a log could promise nothing. */
function withoutLooseEnds(lineup: Lineup, named: readonly string[], attempt: string): Lineup {
  if (lineup['log-replication'] || !lineup['kv-store']) return lineup;
  if (named.includes('kv-store')) throw new CannotRun(say('cluster-on-loose-end', { attempt }));
  const { 'kv-store': _, ...rest } = lineup;
  return rest;
}
