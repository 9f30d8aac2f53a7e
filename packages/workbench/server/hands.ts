/** What the server asks of the command that starts it: it knows no grader and no cluster itself. */
import type { Language } from './language.ts';
import type {
  ClusterOrder,
  ClusterView,
  Hints,
  LoadSample,
  ScenarioCard,
  StageCard,
  WireGrade,
  WireResult,
} from './wire.ts';

export interface Hands {
  /** In which language everything here is told; nothing if nobody has said so to the command. */
  language(): Language | undefined;
  /** From now on it is told in this one. */
  speak(language: Language): Promise<void>;
  /** What the checks of a stage say in English, as it is told. */
  told(stage: string, sentence: string): string;
  stages(): StageCard[];
  /** Grades the student's own file. Rejects with the reason of `signal` where that ends it. */
  grade(stage: string, hear: (event: GradeStep) => void, signal: AbortSignal): Promise<WireGrade>;
  /** One hint more than before; nothing if there is no such milestone. */
  hint(stage: string, milestone: string): Hints | undefined;
  /** A failing run again, to be played; nothing if there is no such stage, milestone or failure. */
  story(question: StoryQuestion): Promise<object | undefined>;
  cluster: ClusterHand;
}

/** What is known before the grade is finished: a milestone's result, or what the compiler says. */
export type GradeStep = { kind: 'result'; result: WireResult } | { kind: 'errors'; errors: readonly string[] };

export interface StoryQuestion {
  stage: string;
  milestone: string;
  seed: number;
}

export interface ClusterHand {
  look(): Promise<ClusterView | undefined>;
  scenarios(): readonly ScenarioCard[];
  /** Whether a Docker engine answers here. */
  docker(): Promise<boolean>;
  /** Does what was asked and answers with a sentence. Throws with one where it can't. */
  obey(order: ClusterOrder, hear: ClusterEars): Promise<string>;
  /** The last of what a node has printed. */
  log(node: string): Promise<string>;
  /** Ends what was started from here. */
  close(): Promise<void>;
}

export interface ClusterEars {
  line(line: string, at: number): void;
  playing(scenario: string): void;
  verdict(scenario: string, passed: boolean, verdict: string): void;
  load(sample: LoadSample): void;
}

/** Thrown by a hand: the sentence is for the student. */
export interface Refusal extends Error {
  name: 'CannotRun';
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'CannotRun';
