/**
 * After a grade, the board that this machine has joined is told how far it is. A board that sleeps is told the next time: each
 * report is the whole of it. Nobody waits for long, and no grade is withheld because of a board.
 */
import { BoardRefused, type Report, tell } from '@weekend/board/member';
import { weekend } from '../command-line.ts';
import { type Progress, readProgress } from '../progress.ts';
import { say } from '../words/say.ts';
import { type Kept, keepMembership, keptMembership } from './membership.ts';
import { inOurWords } from './refusals.ts';

/** What to say about it to the student: most often nothing. `stage` is the one that was graded. */
export async function tellBoard(stage: string): Promise<string | undefined> {
  const kept = keptMembership();
  if (!kept) return undefined;
  const { progress } = readProgress();
  const now = Date.now();
  const next = whereabouts(kept, progress, stage, now);
  try {
    keepMembership(next);
    await tell(next.membership, reportOf(next, progress, now), patienceMs);
    if (next.saidThatItIsSilent) keepMembership(heardAgain(next));
    return undefined;
  } catch (error) {
    if (!(error instanceof BoardRefused)) return undefined;
    if (error.reached) return say('board-not-told', { why: inOurWords(error.message), command: `${weekend()} leave` });
    if (next.saidThatItIsSilent) return undefined;
    keepMembership({ ...next, saidThatItIsSilent: true });
    return say('board-silent');
  }
}

const patienceMs = 700;

/** Where the student is after this grade. Who is still on the same milestone is there since then. */
export function whereabouts({ on, ...kept }: Kept, progress: Progress, stage: string, now: number): Kept {
  const number = Math.max(kept.number + 1, now);
  const milestones = Object.entries(progress.stages[stage]?.milestones ?? {});
  const failing = milestones.find(([, state]) => state !== 'passed');
  if (!failing) return { ...kept, number };
  const [milestone] = failing;
  const isSame = on?.stage === stage && on.milestone === milestone;
  return { ...kept, number, on: { stage, milestone, since: isSame ? on.since : now } };
}

/** Ids of milestones, and times: nothing else leaves this machine. */
export function reportOf({ number, on }: Kept, progress: Progress, now: number): Report {
  const passed: Record<string, string[]> = {};
  for (const [stage, { milestones }] of Object.entries(progress.stages))
    passed[stage] = Object.keys(milestones).filter((id) => milestones[id] === 'passed');
  if (!on) return { number, passed };
  const { stage, milestone, since } = on;
  return { number, passed, on: { stage, milestone, forMs: Math.max(0, now - since) } };
}

const heardAgain = ({ saidThatItIsSilent: _, ...kept }: Kept): Kept => kept;
