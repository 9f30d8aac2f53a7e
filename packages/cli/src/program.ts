/** The words that `weekend` understands. Each command is loaded when it is asked for, so that `grade` starts at once. */
import { Command, CommanderError } from 'commander';
import { registerRoom } from './board/command.ts';
import { type ExitCode, exitCodes } from './cannot-run.ts';
import type { CheckOptions } from './commands/check.ts';
import type { GradeOptions } from './commands/grade.ts';
import type { ReplayOptions } from './commands/replay.ts';
import type { WorkbenchOptions } from './commands/workbench.ts';
import { withHelp } from './help.ts';
import { registerLoop } from './loop/command.ts';
import { apology, positiveNumber, wholeNumber } from './usage.ts';
import { heedFlags } from './words/asked.ts';
import { speak } from './words/language.ts';
import { say } from './words/say.ts';

/** Does what was typed. Whatever went wrong has been said on stderr. */
export async function run(typed: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.holds;
  let words = typed;
  try {
    words = heedFlags(typed);
    // What machines read is the same for everybody.
    if (words.includes('--json')) speak('en');
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
  const program = withHelp(new Command('weekend'))
    .description(say('help-weekend'))
    .addHelpText('after', `\n${say('help-everywhere')}`)
    .exitOverride()
    // What Commander would say in several lines is said in one sentence instead, by `apology`.
    .configureOutput({ writeErr: () => {} });

  program
    .command('status')
    .description(say('help-status'))
    .option('--json', say('opt-json'))
    .action(async (options) => end((await import('./commands/status.ts')).status(options)));

  withSubmission(program.command('grade'))
    .description(say('help-grade'))
    .argument('[stage...]', say('arg-stage'))
    .option('--seed <n>', say('opt-seed'), wholeNumber)
    .option('--seeds <n>', say('opt-seeds'), positiveNumber)
    .action(async (stages: string[], options: GradeOptions) =>
      end(await (await import('./commands/grade.ts')).grade(stages, options)),
    );

  withSubmission(program.command('replay'))
    .description(say('help-replay'))
    .argument('<stage>', say('arg-stage'))
    .requiredOption('--seed <n>', say('opt-failed-seed'), wholeNumber)
    .option('--milestone <id>', say('opt-milestone'))
    .option('--steps', say('opt-steps'))
    .option('--plain', say('opt-plain-steps'))
    .option('--html <file>', say('opt-html'))
    .option('--blame', say('opt-blame'))
    .action(async (stage: string, options: ReplayOptions) =>
      end(await (await import('./commands/replay.ts')).replay(stage, options)),
    );

  program
    .command('check')
    .description(say('help-check'))
    .argument('<file>', say('arg-history'))
    .option('--model <model>', say('opt-model'), 'register')
    .option('--level <level>', say('opt-level'), 'linearizable')
    .option('--steps <n>', say('opt-check-steps'), positiveNumber)
    .option('--picture <file>', say('opt-picture'))
    .option('--json', say('opt-json'))
    .action(async (file: string, options: CheckOptions) =>
      end((await import('./commands/check.ts')).check(file, options)),
    );

  registerLoop(program, end);
  await addCluster(program, words, end);
  await addBench(program, words, end);
  await addClass(program, words, end);

  program
    .command('workbench')
    .description(say('help-workbench'))
    .option('--port <n>', say('opt-port'), positiveNumber)
    .option('--open', say('opt-open'))
    .action(async (options: WorkbenchOptions) =>
      end(await (await import('./commands/workbench.ts')).workbench(options)),
    );

  registerRoom(program, end);

  program
    .command('doctor')
    .description(say('help-doctor'))
    .option('--json', say('opt-json'))
    .action(async (options) => end(await (await import('./commands/doctor.ts')).doctor(options)));

  return program;
}

function withSubmission(command: Command): Command {
  return command
    .option('--submission <file>', say('opt-submission'))
    .option('--lineup <lineup>', say('opt-lineup'))
    .option('--json', say('opt-json'));
}

/** The cluster brings many words and heavy libraries of its own, which nobody else waits for. */
async function addCluster(program: Command, words: readonly string[], end: End): Promise<void> {
  if (words[0] === 'cluster') {
    const { registerCluster } = await import('./cluster/command.ts');
    registerCluster(program, end);
  } else program.command('cluster').description(say('help-cluster'));
}

/** For mentors, with archives and reports of its own. */
async function addClass(program: Command, words: readonly string[], end: End): Promise<void> {
  if (words[0] === 'class') {
    const { registerClass } = await import('./class/command.ts');
    registerClass(program, end);
  } else program.command('class').description(say('help-class'));
}

async function addBench(program: Command, words: readonly string[], end: End): Promise<void> {
  if (words[0] === 'bench') {
    const { registerBench } = await import('./bench/command.ts');
    registerBench(program, end);
  } else program.command('bench').description(say('help-bench'));
}
