/** A lineup: whose file stands at each stage. `--lineup election=mine` or `=reference` or `=path/to/file.ts`. */

import { CannotRun } from './cannot-run.ts';
import { caughtUp } from './loop/caught-up.ts';
import { desk } from './loop/desk.ts';
import { findStage, reference, type Stage, stages, stub } from './stages.ts';
import { submissionFile } from './submission-file.ts';
import { say } from './words/say.ts';

/** For each stage, by its name, the absolute path of the file that stands there. */
export type Lineup = Record<string, string>;

/** Who stands where the lineup says nothing. */
export type Otherwise = 'mine' | 'reference';

/**
 * `text` is what follows `--lineup`, nothing if the flag was not given. Where it leaves `mine`, the reference stands in for
 * the stages at which the student has caught up. Checks that every file is there.
 */
export function lineupFrom(text: string | undefined, otherwise: Otherwise, attempt: string): Lineup {
  const chosen = text === undefined ? {} : chosenFrom(text, attempt);
  const standIns = otherwise === 'mine' ? caughtUp(desk) : [];
  const files: Lineup = {};
  for (const stage of stages) {
    const whose = standIns.includes(stage.name) ? 'reference' : otherwise;
    files[stage.name] = submissionFile(chosen[stage.name] ?? fileOf(stage, whose), attempt);
  }
  return files;
}

/** What follows a command that works on one submission: the file by its name, or by a lineup. */
export interface Chosen {
  submission?: string;
  lineup?: string;
}

/** The file to work on: the student's own where nothing else is named. */
export function chosenFile(stage: Stage, { submission, lineup }: Chosen, attempt: string): string {
  const fromLineup = lineup === undefined ? undefined : chosenFrom(lineup, attempt)[stage.name];
  if (submission !== undefined && fromLineup !== undefined)
    throw new CannotRun(say('lineup-and-submission', { attempt, stage: stage.name }));
  return submissionFile(submission ?? fromLineup ?? stub(stage), attempt);
}

/** Which stages stand in the random runs of another one. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'log-replication': ['election'],
  'kv-store': ['election', 'log-replication'],
};

/** The files that a lineup puts beside the stage, by the names of their stages: only those that it runs with. */
export function neighboursOf(stage: Stage, { lineup }: Chosen, attempt: string): Lineup {
  const chosen = lineup === undefined ? {} : chosenFrom(lineup, attempt);
  const named = (besides[stage.name] ?? []).flatMap((name) => {
    const file = chosen[name];
    return file === undefined ? [] : [[name, submissionFile(file, attempt)] as const];
  });
  return Object.fromEntries(named);
}

function chosenFrom(text: string, attempt: string): Lineup {
  const chosen: Lineup = {};
  for (const part of text.split(',')) {
    const equals = part.indexOf('=');
    const whose = part.slice(equals + 1).trim();
    if (equals < 1 || whose === '') throw new CannotRun(say('lineup-part', { attempt, part }));
    const stage = findStage(part.slice(0, equals).trim(), attempt);
    if (chosen[stage.name]) throw new CannotRun(say('lineup-twice', { attempt, stage: stage.name }));
    chosen[stage.name] = whose === 'mine' || whose === 'reference' ? fileOf(stage, whose) : whose;
  }
  return chosen;
}

const fileOf = (stage: Stage, whose: Otherwise): string => (whose === 'mine' ? stub(stage) : reference(stage));
