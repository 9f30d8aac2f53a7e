/** Looks at a running cluster from outside: asks each node for its status, and sees what the nodes agree on. */
import type { Status } from '@weekend/process';
import type { Fleet, Life } from './fleet.ts';

export interface Sighting {
  id: string;
  life: Life;
  /** Where its pages are. */
  url: string;
  /** Nothing if the node stands still, is gone, or has not answered in time. */
  view?: View;
}

/** What a node says of itself. */
export interface View {
  role: string;
  term: number;
  leader: string | null;
  lastIndex: number;
  commitIndex: number;
  /** How many of its peers it can send to. */
  connected: number;
}

export interface Reign {
  leader: string;
  term: number;
}

/** How long a node may take to answer, in milliseconds. */
const patience = 1000;

export async function look(fleet: Fleet): Promise<Sighting[]> {
  const lives = await fleet.lives();
  return Promise.all(
    fleet.plan.nodes.map(async ({ id, http }): Promise<Sighting> => {
      const life = lives[id] ?? 'stopped';
      const url = `http://127.0.0.1:${http}`;
      const view = life === 'running' ? await viewOf(id, url) : undefined;
      return { id, life, url, ...(view && { view }) };
    }),
  );
}

/** Nothing too if somebody else answers there. */
export async function viewOf(id: string, url: string): Promise<View | undefined> {
  try {
    const answer = await fetch(`${url}/status`, { signal: AbortSignal.timeout(patience) });
    const status = (await answer.json()) as Status;
    if (status.id !== id) return undefined;
    const connected = Object.values(status.peers).filter((peer) => peer.connected).length;
    return { ...(status.state as unknown as Omit<View, 'connected'>), connected };
  } catch {
    // Not up yet, no longer up, or busy: each is an answer of its own to somebody who looks.
    return undefined;
  }
}

/** The leader that every running node names, in the same term. A paused node has no say: it cannot be asked. */
export function agreedReign(sightings: readonly Sighting[]): Reign | undefined {
  const running = sightings.filter(({ life }) => life === 'running');
  const leading = running.find(({ view }) => view?.role === 'leader');
  if (!leading?.view) return undefined;
  const { term } = leading.view;
  const agreed = running.every(({ view }) => view?.term === term && view.leader === leading.id);
  return agreed ? { leader: leading.id, term } : undefined;
}
