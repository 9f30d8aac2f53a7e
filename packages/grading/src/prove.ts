/**
 * Runs one milestone on a stage and says, in one of four ways, how it went. Whoever reports to the student starts here. What
 * is thrown here is never the stage's: it is a mistake of ours.
 */
import { BrokenContract, exportOf } from '@weekend/protocol';
import { longestStory, mostLines, shortStory } from './short-story.ts';
import type { Bench, Broken, Dice, Milestone, Suite, Told } from './suite.ts';
import { isNotWritten, StageThrew } from './thrown.ts';

export type Outcome =
  | { kind: 'passed' }
  /** The stage's own words: `not written yet: …`. */
  | { kind: 'not-written'; message: string }
  | { kind: 'broken'; broken: Broken }
  /** The stage's code threw. `frames` are the lines of its stack that are not ours, the innermost first. */
  | ({ kind: 'threw'; message: string; frames: readonly string[] } & Told);

/** A suite that is `async` needs a bench. */
export async function proveMilestone<Stage>(
  milestone: Milestone<Stage>,
  stage: Stage,
  dice: Dice,
  bench: Bench = noBench,
): Promise<Outcome> {
  try {
    const broken = await milestone.prove(stage, dice, bench);
    return broken ? { kind: 'broken', broken: ending(broken, broken.rule ?? milestone.rule) } : { kind: 'passed' };
  } catch (error) {
    return fromThrown(error);
  }
}

/** What there is to tell of it: nothing, where it went well. */
export function storyOf(outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'passed':
    case 'not-written':
      return [];
    case 'broken':
      return outcome.broken.story;
    case 'threw':
      return outcome.story;
    default:
      return outcome satisfies never;
  }
}

/** A story ends at the rule that it breaks. */
const ending = (broken: Broken, rule: string): Broken =>
  broken.story.length === 0 ? broken : { ...broken, story: [...shortStory(broken.story, mostLines), `✘ ${rule}`] };

const noBench: Bench = { submission: '', fences: [], failures: () => [] };

/** What keeps a submission from being proved at all, as a sentence; nothing if it has what the suite calls. */
export function unusable<Stage>(suite: Suite<Stage>, stage: unknown): string | undefined {
  if (typeof stage !== 'object' || stage === null)
    return `Cannot grade ${suite.stage}: the file exports no object named "${exportOf(suite.stage)}"; wanted one with ${list(suite.handlers)}`;
  const handlers = stage as Record<string, unknown>;
  const missing = suite.handlers.filter((handler) => typeof handlers[handler] !== 'function');
  if (missing.length === 0) return undefined;
  return `Cannot grade ${suite.stage}: its export "${exportOf(suite.stage)}" has no function ${list(missing)}; wanted ${list(suite.handlers)}`;
}

function fromThrown(thrown: unknown): Outcome {
  if (!(thrown instanceof StageThrew)) throw thrown;
  const { cause } = thrown;
  if (isNotWritten(cause)) return { kind: 'not-written', message: cause.message };
  const told = { ...thrown.told, story: shortStory(thrown.told.story, longestStory) };
  if (cause instanceof BrokenContract)
    return { kind: 'broken', broken: { rule: 'The contract of a protocol', message: cause.message, ...told } };
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return { kind: 'threw', message: `your code threw ${message}`, frames: theirFrames(cause), ...told };
}

const ours =
  /[\\/]packages[\\/](concurrency|explorer|grading|protocol|raft|shrinker|simulator|transcript)[\\/]src[\\/]|\bnode:/;

function theirFrames(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const lines = stack.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ') && !ours.test(line));
}

const list = (names: readonly string[]): string => names.join(', ');
