/** What a judge has told so far of one submission, and how it ended if it has. */
import { performance } from 'node:perf_hooks';
import type { Dice } from '@weekend/grading';
import type { Listed } from '../sandbox/events.ts';
import type { Ending, Run } from '../sandbox/run.ts';
import type { Told } from './judge/events.ts';

export class Record {
  milestones: readonly Listed[] = [];
  readonly proofs: Run['proofs'][number][] = [];
  proving: string | undefined;
  ending: Ending | undefined;
  /** The sandbox ended before the judge. */
  gone = false;
  /** When the sandbox was last heard of, and what it had computed by then. */
  heard = performance.now();
  begun = false;
  onHeard = (): void => {};
  onSuite = (): unknown => undefined;
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  take(told: Told): void {
    this.heard = performance.now();
    this.onHeard();
    switch (told.kind) {
      case 'suite':
        this.milestones = told.milestones;
        this.onSuite();
        return;
      case 'ready':
        this.begun = true;
        return;
      case 'tick':
        return;
      case 'refused':
        this.ending ??= { kind: 'refused', message: told.message, frames: told.frames };
        return;
      case 'proving':
        this.proving = told.id;
        return;
      case 'proved':
        this.proofs.push({ id: told.id, outcome: told.outcome, ms: told.ms });
        this.proving = undefined;
        return;
      case 'gone':
        this.gone = true;
        return;
      case 'tampered':
        this.ending ??= { kind: 'tampered', told: told.told };
        return;
      case 'our-mistake':
        this.ending ??= { kind: 'our-mistake', told: told.told };
        return;
      case 'done':
        this.ending ??= { kind: 'done' };
        return;
      default:
        told satisfies never;
    }
  }

  run(printed: string): Run {
    const { milestones, proofs, proving } = this;
    return { milestones, dice: this.#dice, proofs, proving, ending: this.ending as Ending, printed };
  }
}
