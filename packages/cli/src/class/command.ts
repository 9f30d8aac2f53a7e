/** `weekend class`: a mentor's side. */
import type { Command } from 'commander';
import type { BoardCommandOptions } from '../board/open.ts';
import type { ExitCode } from '../cannot-run.ts';
import { positiveNumber, wholeNumber } from '../usage.ts';
import { say } from '../words/say.ts';
import { type ClassGradeOptions, classGrade } from './class-grade.ts';

export function registerClass(program: Command, end: (code: ExitCode) => void): void {
  const group = program.command('class').description(say('help-class'));
  group
    .command('grade')
    .description(say('help-class-grade'))
    .argument('<dir>', say('arg-submissions'))
    .option('--stage <stage...>', say('opt-only-stages'))
    .option('--out <dir>', say('opt-out'))
    .option('--json', say('opt-json'))
    .option('--csv <file>', say('opt-csv'))
    .option('--html <file>', say('opt-report'))
    .option('--no-docker', say('opt-no-docker'))
    .option('--swarm', say('opt-swarm'))
    .option('--jobs <n>', say('opt-jobs'), positiveNumber)
    .option('--seed <n>', say('opt-class-seed'), wholeNumber)
    .action(async (dir: string, options: ClassGradeOptions) => end(await classGrade(dir, options)));

  group
    .command('board')
    .description(say('help-class-board'))
    .option('--port <n>', say('opt-board-port'), wholeNumber, 4870)
    .option('--lan', say('opt-lan'))
    .action(async (options: BoardCommandOptions) => end(await (await import('../board/open.ts')).classBoard(options)));
}
