/** The words of the weekend's loop: `watch`, `hint`, `diff`, `reset`, `catch-up`, `undo`. */
import type { Command } from 'commander';
import type { ExitCode } from '../cannot-run.ts';
import type { CatchUpOptions } from '../commands/catch-up.ts';
import type { DiffOptions } from '../commands/diff.ts';
import type { HintOptions } from '../commands/hint.ts';
import type { UndoOptions } from '../commands/undo.ts';
import type { WatchOptions } from '../commands/watch.ts';
import { say } from '../words/say.ts';

/** `end` hears the exit code of what was done. Each command is loaded when it is asked for. */
export function registerLoop(program: Command, end: (code: ExitCode) => void): void {
  program
    .command('watch')
    .description(say('help-watch'))
    .argument('[stage]', say('arg-stage-in-work'))
    .option('--submission <file>', say('opt-submission'))
    .action(async (stage: string | undefined, options: WatchOptions) =>
      end(await (await import('../commands/watch.ts')).watch(stage, options)),
    );

  program
    .command('hint')
    .description(say('help-hint'))
    .argument('[stage]', say('arg-stage-in-work'))
    .argument('[milestone]', say('arg-milestone'))
    .option('--all', say('opt-all-hints'))
    .option('--json', say('opt-json'))
    .action(async (stage: string | undefined, milestone: string | undefined, options: HintOptions) =>
      end((await import('../commands/hint.ts')).hint(stage, milestone, options)),
    );

  program
    .command('diff')
    .description(say('help-diff'))
    .argument('<stage>', say('arg-stage'))
    .option('--against <side>', say('opt-against'), 'stub')
    .option('--json', say('opt-json'))
    .action(async (stage: string, options: DiffOptions) =>
      end((await import('../commands/diff.ts')).diff(stage, options)),
    );

  program
    .command('reset')
    .description(say('help-reset'))
    .argument('<stage>', say('arg-stage'))
    .option('--json', say('opt-json'))
    .action(async (stage: string, options: { json?: boolean }) =>
      end((await import('../commands/reset.ts')).reset(stage, options)),
    );

  program
    .command('catch-up')
    .description(say('help-catch-up'))
    .argument('<stage...>', say('arg-stage'))
    .option('--mine', say('opt-mine'))
    .option('--json', say('opt-json'))
    .action(async (stages: string[], options: CatchUpOptions) =>
      end((await import('../commands/catch-up.ts')).catchUp(stages, options)),
    );

  program
    .command('undo')
    .description(say('help-undo'))
    .option('--list', say('opt-undo-list'))
    .option('--json', say('opt-json'))
    .action(async (options: UndoOptions) => end((await import('../commands/undo.ts')).undo(options)));
}
