/** Reads an order from a page. Whatever it is not sure of, it refuses: what follows an order may be a SIGKILL. */
import type { ClusterOrder } from './wire.ts';

/** Nothing if this is no order. */
export function orderFrom(value: unknown): ClusterOrder | undefined {
  if (!isRecord(value) || typeof value.kind !== 'string') return undefined;
  const { kind } = value;
  switch (kind) {
    case 'down':
    case 'heal':
    case 'stop-scenario':
      return { kind };
    case 'kill':
    case 'start':
    case 'pause':
    case 'resume':
      return isNode(value.node) ? { kind, node: value.node } : undefined;
    case 'load':
      return typeof value.on === 'boolean' ? { kind, on: value.on } : undefined;
    case 'partition':
      return isGroups(value.groups) ? { kind, groups: value.groups } : undefined;
    case 'up': {
      const wishes = wishesFrom(value, 1);
      return wishes && { kind, ...wishes };
    }
    case 'scenario': {
      const wishes = wishesFrom(value, 3);
      return wishes && typeof value.name === 'string' && /^[a-z-]{1,40}$/.test(value.name)
        ? { kind, name: value.name, ...wishes }
        : undefined;
    }
  }
  return undefined;
}

/** More than this many nodes nobody can look at in a page. */
const most = 25;

interface Wishes {
  nodes: number;
  runtime: 'process' | 'docker';
  lineup: 'mine' | 'reference';
}

function wishesFrom({ nodes, runtime, lineup }: Record<string, unknown>, least: number): Wishes | undefined {
  const isCount = typeof nodes === 'number' && Number.isInteger(nodes) && nodes >= least && nodes <= most;
  const isRuntime = runtime === 'process' || runtime === 'docker';
  const isLineup = lineup === 'mine' || lineup === 'reference';
  return isCount && isRuntime && isLineup ? { nodes, runtime, lineup } : undefined;
}

const isNode = (value: unknown): value is string => typeof value === 'string' && /^n\d{1,3}$/.test(value);

function isGroups(value: unknown): value is string[][] {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) return false;
  const all = value.flat();
  return value.every((group) => Array.isArray(group) && group.every(isNode)) && new Set(all).size === all.length;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
