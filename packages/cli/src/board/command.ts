/** The words of the room: `join`, `leave` and `unlock` for students, `kit` for the mentor. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import type { KitOptions } from '../kit/command.ts';

type End = (code: ExitCode) => void;

export function registerRoom(program: Command, end: End): void {
  program
    .command('join')
    .description("let your mentor's board see which milestones hold")
    .argument('<invitation>', 'the address and the code that your mentor shows')
    .requiredOption('--name <name>', 'how you want to be called there')
    .action(async (invitation: string, options: { name: string }) =>
      end(await (await import('./join.ts')).joinBoard(invitation, options)),
    );

  program
    .command('leave')
    .description('tell the board nothing more')
    .action(async () => end((await import('./join.ts')).leaveBoard()));

  program
    .command('unlock')
    .description('open the sealed reference of a stage in a kit')
    .argument('<stage>', 'as election, 03-election or 03')
    .argument('<key>', 'from your mentor')
    .action(async (stage: string, key: string) => end((await import('../sealed/unlock.ts')).unlock(stage, key)));

  program
    .command('kit')
    .description('what students get, for machines without a network: a folder and an archive')
    .argument('<dir>', 'a folder that is not there yet')
    .option('--platforms <list>', 'linux-x64, linux-arm64, darwin-x64, darwin-arm64, win32-x64; all if left out')
    .option('--json', 'print one JSON document')
    .action(async (folder: string, options: KitOptions) =>
      end(await (await import('../kit/command.ts')).kit(folder, options)),
    );
}
