/** What a command line says of a cluster, checked: how many nodes, from which port, in what, and which of them. */
import { CannotRun } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { didYouMean } from '../nearest.ts';
import type { Plan, Runtime } from './plan.ts';

const most = 253;

/** `least` is more than one where the cluster has to outlive something. */
export function nodeCount(text: string | undefined, least: number, attempt: string): number {
  const wanted = `wanted a whole number from ${least} to ${most}`;
  if (text === undefined)
    throw new CannotRun(
      `Cannot ${attempt}: the number of nodes is missing; ${wanted}, as in "${weekend()} cluster up 5"`,
    );
  const count = wholeNumber(text);
  if (count >= least && count <= most) return count;
  throw new CannotRun(`Cannot ${attempt}: the number of nodes is "${text}"; ${wanted}`);
}

/** What follows a flag that wants a number. */
export function numberFrom(flag: string, text: string, least: number, most: number, attempt: string): number {
  const number = wholeNumber(text);
  if (number >= least && number <= most) return number;
  throw new CannotRun(`Cannot ${attempt}: ${flag} is "${text}"; wanted a whole number from ${least} to ${most}`);
}

/** The first of a row of `count` ports. */
export function firstPort(text: string, count: number, attempt: string): number {
  const highest = 65_536 - count;
  const port = wholeNumber(text);
  if (port >= 1 && port <= highest) return port;
  throw new CannotRun(
    `Cannot ${attempt}: --base-port is "${text}"; wanted a whole number from 1 to ${highest}, for ${count} ports in a row`,
  );
}

export function runtimeFrom(text: string, attempt: string): Runtime {
  if (text === 'process' || text === 'docker') return text;
  throw new CannotRun(
    `Cannot ${attempt}: --runtime is "${text}"${didYouMean(text, ['process', 'docker'])}; wanted process or docker`,
  );
}

/** `n3` in a cluster that has one. */
export function nodeFrom(text: string, { nodes }: Plan, attempt: string): string {
  if (nodes.some(({ id }) => id === text)) return text;
  const all = nodes.length === 1 ? 'n1' : `n1 to n${nodes.length}`;
  throw new CannotRun(`Cannot ${attempt}: there is no node "${text}" in this cluster; wanted ${all}`);
}

const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);
