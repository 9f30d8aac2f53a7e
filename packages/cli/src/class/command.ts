/** `weekend class`: a mentor's side. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { BoardCommandOptions } from '../board/open.ts';
import type { ExitCode } from '../cannot-run.ts';
import { positiveNumber, wholeNumber } from '../usage.ts';
import { type ClassGradeOptions, classGrade } from './class-grade.ts';

export function registerClass(program: Command, end: (code: ExitCode) => void): void {
  const group = program.command('class').description('a mentor’s side: grade what a class has handed in');
  group
    .command('grade')
    .description('grade the submissions in a folder, a folder or an archive for each student')
    .argument('<dir>', 'the folder of the submissions')
    .option('--stage <stage...>', 'only these stages, as election, 03-election or 03')
    .option('--out <dir>', 'where copies, results and reports go; DIR-graded if left out')
    .option('--json', 'print one JSON document')
    .option('--csv <file>', 'where the table goes as CSV')
    .option('--html <file>', 'where the report goes')
    .option('--no-docker', 'child processes instead of containers: for code that you trust')
    .option('--swarm', 'as jobs of a Docker Swarm')
    .option('--jobs <n>', 'how many at once', positiveNumber, availableParallelism())
    .option('--seed <n>', 'where the random runs begin, instead of a seed that is drawn', wholeNumber)
    .action(async (dir: string, options: ClassGradeOptions) => end(await classGrade(dir, options)));

  group
    .command('board')
    .description('who is on which milestone, for how long: a page for you alone, fed by who has joined')
    .option('--port <n>', 'where to listen', wholeNumber, 4870)
    .option('--lan', 'let the local network in, not this machine alone')
    .action(async (options: BoardCommandOptions) => end(await (await import('../board/open.ts')).classBoard(options)));
}
