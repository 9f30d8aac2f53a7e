/**
 * Has a judge ready before there is anything to judge: a process that has loaded the suite, is fenced in, and waits for the
 * word. So what one waits for after a save is the proof alone.
 */
import type { Grade } from '../../grade/grade.ts';
import { gradeSubmission, type News } from '../../grade/grade-submission.ts';
import type { Go } from '../../sandbox/events.ts';
import type { Stage } from '../../stages.ts';

export interface Verdict {
  grade: Promise<Grade>;
  /** The judge ends, and nobody hears of it any more. */
  callOff(): void;
}

interface Ready extends Verdict {
  go(told: Go): void;
  /** Whoever listens from now on, and what came before. */
  hear: (news: News) => void;
  missed: News[];
  isOver: boolean;
}

export class Judge {
  readonly #stage: Stage;
  readonly #file: string;
  #ready: Ready | undefined;

  /** `file` is the submission. It must be there. */
  constructor(stage: Stage, file: string) {
    this.#stage = stage;
    this.#file = file;
  }

  /** Costs a process, and a quarter of a second of one processor. */
  prepare(): void {
    if (this.#ready && !this.#ready.isOver) return;
    this.#ready = prepared(this.#stage, this.#file);
  }

  /** Judges the file as it is now, with the milestone `first` before all others. */
  judge(first: string | undefined, hear: (news: News) => void): Verdict {
    this.prepare();
    const ready = this.#ready as Ready;
    this.#ready = undefined;
    ready.hear = hear;
    for (const news of ready.missed.splice(0)) hear(news);
    ready.go({ first });
    return ready;
  }

  end(): void {
    this.#ready?.callOff();
    this.#ready = undefined;
  }
}

function prepared(stage: Stage, file: string): Ready {
  const calling = new AbortController();
  const { promise: go, resolve } = Promise.withResolvers<Go>();
  const ready: Ready = {
    missed: [],
    hear: (news) => ready.missed.push(news),
    isOver: false,
    go: resolve,
    callOff: () => calling.abort(),
    grade: gradeSubmission({ stage, file, go, callOff: calling.signal, hear: (news) => ready.hear(news) }),
  };
  const over = () => {
    ready.isOver = true;
  };
  // A judge may die while it waits. Then nobody has heard of it, and another one takes its place.
  ready.grade.then(over, over);
  return ready;
}
