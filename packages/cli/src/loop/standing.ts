/** Where the student stands: for each stage what is passed, and which of them is in work. */
import { statSync } from 'node:fs';
import { type Progress, readProgress, type StageProgress } from '../progress.ts';
import { type Stage, stages } from '../stages.ts';
import { suiteOf } from '../suites.ts';
import { caughtUp } from './caught-up.ts';
import { type Desk, desk } from './desk.ts';
import { textOf } from './whole-file.ts';

export interface Standing {
  stage: Stage;
  passed: boolean;
  /** Whether the student's own file was ever graded. */
  graded: boolean;
  /** Whether the reference stands in. */
  caughtUp: boolean;
  points: { earned: number; possible: number };
  milestones: MilestoneStanding[];
}

export interface MilestoneStanding {
  id: string;
  title: string;
  rule: string;
  hint: string;
  points: number;
  state: State;
}

type State = 'passed' | 'failed' | 'not-written' | 'not-graded';

/** `note`: what became of a progress file that could not be read. */
export function standings(at: Desk = desk): { all: Standing[]; note?: string } {
  const { progress, note } = readProgress();
  const withReference = caughtUp(at);
  const all = stages.map((stage) => standingOf(stage, progress, withReference.includes(stage.name)));
  return { all, ...(note === undefined ? {} : { note }) };
}

/** The unfinished one that was saved last; else the first that is begun; else the first. Nothing if all are done. */
export function inWork(all: readonly Standing[], at: Desk = desk): Standing | undefined {
  const open = all.filter(({ passed, caughtUp: skipped }) => !passed && !skipped);
  const edited = open
    .map((standing) => ({ standing, at: editedAt(at, standing.stage) }))
    .filter((each) => each.at !== undefined)
    .sort((a, b) => (b.at as number) - (a.at as number));
  return edited[0]?.standing ?? open.find(({ points }) => points.earned > 0) ?? open[0];
}

/** The first that does not hold: the one to work at. */
export const firstOpen = ({ milestones }: Standing): MilestoneStanding | undefined =>
  milestones.find(({ state }) => state !== 'passed');

function standingOf(stage: Stage, progress: Progress, withReference: boolean): Standing {
  const kept: StageProgress | undefined = progress.stages[stage.name];
  const milestones = suiteOf(stage.name).milestones.map(({ id, title, rule, hint, points }) => {
    const state: State = kept?.milestones[id] ?? 'not-graded';
    return { id, title, rule, hint, points, state };
  });
  const sum = (of: typeof milestones) => of.reduce((total, { points }) => total + points, 0);
  return {
    stage,
    milestones,
    points: { earned: sum(milestones.filter(({ state }) => state === 'passed')), possible: sum(milestones) },
    // Counted from the milestones of today: the suite may have grown since the grade.
    passed: kept?.passed === true && milestones.every(({ state }) => state === 'passed'),
    graded: kept !== undefined,
    caughtUp: withReference,
  };
}

/** When the student's file was last saved, in milliseconds. Nothing if it is as it was on the first day. */
function editedAt(at: Desk, stage: Stage): number | undefined {
  const file = at.mine(stage);
  const text = textOf(file);
  if (text === undefined || text === at.fresh(stage)) return undefined;
  return statSync(file).mtimeMs;
}
