/** `weekend class board`: shows a room how far everybody is, to the mentor alone. */
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { type Board, openBoard } from '@weekend/board/server';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { interruptible } from '../cluster/interrupts.ts';
import { weekend } from '../command-line.ts';
import { print } from '../output.ts';
import { paint, wrapped } from '../paper.ts';
import { root } from '../places.ts';
import { say } from '../words/say.ts';
import { curriculum } from './curriculum.ts';

export interface BoardCommandOptions {
  port: number;
  lan?: boolean;
}

/** Runs until Ctrl-C. What was told is kept, and is there again the next time. */
export async function classBoard({ port, lan = false }: BoardCommandOptions): Promise<ExitCode> {
  const board = await opened(port, lan);
  print(invitation(board, lan));
  return interruptible(say('board-closed'), async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await board.close();
    print(say('board-closed'));
    return exitCodes.holds;
  });
}

async function opened(port: number, lan: boolean): Promise<Board> {
  const folder = join(root, '.weekend', 'board');
  try {
    return await openBoard({ folder, host: lan ? '0.0.0.0' : '127.0.0.1', port, curriculum: curriculum() });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new CannotRun(say('board-port-taken', { port }));
    throw error;
  }
}

function invitation({ port, code, mentorKey }: Board, lan: boolean): string {
  const hosts = lan ? addresses() : ['127.0.0.1'];
  const joins = hosts.map((host) => `    ${weekend()} join ${host}:${port}/${code} --name YOUR-NAME`);
  return [
    paint('bold', say('board-open')),
    '',
    `  ${say('board-students')}`,
    ...joins,
    '',
    `  ${say('board-mentor')}`,
    `    http://127.0.0.1:${port}/?key=${mentorKey}`,
    '',
    ...wrapped(say(lan ? 'board-lan' : 'board-alone'), '  '),
  ].join('\n');
}

/** How others on the local network reach this machine. */
function addresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outside = all.filter(({ family, internal }) => family === 'IPv4' && !internal);
  return outside.length === 0 ? ['127.0.0.1'] : outside.map(({ address }) => address);
}
