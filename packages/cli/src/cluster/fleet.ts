/** A cluster that runs, whatever it runs in: what one can do to its nodes. Made of processes or of containers. */
import type { Plan } from './plan.ts';

/** `paused`: it is there and stands still, as after SIGSTOP. */
export type Life = 'running' | 'paused' | 'stopped';

/** Throws `CannotRun` where something is asked of a node that it cannot do now, like resuming one that runs. */
export interface Fleet {
  readonly plan: Plan;

  /** Starts all nodes and waits until each has answered or ended. `say` hears what takes a while. */
  up(say: (line: string) => void, signal: AbortSignal): Promise<void>;

  /** How each node is, by its id. */
  lives(): Promise<Record<string, Life>>;

  /** Ends a node at once, as a power cut would: SIGKILL. What it had not saved is gone. */
  kill(id: string): Promise<void>;

  /** Asks a node to end, and waits until it has: SIGTERM. */
  stop(id: string): Promise<void>;

  /** Starts a stopped node again, with what it had saved. Waits until it has answered or ended. */
  start(id: string): Promise<void>;

  pause(id: string): Promise<void>;
  resume(id: string): Promise<void>;

  /** Cuts the nodes' network: they hear only those of their own group. Whoever is in no group stays with the rest. */
  partition(groups: readonly (readonly string[])[]): Promise<void>;

  /** One network for all again. */
  heal(): Promise<void>;

  /** Writes what a node has printed so far; with a signal, also what follows until that. */
  logs(id: string, write: (text: string) => void, until?: AbortSignal): Promise<void>;

  /** Ends all nodes and removes all that belongs to the cluster, also what a failed `up` left. May be repeated. */
  down(): Promise<void>;
}
