/** The words that `weekend` understands. Each command is loaded when it is asked for, so that `grade` starts at once. */
import { Command, CommanderError } from 'commander';
import { registerRoom } from './board/command.ts';
import { type ExitCode, exitCodes } from './cannot-run.ts';
import type { CheckOptions } from './commands/check.ts';
import type { GradeOptions } from './commands/grade.ts';
import type { ReplayOptions } from './commands/replay.ts';
import type { WorkbenchOptions } from './commands/workbench.ts';
import { registerLoop } from './loop/command.ts';
import { apology, positiveNumber, wholeNumber } from './usage.ts';
import { heedFlags } from './words/asked.ts';

/** Does what was typed. Whatever went wrong has been said on stderr. */
export async function run(typed: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.holds;
  let words = typed;
  try {
    words = heedFlags(typed);
    const program = await programFor(words, (code) => {
      exitCode = code;
    });
    await program.parseAsync(nothingAsked(words) ? ['status', ...words] : [...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.holds;
    process.stderr.write(`${apology(error, words)}\n`);
    return exitCodes.couldNotRun;
  }
}

/** `weekend` alone is `weekend status`. */
const nothingAsked = (words: readonly string[]): boolean =>
  words.length === 0 || (words.length === 1 && words[0] === '--json');

type End = (code: ExitCode) => void;

/** All commands. Those below `cluster`, `bench` and `class` are there where they are the first of the words. */
export async function programFor(words: readonly string[], end: End): Promise<Command> {
  const program = new Command('weekend')
    .description('Raft Weekend: write a stage, have it graded, run it as a real cluster.')
    .addHelpText('after', '\nEach command also takes --lang en|ja and --plain (no colours, no links).')
    .exitOverride()
    // What Commander would say in several lines is said in one sentence instead, by `apology`.
    .configureOutput({ writeErr: () => {} });

  program
    .command('status')
    .description('where you are, and what to do next')
    .option('--json', 'print one JSON document')
    .action(async (options) => end((await import('./commands/status.ts')).status(options)));

  withSubmission(program.command('grade'))
    .description('the graded tests: of one stage, of several, or of all')
    .argument('[stage...]', 'as election, 03-election or 03')
    .option('--seed <n>', 'where the random runs begin', wholeNumber)
    .option('--seeds <n>', 'how many random runs', positiveNumber)
    .action(async (stages: string[], options: GradeOptions) =>
      end(await (await import('./commands/grade.ts')).grade(stages, options)),
    );

  withSubmission(program.command('replay'))
    .description('one failing run again, as a story')
    .argument('<stage>', 'as election, 03-election or 03')
    .requiredOption('--seed <n>', 'the seed that the failure named', wholeNumber)
    .option('--milestone <id>', 'only this milestone')
    .option('--steps', 'step by step, with what each node knows and what changed')
    .option('--plain', 'all steps at once, without keys')
    .option('--html <file>', 'draw it as a page of its own')
    .option('--blame', 'whose swap for the reference heals it: a stage, and a handler of it')
    .action(async (stage: string, options: ReplayOptions) =>
      end(await (await import('./commands/replay.ts')).replay(stage, options)),
    );

  program
    .command('check')
    .description('whether a recorded history keeps a consistency model')
    .argument('<file>', 'a log of Jepsen, or one record a line as EDN or JSON')
    .option('--model <model>', 'what was read and written: register or kv', 'register')
    .option('--level <level>', 'linearizable, sequential, causal, …', 'linearizable')
    .option('--steps <n>', 'give up after so many', positiveNumber)
    .option('--picture <file>', 'draw it as an SVG file')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: CheckOptions) =>
      end((await import('./commands/check.ts')).check(file, options)),
    );

  registerLoop(program, end);
  await addCluster(program, words, end);
  await addBench(program, words, end);
  await addClass(program, words, end);

  program
    .command('workbench')
    .description('see your own code run, in the browser')
    .option('--port <n>', 'one that is free if left out', positiveNumber)
    .option('--open', 'open the browser')
    .action(async (options: WorkbenchOptions) =>
      end(await (await import('./commands/workbench.ts')).workbench(options)),
    );

  registerRoom(program, end);

  program
    .command('doctor')
    .description('what this machine has and lacks, and what mends it')
    .option('--json', 'print one JSON document')
    .action(async (options) => end(await (await import('./commands/doctor.ts')).doctor(options)));

  return program;
}

function withSubmission(command: Command): Command {
  return command
    .option('--submission <file>', 'a file to take instead of your own')
    .option('--lineup <lineup>', 'STAGE=mine|reference|FILE, with commas between')
    .option('--json', 'print one JSON document');
}

/** The cluster brings many words and heavy libraries of its own, which nobody else waits for. */
async function addCluster(program: Command, words: readonly string[], end: End): Promise<void> {
  if (words[0] === 'cluster') {
    const { registerCluster } = await import('./cluster/command.ts');
    registerCluster(program, end);
  } else
    program.command('cluster').description('a real cluster: up, status, logs, kill, pause, resume, scenario, down');
}

/** For mentors, with archives and reports of its own. */
async function addClass(program: Command, words: readonly string[], end: End): Promise<void> {
  if (words[0] === 'class') {
    const { registerClass } = await import('./class/command.ts');
    registerClass(program, end);
  } else program.command('class').description('a mentor’s side: grade what a class has handed in');
}

async function addBench(program: Command, words: readonly string[], end: End): Promise<void> {
  if (words[0] === 'bench') {
    const { registerBench } = await import('./bench/command.ts');
    registerBench(program, end);
  } else program.command('bench').description('how fast a cluster is on this machine, beside etcd');
}
