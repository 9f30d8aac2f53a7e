/** The words of the room: `join`, `leave` and `unlock` for students, `kit` for the mentor. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import type { KitOptions } from '../kit/command.ts';
import { say } from '../words/say.ts';

type End = (code: ExitCode) => void;

export function registerRoom(program: Command, end: End): void {
  program
    .command('join')
    .description(say('help-join'))
    .argument('<invitation>', say('arg-invitation'))
    .requiredOption('--name <name>', say('opt-name'))
    .action(async (invitation: string, options: { name: string }) =>
      end(await (await import('./join.ts')).joinBoard(invitation, options)),
    );

  program
    .command('leave')
    .description(say('help-leave'))
    .action(async () => end((await import('./join.ts')).leaveBoard()));

  program
    .command('unlock')
    .description(say('help-unlock'))
    .argument('<stage>', say('arg-stage'))
    .argument('<key>', say('arg-key'))
    .action(async (stage: string, key: string) => end((await import('../sealed/unlock.ts')).unlock(stage, key)));

  program
    .command('kit')
    .description(say('help-kit'))
    .argument('<dir>', say('arg-new-folder'))
    .option('--platforms <list>', say('opt-platforms'))
    .option('--json', say('opt-json'))
    .action(async (folder: string, options: KitOptions) =>
      end(await (await import('../kit/command.ts')).kit(folder, options)),
    );
}
