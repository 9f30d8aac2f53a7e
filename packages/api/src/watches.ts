/**
 * Wakes those who wait for a key to change. It reads what was applied in the log itself, so it costs nothing while nobody
 * waits, and asks nothing of a student's state machine. Who is woken looks again, and may find that nothing has changed.
 */
import { entriesAfter, type Index, type Read, type State, type Write } from '@weekend/raft';

type Wanted =
  | Pick<Extract<Read, { kind: 'get' }>, 'kind' | 'key'>
  | Pick<Extract<Read, { kind: 'list' }>, 'kind' | 'prefix'>;

interface Watch {
  wanted: Wanted;
  wake(): void;
}

export class Watches {
  readonly #watches = new Set<Watch>();
  #seen: Index = 0;

  /** Settles when what `wanted` finds may have changed after this call, or when `over` does. */
  change(wanted: Wanted, over: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#watches.delete(watch);
        over.removeEventListener('abort', wake);
        resolve();
      };
      const watch = { wanted, wake };
      this.#watches.add(watch);
      over.addEventListener('abort', wake);
      if (over.aborted) wake();
    });
  }

  onTurns({ log, lastApplied }: State): void {
    if (this.#watches.size > 0)
      for (const { command } of entriesAfter(log, this.#seen, lastApplied - this.#seen))
        if (command.kind === 'write') this.#wake(command.write);
    this.#seen = lastApplied;
  }

  #wake(write: Write): void {
    for (const { wanted, wake } of this.#watches) if (concerns(write, wanted)) wake();
  }
}

function concerns(write: Write, wanted: Wanted): boolean {
  if (write.kind === 'delete-tree')
    return wanted.kind === 'get'
      ? wanted.key.startsWith(write.prefix)
      : wanted.prefix.startsWith(write.prefix) || write.prefix.startsWith(wanted.prefix);
  return wanted.kind === 'get' ? write.key === wanted.key : write.key.startsWith(wanted.prefix);
}
