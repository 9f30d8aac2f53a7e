/** What a cluster is to be, and the folder that remembers it: `.weekend/cluster/NAME/cluster.json`. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lineup } from '../lineup.ts';
import { root } from '../places.ts';

export type Runtime = 'process' | 'docker';

export interface Plan {
  name: string;
  runtime: Runtime;
  nodes: readonly PlannedNode[];
  /** For each stage, the absolute path of its file. */
  lineup: Lineup;
  /** What all its nodes prove to each other. */
  key: string;
  /** The process that will end the cluster by itself, if one does: a scenario. */
  owner?: number;
}

export interface PlannedNode {
  id: string;
  /** The ports on loopback of its status page and, for processes, of its talk with the other nodes. */
  http: number;
  raft: number;
}

/** The one that `weekend cluster up` starts. */
export const usualName = 'default';

const homes = join(root, '.weekend', 'cluster');

export const homeOf = (name: string): string => join(homes, name);

/** First come the ports of the status pages, then as many for the nodes' talk. */
export const plannedNodes = (count: number, basePort: number): PlannedNode[] =>
  Array.from({ length: count }, (_, i) => ({ id: `n${i + 1}`, http: basePort + i, raft: basePort + count + i }));

export const newKey = (): string => randomBytes(32).toString('hex');

export function readPlan(name: string): Plan | undefined {
  const file = fileOf(name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Remembers the plan, before anything is made of it. False if there is a cluster of that name already. */
export function claimName(plan: Plan): boolean {
  mkdirSync(homeOf(plan.name), { recursive: true, mode: 0o700 });
  try {
    // The key in it is for its owner's eyes.
    writeFileSync(fileOf(plan.name), `${JSON.stringify(plan, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

export function forgetPlan(name: string): void {
  rmSync(homeOf(name), { recursive: true, force: true });
}

/** All clusters of this repository, the scenarios' too. */
export function allPlans(): Plan[] {
  if (!existsSync(homes)) return [];
  return readdirSync(homes).flatMap((name) => readPlan(name) ?? []);
}

const fileOf = (name: string): string => join(homeOf(name), 'cluster.json');
