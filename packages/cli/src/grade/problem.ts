/** What keeps a submission from being graded to its end, as the student is told it. */
import type { Run } from '../sandbox/run.ts';
import type { Limits } from '../sandbox/watch.ts';
import type { Compiled } from './compiles.ts';
import { theirFrames } from './frames.ts';

export interface Problem {
  rule: string;
  /** A sentence, without its full stop. */
  message: string;
  story: readonly string[];
  hint: string;
  /** Whether nothing counts that was proved: then there is nothing to hand in yet. */
  voidsAll: boolean;
}

/** `name` is the submission's file name, `file` its whole path. */
export function problemOf(
  compiled: Compiled,
  run: Run,
  limits: Limits,
  name: string,
  file: string,
): Problem | undefined {
  if (compiled.kind === 'errors') return doesNotCompile(compiled.errors, name);
  const { ending } = run;
  const where = run.proving === undefined ? 'while it loaded' : `in the milestone ${run.proving}`;
  switch (ending.kind) {
    case 'done':
      return undefined;
    case 'refused': {
      const frames = theirFrames(ending.frames, file);
      const at = frames[0] ? `, at ${frames[0]}` : '';
      const hint = 'Nothing can be proved until the file loads and exports what the README of the stage names.';
      return problem('A stage loads', `${name} can not be graded: ${ending.message}${at}`, hint, frames);
    }
    case 'out-of-time': {
      const frames = theirFrames(ending.frames, file);
      const never = frames[0] ? 'never returned' : 'never came to an end';
      const at = frames[0] ? `; it runs in circles at ${frames[0]}` : '';
      return problem(
        'A handler returns',
        `${name} ${never}: ${seconds(limits)} were up ${where}, and a right one needs two${at}`,
        'Look for a loop that waits for something to change: nothing changes until the handler returns.',
        frames,
      );
    }
    case 'out-of-memory':
      return problem(
        'A stage needs little memory',
        `${name} ran out of memory ${where}: it may use ${limits.heapMb} MB, and a right one needs a few`,
        'Look for a loop that adds to a list and does not end.',
      );
    case 'ended':
      return ending.code === unsettled ? neverAnswered(name, where) : endedTheProcess(name, where, ending);
    case 'our-mistake':
      return problem('A stage can be graded', `${name} was not graded to its end: our grader broke`, '');
    case 'tampered':
      return {
        ...problem(
          'A stage stays in its sandbox',
          `${name} does not count: its sandbox has told the judge what no stage can tell (${ending.told})`,
          'A stage is its handlers. What stands around them is not its business.',
        ),
        voidsAll: true,
      };
    case 'called-off':
      return problem('A stage can be graded', `${name} was not graded to its end: the run was called off`, '');
    default:
      return ending satisfies never;
  }
}

/** Node's exit code where all that is left is an `await` that nothing will ever answer. */
const unsettled = 13;

const neverAnswered = (name: string, where: string): Problem =>
  problem(
    'A stage comes to its end',
    `${name} stood still ${where}: it awaits something that never comes`,
    'Look for a promise that nobody settles.',
  );

function endedTheProcess(name: string, where: string, by: { code: number | null; signal: string | null }): Problem {
  const how = by.signal === null ? `exit code ${by.code}` : `signal ${by.signal}`;
  return problem(
    'A stage leaves its process alone',
    `${name} ended the process that graded it (${how}) ${where}`,
    'A handler only returns; whether a node stops is not for the stage to decide.',
  );
}

function doesNotCompile(errors: readonly string[], name: string): Problem {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return {
    rule: 'A stage compiles',
    message: `${name} does not compile: ${first}${more}`,
    story: errors,
    hint: 'Mend the first error first: the others may only follow from it.',
    voidsAll: true,
  };
}

function problem(rule: string, message: string, hint: string, story: readonly string[] = []): Problem {
  return { rule, message, story, hint, voidsAll: false };
}

const seconds = ({ timeMs }: Limits): string => `${timeMs / 1000} seconds`;
