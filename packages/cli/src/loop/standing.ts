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

/**
 * What was saved last says where the student is. If it is unfinished, it is in work. If it is done, the first one behind it that
 * is not comes next, for nobody goes back to what he has left out before he comes to the end. Nothing if all are done.
 */
export function inWork(all: readonly Standing[], at: Desk = desk): Standing | undefined {
  const saved = savedOnes(all, at);
  const last = saved[0] ?? all.findLast((standing) => !isOpen(standing));
  if (last && isOpen(last)) return last;
  const behind = last && all.slice(all.indexOf(last) + 1).find(isOpen);
  const open = all.filter(isOpen);
  return behind ?? saved.find(isOpen) ?? open.find(({ points }) => points.earned > 0) ?? open[0];
}

/** Where the reference stands in, there is nothing to do. */
const isOpen = ({ passed, caughtUp: skipped }: Standing): boolean => !passed && !skipped;

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

/** Those whose file the student has changed, the one that was saved last first. */
const savedOnes = (all: readonly Standing[], at: Desk): Standing[] =>
  all
    .map((standing) => ({ standing, at: editedAt(at, standing.stage) ?? 0 }))
    .filter((each) => each.at > 0)
    .sort((a, b) => b.at - a.at)
    .map(({ standing }) => standing);

/** When the student's file was last saved, in milliseconds. Nothing if it is as it was on the first day. */
function editedAt(at: Desk, stage: Stage): number | undefined {
  const file = at.mine(stage);
  const text = textOf(file);
  if (text === undefined || text === at.fresh(stage)) return undefined;
  return statSync(file).mtimeMs;
}
