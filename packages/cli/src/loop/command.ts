/** The words of the weekend's loop: `watch`, `hint`, `diff`, `reset`, `catch-up`, `undo`. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import type { CatchUpOptions } from '../commands/catch-up.ts';
import type { DiffOptions } from '../commands/diff.ts';
import type { HintOptions } from '../commands/hint.ts';
import type { UndoOptions } from '../commands/undo.ts';
import type { WatchOptions } from '../commands/watch.ts';

const asStage = 'as election, 03-election or 03';
const json = ['--json', 'print one JSON document'] as const;

/** `end` hears the exit code of what was done. Each command is loaded when it is asked for. */
export function registerLoop(program: Command, end: (code: ExitCode) => void): void {
  program
    .command('watch')
    .description('grades the stage in work each time that it is saved')
    .argument('[stage]', `${asStage}; without it, the one in work`)
    .option('--submission <file>', 'a file to take instead of your own')
    .action(async (stage: string | undefined, options: WatchOptions) =>
      end(await (await import('../commands/watch.ts')).watch(stage, options)),
    );

  program
    .command('hint')
    .description('a thought that helps; asked again, where to look and what to compare')
    .argument('[stage]', `${asStage}; without it, the one in work`)
    .argument('[milestone]', 'without it, the first that does not hold')
    .option('--all', 'all three at once')
    .option(...json)
    .action(async (stage: string | undefined, milestone: string | undefined, options: HintOptions) =>
      end((await import('../commands/hint.ts')).hint(stage, milestone, options)),
    );

  program
    .command('diff')
    .description('what you have changed, or what the reference does otherwise')
    .argument('<stage>', asStage)
    .option('--against <side>', 'stub, pass (your best so far) or reference', 'stub')
    .option(...json)
    .action(async (stage: string, options: DiffOptions) =>
      end((await import('../commands/diff.ts')).diff(stage, options)),
    );

  program
    .command('reset')
    .description('the stub as it was on the first day; undo brings yours back')
    .argument('<stage>', asStage)
    .option(...json)
    .action(async (stage: string, options: { json?: boolean }) =>
      end((await import('../commands/reset.ts')).reset(stage, options)),
    );

  program
    .command('catch-up')
    .description('the reference stands in for these stages, and you go on')
    .argument('<stage...>', asStage)
    .option('--mine', 'back to your own')
    .option(...json)
    .action(async (stages: string[], options: CatchUpOptions) =>
      end((await import('../commands/catch-up.ts')).catchUp(stages, options)),
    );

  program
    .command('undo')
    .description('takes back the last reset or catch-up, and the one before when asked again')
    .option('--list', 'only show what could be taken back')
    .option(...json)
    .action(async (options: UndoOptions) => end((await import('../commands/undo.ts')).undo(options)));
}
