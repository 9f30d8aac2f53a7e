/** `weekend status`, and `weekend` alone: where you are, and what to do next, on one screen. */
import { join } from 'node:path';
import { type ExitCode, exitCodes } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { desk } from '../loop/desk.ts';
import { link } from '../loop/link.ts';
import { firstOpen, inWork, type MilestoneStanding, type Standing, standings } from '../loop/standing.ts';
import { textOf } from '../loop/whole-file.ts';
import { print, printJson } from '../output.ts';
import { length, paint, width, withRight, wrapped } from '../paper.ts';
import { root, shown } from '../places.ts';
import { findStage, type Stage, stub } from '../stages.ts';
import { taskOf } from '../task.ts';
import { milestoneWords } from '../words/milestones.ts';
import { say } from '../words/say.ts';
import { stageTitle } from '../words/stage-title.ts';

interface StatusReport {
  stages: object[];
  /** The stage to work on, its stub and its task; absent when all are done. */
  next?: Next;
  note?: string;
}

interface Next {
  stage: string;
  stub: string;
  /** Where the first part is that is still to be written. */
  line?: number;
  readme: string;
  command: string;
  milestone?: { id: string; title: string; rule: string };
}

export function status({ json = false }: { json?: boolean }): ExitCode {
  const { all, note } = standings();
  const open = inWork(all);
  if (json) {
    const report: StatusReport = { stages: all.map(document), ...(note ? { note } : {}) };
    if (open) report.next = nextOf(open);
    printJson(report);
  } else print(told(all, open, note));
  return exitCodes.holds;
}

const document = ({ stage, passed, graded, caughtUp, points, milestones }: Standing): object => ({
  stage: stage.name,
  title: stage.title,
  stub: shown(stub(stage)),
  passed,
  graded,
  ...(caughtUp ? { lineup: 'reference' } : {}),
  points,
  milestones: milestones.map(({ id, title, points: worth, state }) => ({ id, title, points: worth, state })),
});

function nextOf(standing: Standing): Next {
  const { stage } = standing;
  const milestone = firstOpen(standing);
  const line = firstUnwritten(stage);
  return {
    stage: stage.name,
    stub: shown(stub(stage)),
    ...(line === undefined ? {} : { line }),
    readme: taskOf(stage),
    command: `${weekend()} watch ${stage.name}`,
    ...(milestone ? { milestone: { id: milestone.id, title: milestone.title, rule: milestone.rule } } : {}),
  };
}

/** The line of the first `notWritten(…)`, from 1. */
function firstUnwritten(stage: Stage): number | undefined {
  const lines = (textOf(desk.mine(stage)) ?? '').split('\n');
  const at = lines.findIndex((line) => line.includes('notWritten(') && !/^\s*(\*|\/)/.test(line));
  return at < 0 ? undefined : at + 1;
}

export function told(all: readonly Standing[], open: Standing | undefined, note: string | undefined): string {
  const beginning = all.every(({ graded, caughtUp }) => !graded && !caughtUp);
  const sections = [
    beginning ? [paint('bold', say('title')), ...wrapped(say('welcome'))] : heading(all),
    all.flatMap((standing) => stageLine(standing, standing === open)),
    note ? wrapped(note, `${say('note')}  `) : [],
    open ? nextLines(open, beginning) : doneLines(),
    beginning ? beginningLines() : [],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function heading(all: readonly Standing[]): string[] {
  const sum = (of: (standing: Standing) => number) => all.reduce((total, each) => total + of(each), 0);
  const score = say('points', {
    earned: sum((each) => each.points.earned),
    possible: sum((each) => each.points.possible),
  });
  return withRight(paint('bold', say('title')), '', score);
}

const barWidth = 20;

/** A line for each. */
function stageLine({ stage, passed, caughtUp, graded, points }: Standing, inHand: boolean): string[] {
  const mark = passed ? paint('green', '✔') : inHand ? paint('cyan', '▸') : ' ';
  const title = `${stage.number} · ${stageTitle(stage)}`;
  const name = inHand ? paint('bold', title) : title;
  const padded = `  ${mark} ${name}${' '.repeat(Math.max(1, 38 - length(title)))}`;
  if (caughtUp && !passed) return [`${padded}${paint('yellow', say('whose-reference'))}`];
  if (!graded) return [`${padded}${paint('dim', '·'.repeat(barWidth))}`];
  const full = Math.round((barWidth * points.earned) / points.possible);
  const bar = paint('green', '━'.repeat(full)) + paint('dim', '·'.repeat(barWidth - full));
  return [`${padded}${bar}  ${String(points.earned).padStart(3)}`];
}

/** At the beginning there is more below it, and all has to fit a window of 24 lines. */
function nextLines(standing: Standing, beginning: boolean): string[] {
  const { stage } = standing;
  const next = nextOf(standing);
  const place = next.line === undefined ? next.stub : `${next.stub}:${next.line}`;
  const rows: [string, string][] = [
    [say('label-read'), link(paint('cyan', next.readme), join(root, next.readme))],
    [say('label-write'), link(paint('cyan', place), stub(stage), next.line)],
  ];
  const labels = rows.map(([label, value]) => `  ${label}${' '.repeat(Math.max(1, 10 - length(label)))}${value}`);
  const milestone = firstOpen(standing);
  const gap = beginning ? [] : [''];
  return [
    paint('bold', `${say('next')} ${stage.number} · ${stageTitle(stage)}`),
    ...labels,
    ...(milestone ? milestoneLines(stage, milestone, !beginning) : []),
    ...gap,
    ...commands([
      [`watch ${stage.name}`, say('about-watch')],
      [`hint ${stage.name}`, say('about-hint')],
      [`grade ${stage.name}`, say('about-grade')],
    ]),
    ...gap,
    ...wrapped(say('watch-keys-are')).map((line) => paint('dim', line)),
  ];
}

function milestoneLines(stage: Stage, milestone: MilestoneStanding, withRule: boolean): string[] {
  const { title, rule } = milestoneWords(stage.name, milestone.id, milestone);
  const label = say(milestone.state === 'failed' ? 'label-fails' : 'label-first');
  const first = `  ${label}${' '.repeat(Math.max(1, 10 - length(label)))}`;
  return [
    ...wrapped(title, milestone.state === 'failed' ? `${first}${paint('red', '✘')} ` : first),
    ...(withRule ? wrapped(rule, ' '.repeat(length(first))).map((line) => paint('dim', line)) : []),
  ];
}

function doneLines(): string[] {
  return [
    say('all-done'),
    ...commands([
      ['cluster up 5', say('about-cluster-up')],
      ['cluster scenario leader-down', say('about-leader-down')],
    ]),
  ];
}

function beginningLines(): string[] {
  return [
    ...wrapped(say('raft-alone', { task: taskOf(findStage('election', 'begin')) })),
    say('see-first'),
    `  ${paint('cyan', `${weekend()} cluster scenario leader-down --lineup election=reference`)}`,
  ];
}

function commands(rows: readonly (readonly [words: string, about: string])[]): string[] {
  const all = rows.map(([words, about]) => ({ command: `${weekend()} ${words}`, about }));
  const wide = Math.max(...all.map(({ command }) => command.length));
  return all.flatMap(({ command, about }) => {
    const first = `  ${paint('cyan', command)}${' '.repeat(wide - command.length)}  `;
    return wrapped(about, first, width);
  });
}
