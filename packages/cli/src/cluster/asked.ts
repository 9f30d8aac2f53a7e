/** What a command line says of a cluster, checked: how many nodes, from which port, in what, and which of them. */
import { CannotRun } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { didYouMean } from '../words/did-you-mean.ts';
import { say } from '../words/say.ts';
import type { Plan, Runtime } from './plan.ts';

const most = 253;

/** `least` is more than one where the cluster has to outlive something. */
export function nodeCount(text: string | undefined, least: number, attempt: string): number {
  if (text === undefined)
    throw new CannotRun(say('cluster-no-count', { attempt, least, most, command: `${weekend()} cluster up 5` }));
  const count = wholeNumber(text);
  if (count >= least && count <= most) return count;
  throw new CannotRun(say('cluster-count', { attempt, text, least, most }));
}

/** What follows a flag that wants a number. */
export function numberFrom(flag: string, text: string, least: number, most: number, attempt: string): number {
  const number = wholeNumber(text);
  if (number >= least && number <= most) return number;
  throw new CannotRun(say('cluster-number', { attempt, flag, text, least, most }));
}

/** The first of a row of `count` ports. */
export function firstPort(text: string, count: number, attempt: string): number {
  const highest = 65_536 - count;
  const port = wholeNumber(text);
  if (port >= 1 && port <= highest) return port;
  throw new CannotRun(say('cluster-base-port', { attempt, text, most: highest, count }));
}

export function runtimeFrom(text: string, attempt: string): Runtime {
  if (text === 'process' || text === 'docker') return text;
  throw new CannotRun(say('cluster-runtime', { attempt, text, meant: didYouMean(text, ['process', 'docker']) }));
}

/** `n3` in a cluster that has one. */
export function nodeFrom(text: string, { nodes }: Plan, attempt: string): string {
  if (nodes.some(({ id }) => id === text)) return text;
  const all = nodes.length === 1 ? 'n1' : say('cluster-n1-to', { last: `n${nodes.length}` });
  throw new CannotRun(say('cluster-no-node', { attempt, text, nodes: all }));
}

const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);
