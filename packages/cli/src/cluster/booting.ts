/** Waits for nodes that were just started: until each has answered once, or has ended, which is an answer too. */
import { CannotRun } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { say } from '../words/say.ts';
import type { Fleet } from './fleet.ts';
import { viewOf } from './observe.ts';
import type { PlannedNode } from './plan.ts';
import { until } from './until.ts';

/** Milliseconds for one node, and for each further one: they boot on the same few cores. */
const patience = { first: 30_000, further: 1_000 };

/** A node that could not even start leaves this as its last line; see the exit codes of packages/process. */
const couldNotStart = /^Cannot .*/m;

export async function ready(fleet: Fleet, nodes: readonly PlannedNode[], signal: AbortSignal): Promise<void> {
  const awaited = new Map(nodes.map((node) => [node.id, node]));
  const within = patience.first + nodes.length * patience.further;
  const all = await until(() => bootedAll(fleet, awaited), { within, every: 50, signal });
  if (all) return;
  const [late] = awaited.keys();
  const node = String(late);
  throw new CannotRun(
    say('cluster-late', { node, seconds: within / 1000, command: `${weekend()} cluster logs ${node}` }),
  );
}

/** Strikes from the list who has answered or ended. */
async function bootedAll(fleet: Fleet, awaited: Map<string, PlannedNode>): Promise<true | undefined> {
  const lives = await fleet.lives();
  await Promise.all(
    [...awaited.values()].map(async ({ id, http }) => {
      if (lives[id] === 'stopped') await refuseIfNotStarted(fleet, id);
      else if (!(await viewOf(id, `http://127.0.0.1:${http}`))) return;
      awaited.delete(id);
    }),
  );
  return awaited.size === 0 || undefined;
}

/** One that ran and then ended is the business of whoever watches; one that never ran means that nothing was started. */
async function refuseIfNotStarted(fleet: Fleet, id: string): Promise<void> {
  const words = await lastWords(fleet, id);
  const reason = couldNotStart.exec(words)?.[0];
  if (reason) throw new CannotRun(say('cluster-ended-at-once', { node: id, reason }));
}

/** What a node printed last: from its last line with a date on, which is where a crash is told. */
export async function lastWords(fleet: Fleet, id: string): Promise<string> {
  let text = '';
  await fleet.logs(id, (more) => {
    text += more;
  });
  const lines = text.trimEnd().split('\n');
  const lastDated = lines.findLastIndex((line) => /^\d{4}-\d\d-\d\dT/.test(line));
  return lines.slice(lastDated + 1).join('\n');
}
