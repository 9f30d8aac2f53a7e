/** Grades under way: one a stage at a time, and the newest wins. */
import { type Hands, isRefusal } from '../hands.ts';
import type { GradeEvent, GradeStanding, WireGrade } from '../wire.ts';
import { wordsOf } from '../words.ts';

type Untagged<Event> = Event extends unknown ? Omit<Event, 'stage' | 'run'> : never;

export class Grades {
  readonly #hands: Pick<Hands, 'grade' | 'language'>;
  readonly #tell: (event: GradeEvent) => void;
  readonly #underWay = new Map<string, AbortController>();
  readonly #last = new Map<string, WireGrade>();
  readonly #newest = new Map<string, number>();
  #runs = 0;

  constructor(hands: Pick<Hands, 'grade' | 'language'>, tell: (event: GradeEvent) => void) {
    this.#hands = hands;
    this.#tell = tell;
  }

  /** Calls off what runs for this stage, and begins anew. Comes back when it is over; everything is told as it comes. */
  async start(stage: string, why: 'asked' | 'saved'): Promise<void> {
    this.#underWay.get(stage)?.abort();
    const own = new AbortController();
    this.#underWay.set(stage, own);
    const run = ++this.#runs;
    this.#newest.set(stage, run);
    const tell = (event: Untagged<GradeEvent>) => this.#tell({ stage, run, ...event } as GradeEvent);
    tell({ kind: 'began', why });
    try {
      const grade = await this.#hands.grade(stage, (step) => !own.signal.aborted && tell(step), own.signal);
      if (own.signal.aborted) return tell({ kind: 'called-off' });
      this.#last.set(stage, grade);
      tell({ kind: 'graded', grade });
    } catch (error) {
      if (own.signal.aborted) tell({ kind: 'called-off' });
      else
        tell({
          kind: 'could-not',
          message: isRefusal(error) ? error.message : wordsOf(this.#hands.language()).graderBroke(String(error)),
        });
    } finally {
      if (this.#underWay.get(stage) === own) this.#underWay.delete(stage);
    }
  }

  /** For a page that was not there to hear it. */
  standing(stage: string): GradeStanding {
    const running = this.#underWay.has(stage);
    return { run: this.#newest.get(stage) ?? 0, running, grade: this.#last.get(stage) ?? null };
  }

  close(): void {
    for (const each of this.#underWay.values()) each.abort();
  }
}
