/** `weekend status`, and `weekend` alone: where you are, and what to do next. */
import { type ExitCode, exitCodes } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { print, printJson } from '../output.ts';
import { paint, withRight, wrapped } from '../paper.ts';
import { shown } from '../places.ts';
import { readProgress, type StageProgress } from '../progress.ts';
import { type Stage, stages, stub } from '../stages.ts';
import { suiteOf } from '../suites.ts';

interface StatusReport {
  stages: StageStatus[];
  /** The stage to work on, its stub and its task; absent when all are done. */
  next?: { stage: string; stub: string; readme: string; command: string };
  note?: string;
}

interface StageStatus {
  stage: string;
  title: string;
  stub: string;
  passed: boolean;
  /** Whether the student's own file was ever graded. */
  graded: boolean;
  points: { earned: number; possible: number };
  milestones: { id: string; title: string; points: number; state: State }[];
}

type State = 'passed' | 'failed' | 'not-written' | 'not-graded';

export function status({ json = false }: { json?: boolean }): ExitCode {
  const { progress, note } = readProgress();
  const report: StatusReport = {
    stages: stages.map((stage) => statusOf(stage, progress.stages[stage.name])),
    ...(note ? { note } : {}),
  };
  const open = stages[placeOfNext(report.stages)];
  if (open) report.next = nextStep(open);
  if (json) printJson(report);
  else print(told(report));
  return exitCodes.holds;
}

/** The first that is begun and not done; else the first that is not done. Who is here for Raft begins in the middle. */
function placeOfNext(all: readonly StageStatus[]): number {
  const begun = all.findIndex(({ passed, points }) => !passed && points.earned > 0);
  return begun >= 0 ? begun : all.findIndex(({ passed }) => !passed);
}

function statusOf(stage: Stage, kept: StageProgress | undefined): StageStatus {
  const milestones = suiteOf(stage.name).milestones.map(({ id, title, points }) => {
    const state: State = kept?.milestones[id] ?? 'not-graded';
    return { id, title, points, state };
  });
  const sum = (of: typeof milestones) => of.reduce((total, { points }) => total + points, 0);
  const points = { earned: sum(milestones.filter(({ state }) => state === 'passed')), possible: sum(milestones) };
  // Counted from the milestones of today: the suite may have grown since the grade.
  const passed = kept?.passed === true && milestones.every(({ state }) => state === 'passed');
  return {
    stage: stage.name,
    title: stage.title,
    stub: shown(stub(stage)),
    passed,
    graded: kept !== undefined,
    points,
    milestones,
  };
}

const nextStep = (stage: Stage) => ({
  stage: stage.name,
  stub: shown(stub(stage)),
  readme: `exercises/${stage.folder}/README.md`,
  command: `${weekend()} grade ${stage.name}`,
});

function told(report: StatusReport): string {
  const beginning = report.stages.every(({ graded }) => !graded);
  const sections = [
    [paint('bold', 'Raft Weekend')],
    ...(beginning
      ? [
          wrapped(
            'You build a replicated key-value store from nothing, one file at a time. Each is graded in a second.',
          ),
        ]
      : [report.stages.flatMap((stage) => stageLines(stage, stage.stage === report.next?.stage))]),
    report.note ? wrapped(report.note, 'Note: ') : [],
    nextLines(report, beginning),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** A line for each, and the milestones of the one in work: all of them would be three screens. */
function stageLines({ stage, title, passed, points, milestones }: StageStatus, inWork: boolean): string[] {
  const number = stages.find(({ name }) => name === stage)?.number ?? '';
  const score = `${points.earned} of ${points.possible} points`;
  const name = `${passed ? paint('green', '✔') : ' '} ${number} · ${title}`;
  if (!inWork) return withRight(name, '', score);
  return [
    ...withRight(paint('bold', name), '', score),
    ...milestones.flatMap((milestone) =>
      withRight(milestone.title, `    ${mark(milestone.state)} `, inWords(milestone.state)),
    ),
  ];
}

function mark(state: State): string {
  switch (state) {
    case 'passed':
      return paint('green', '✔');
    case 'failed':
      return paint('red', '✘');
    case 'not-written':
    case 'not-graded':
      return paint('dim', '·');
    default:
      return state satisfies never;
  }
}

function inWords(state: State): string {
  switch (state) {
    case 'passed':
    case 'failed':
      return '';
    case 'not-written':
      return paint('dim', 'not written yet');
    case 'not-graded':
      return paint('dim', 'not graded yet');
    default:
      return state satisfies never;
  }
}

function nextLines({ next }: StatusReport, beginning: boolean): string[] {
  const cluster = (who: string) => [
    `  ${paint('cyan', `${weekend()} cluster up 5 --lineup election=${who}`)}`,
    `  ${paint('cyan', `${weekend()} cluster scenario leader-down --lineup election=${who}`)}`,
  ];
  if (!next) return ['All that there is so far holds. See your code lead, and kill the leader:', ...cluster('mine')];
  const steps = [
    beginning ? 'Begin here:' : 'Next:',
    `  1  read   ${paint('cyan', next.readme)}`,
    `  2  write  ${paint('cyan', next.stub)}`,
    `  3  run    ${paint('cyan', next.command)}`,
  ];
  if (!beginning) return steps;
  return [
    ...steps,
    '',
    'Here for Raft alone? Begin with exercises/03-election/README.md.',
    '',
    'Or first see a finished cluster, and kill its leader:',
    ...cluster('reference'),
  ];
}
