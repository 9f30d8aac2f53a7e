/** What the server and its pages say to each other: plain data, types alone. */

/** One file that can stand at a stage, as the browser loads it. */
export interface Module {
  /** The stage's name: `election`. */
  stage: string;
  who: 'mine' | 'reference' | 'mutant' | 'variant';
  /** `election` for yours and the reference, else the name of the mutant or variant. */
  name: string;
  /** From the root of the repository. */
  file: string;
  /** What the module exports: `logReplication`. */
  exportName: string;
  /** Names the content of the module and of what it imports: the same URL is the same code for ever. */
  url?: string;
  /** Why there is no URL: the file can not be loaded. */
  problem?: CodeProblem;
}

/** What is wrong in a student's file. */
export interface CodeProblem {
  message: string;
  /** From the root of the repository. */
  file: string;
  line: number;
  column: number;
}

/** A stage, as the page of grades shows it before anything is graded. */
export interface StageCard {
  stage: string;
  number: string;
  title: string;
  folder: string;
  /** The student's file, from the root of the repository. */
  stub: string;
  passed: boolean;
  graded: boolean;
  points: { earned: number; possible: number };
  milestones: readonly MilestoneCard[];
  /** Whether its failures can be played in the playground. */
  playable: boolean;
}

export interface MilestoneCard {
  id: string;
  title: string;
  points: number;
  rule: string;
  state: 'passed' | 'failed' | 'not-written' | 'not-graded';
}

/** The hints of a milestone that somebody has asked for so far, here or in the terminal. */
export interface Hints {
  /** In which language they are. */
  language: string;
  hints: readonly string[];
  /** How many there are in all. */
  most: number;
}

/** A grade as it comes. `run` counts the runs of this server, so that a page can tell the newest from one called off. */
export type GradeEvent = { stage: string; run: number } & (
  | { kind: 'began'; why: 'asked' | 'saved' }
  | { kind: 'result'; result: WireResult }
  | { kind: 'errors'; errors: readonly string[] }
  | { kind: 'graded'; grade: WireGrade }
  /** A newer run of the same stage has begun. */
  | { kind: 'called-off' }
  /** Our side could not grade, in a sentence. */
  | { kind: 'could-not'; message: string }
);

/** How the grading of a stage stands. */
export interface GradeStanding {
  /** The newest run; 0 if there was none. */
  run: number;
  running: boolean;
  /** The newest that was finished. */
  grade: WireGrade | null;
}

/** What `weekend grade --json` prints. */
export interface WireGrade {
  stage: string;
  submission: string;
  passed: boolean;
  points: { earned: number; possible: number };
  problem?: string;
  milestones: readonly WireResult[];
  printed?: string;
  note?: string;
  ms: number;
}

export interface WireResult {
  id: string;
  title: string;
  passed: boolean;
  points: number;
  ms: number;
  failure?: WireFailure;
}

export interface WireFailure {
  kind: 'broken' | 'threw' | 'not-written' | 'problem' | 'not-reached';
  rule: string;
  message: string;
  story: readonly string[];
  /** In which language all of this is. */
  language: string;
  replay: string;
  hint: string;
  /** Where the playground shows it, after the server's origin. */
  link?: string;
}

/** The cluster as it is now. */
export interface ClusterView {
  runtime: 'process' | 'docker';
  /** Whether this workbench started it, and ends it. */
  ours: boolean;
  /** Whether its network can be cut from here. */
  cuttable: boolean;
  /** A line a stage: whose file stands there. */
  lineup: readonly string[];
  /** Whether its nodes answer clients. */
  hasClients: boolean;
  nodes: readonly NodeView[];
  /** How its network is cut; empty while it is whole. */
  groups: readonly (readonly string[])[];
  loaded: boolean;
}

export interface NodeView {
  id: string;
  life: 'running' | 'paused' | 'stopped';
  /** Where its own pages are. */
  url: string;
  /** As it last described itself. Nothing if it has not since it was last down. */
  state?: NodeState;
}

export type NodeState = Readonly<Record<string, string | number | boolean | null | readonly number[]>>;

export type ClusterEvent =
  | { kind: 'cluster'; cluster: ClusterView | null }
  /** A node's own word, from its `/events`. */
  | { kind: 'node'; id: string; state: NodeState }
  | { kind: 'load'; sample: LoadSample }
  /** One line of what is being done, or of a scenario's story. */
  | { kind: 'line'; at: number; line: string }
  | { kind: 'playing'; scenario: string }
  | { kind: 'verdict'; scenario: string; passed: boolean; verdict: string };

/** What clients have seen in one stretch of time. */
export interface LoadSample {
  /** Milliseconds since the clients began, at its end. */
  at: number;
  /** Its length in milliseconds. */
  over: number;
  acknowledged: number;
  failed: number;
  /** Of those acknowledged, in milliseconds; null if there was none. */
  p50: number | null;
  p99: number | null;
}

export interface ScenarioCard {
  name: string;
  summary: string;
}

/** What the page of the cluster asks for. Each is confirmed by the page before it comes here, where it kills. */
export type ClusterOrder =
  | { kind: 'up'; nodes: number; runtime: 'process' | 'docker'; lineup: 'mine' | 'reference' }
  | { kind: 'down' }
  | { kind: 'kill' | 'start' | 'pause' | 'resume'; node: string }
  | { kind: 'partition'; groups: readonly (readonly string[])[] }
  | { kind: 'heal' }
  | { kind: 'load'; on: boolean }
  | { kind: 'scenario'; name: string; nodes: number; runtime: 'process' | 'docker'; lineup: 'mine' | 'reference' }
  | { kind: 'stop-scenario' };

/** What is answered to an order, and to whatever went wrong. */
export type Answer = { ok: true; message: string } | { ok: false; message: string };

export interface Chapter {
  /** `01-concurrency`. */
  id: string;
  title: string;
  /** Made by us from Markdown, in which no HTML counts. A piece that can be run stands in a `data-code`. */
  html: string;
  /** For the search. */
  sections: readonly Section[];
}

export interface Section {
  /** Empty for what comes before the first heading. */
  id: string;
  title: string;
  text: string;
}

export interface BookIndex {
  language: string;
  languages: readonly string[];
  chapters: readonly Chapter[];
}
