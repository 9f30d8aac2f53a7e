/** `weekend join` and `weekend leave`: nobody is on a board who did not ask for it. */
import { BoardRefused, join, longestName, parsedInvitation } from '@weekend/board/member';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { weekend } from '../command-line.ts';
import { print } from '../output.ts';
import { wrapped } from '../paper.ts';
import { stages } from '../stages.ts';
import { say } from '../words/say.ts';
import { forgetMembership, keepMembership, keptMembership } from './membership.ts';
import { inOurWords } from './refusals.ts';
import { tellBoard } from './tell-board.ts';

export async function joinBoard(text: string, { name }: { name: string }): Promise<ExitCode> {
  const invitation = parsedInvitation(text);
  if (!invitation) throw new CannotRun(say('join-no-invitation', { text }));
  const { url, code } = invitation;
  const before = keptMembership();
  try {
    const membership = await join(url, code, name, before?.membership.keys);
    keepMembership({ number: 0, ...before, membership });
  } catch (error) {
    if (!(error instanceof BoardRefused)) throw error;
    throw new CannotRun(
      say('join-refused', { host: new URL(url).host, name, why: inOurWords(error.message), longest: longestName }),
    );
  }
  await tellBoard(before?.on?.stage ?? (stages[0]?.name as string));
  print(wrapped(say('board-joined', { name, command: `${weekend()} leave` })).join('\n'));
  return exitCodes.holds;
}

export function leaveBoard(): ExitCode {
  const was = keptMembership() !== undefined;
  forgetMembership();
  print(say(was ? 'board-left' : 'board-none'));
  return exitCodes.holds;
}
