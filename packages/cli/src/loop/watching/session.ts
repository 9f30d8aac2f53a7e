/** The course of a `watch`: which stage, which judge, which round; and what is kept of each. */
import { readFileSync } from 'node:fs';
import { tellBoard } from '../../board/tell-board.ts';
import { CannotRun } from '../../cannot-run.ts';
import type { Grade } from '../../grade/grade.ts';
import type { News } from '../../grade/grade-submission.ts';
import { isSameFile } from '../../places.ts';
import { readProgress } from '../../progress.ts';
import type { Stage } from '../../stages.ts';
import { desk } from '../desk.ts';
import { keepGrade } from '../keep-grade.ts';
import { Judge, type Verdict } from './judge.ts';
import { finish, firstFailure, learn, newRound, type Round, type Trouble } from './round.ts';

/** Who shows the rounds to the student. */
export interface Show {
  begun(round: Round): void;
  heard(round: Round, news: News): void;
  ended(round: Round): void;
  toggleAll(): void;
  /** `step` answers which of the hints of a milestone comes next. */
  hint(step: (milestone: string) => number): void;
  close(): void;
}

export class Session {
  readonly #show: Show;
  readonly #fileOf: (stage: Stage) => string;
  #judge: { stage: Stage; judge: Judge } | undefined;
  /** The round of which something is still to come. */
  #round: Round | undefined;
  #verdict: Verdict | undefined;
  /** By the stage's name: the milestone that failed last, which is proved first. */
  readonly #failing = new Map<string, string>();
  #stage: Stage | undefined;
  #passed = false;

  constructor(show: Show, fileOf: (stage: Stage) => string) {
    this.#show = show;
    this.#fileOf = fileOf;
  }

  get passed(): boolean {
    return this.#passed;
  }

  get stage(): Stage {
    if (!this.#stage) throw new Error('Cannot name the stage of a session that has not run; run it first');
    return this.#stage;
  }

  /** Judges the stage's file as it is now. A round that is under way is called off: its text is old. */
  run(stage: Stage): void {
    this.#callOff();
    const round = this.#newRound(stage);
    let text: string;
    try {
      text = readFileSync(round.file, 'utf8');
    } catch {
      this.#trouble(round, { kind: 'gone' });
      return;
    }
    const judge = this.#judgeOf(stage);
    this.#round = round;
    this.#verdict = judge.judge(this.#failing.get(stage.name) ?? failedBefore(stage), (news) => {
      if (this.#round !== round) return;
      learn(round, news);
      // The next judge gets ready while this one is at work on what nobody waits for any more.
      if (news.kind === 'result') judge.prepare();
      this.#show.heard(round, news);
    });
    this.#verdict.grade.then(
      (grade) => this.#over(round, grade, text),
      (error: unknown) => this.#broke(round, error),
    );
  }

  gone(stage: Stage): void {
    this.#callOff();
    this.#trouble(this.#newRound(stage), { kind: 'gone' });
  }

  end(): void {
    this.#callOff();
    this.#judge?.judge.end();
  }

  #callOff(): void {
    this.#round = undefined;
    this.#verdict?.callOff();
  }

  #newRound(stage: Stage): Round {
    const before = this.#stage;
    this.#stage = stage;
    if (before?.name !== stage.name) this.#passed = false;
    const round = newRound(stage, this.#fileOf(stage));
    this.#show.begun(round);
    return round;
  }

  #judgeOf(stage: Stage): Judge {
    if (this.#judge?.stage.name === stage.name) return this.#judge.judge;
    this.#judge?.judge.end();
    const judge = new Judge(stage, this.#fileOf(stage));
    this.#judge = { stage, judge };
    return judge;
  }

  #over(round: Round, grade: Grade, text: string): void {
    if (this.#round !== round) return;
    finish(round, grade);
    const failed = firstFailure(round);
    if (failed) this.#failing.set(round.stage.name, failed.id);
    else this.#failing.delete(round.stage.name);
    this.#passed = grade.passed;
    if (isSameFile(round.file, desk.mine(round.stage))) {
      keepGrade(grade, text);
      // Nobody waits for the board, and what it says is for who grades by hand.
      void tellBoard(grade.stage);
    }
    this.#judge?.judge.prepare();
    this.#show.ended(round);
  }

  /** No grade, and nobody who wrote the submission is to blame. */
  #broke(round: Round, error: unknown): void {
    if (this.#round !== round) return;
    const told = error instanceof Error ? error.message : String(error);
    this.#trouble(round, error instanceof CannotRun ? { kind: 'grader', told } : { kind: 'machine', told });
  }

  #trouble(round: Round, trouble: Trouble): void {
    round.trouble = trouble;
    this.#show.ended(round);
  }
}

/** Before this session: what the last grade said. */
function failedBefore({ name }: Stage): string | undefined {
  const milestones = Object.entries(readProgress().progress.stages[name]?.milestones ?? {});
  return milestones.find(([, state]) => state !== 'passed')?.[0];
}
