/** What a scenario has told so far, for a page that comes later: it is told from its beginning, once more. */
import type { ClusterEvent } from '../wire.ts';

export class ScenarioSoFar {
  #told: ClusterEvent[] = [];

  /** Hears everything, and keeps what belongs to the newest scenario. */
  hear(event: ClusterEvent): void {
    if (event.kind === 'playing') this.#told = [event];
    else if (this.#isPlaying() && (event.kind === 'line' || event.kind === 'verdict')) this.#told.push(event);
  }

  get told(): readonly ClusterEvent[] {
    return this.#told;
  }

  #isPlaying(): boolean {
    return this.#told.length > 0 && this.#told.at(-1)?.kind !== 'verdict';
  }
}
