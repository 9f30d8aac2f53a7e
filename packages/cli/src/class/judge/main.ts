/**
 * The judge's side: proves the milestones of a suite on a stage that answers from a sandbox, and tells each step as it
 * comes. It never loads the student's file, nor any of its data but through `remoteStage`.
 */
import { openSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { everybodyWaits } from '@weekend/concurrency';
import * as grading from '@weekend/grading';
import { channel } from '../../sandbox/events.ts';
import { withoutTrace } from '../../sandbox/without-trace.ts';
import { writeAll } from '../../sandbox/write-all.ts';
import { type Handlers, suiteOf } from '../../suites.ts';
import { Line } from '../wire/line.ts';
import { stageAcross } from './across.ts';
import type { Told } from './events.ts';
import { hear, remoteStage, type Sandbox } from './remote-stage.ts';
import { framesHere } from './revived.ts';
import type { Sitting } from './sitting.ts';

const sitting: Sitting = JSON.parse(process.argv[2] as string);

const tell = (event: Told): void => writeAll(channel, `${JSON.stringify(event)}\n`);

/** Promises of ours that failed and that nobody waited for: the student's code had one to pass on, and did not. */
const rejected: unknown[] = [];
process.on('unhandledRejection', (reason) => rejected.push(reason));

let lastTick = 0;
const tickMs = 100;

try {
  await judge(suiteOf(sitting.stage));
  tell({ kind: 'done' });
} catch (error) {
  tell({ kind: 'our-mistake', told: error instanceof Error ? `${error.stack}` : String(error) });
}
process.exit(0);

async function judge(suite: grading.Suite<Handlers>): Promise<void> {
  const milestones = suite.milestones.filter(({ id }) => sitting.milestone === undefined || sitting.milestone === id);
  const listed = milestones.map(({ id, title, points, rule, hint }) => ({ id, title, points, rule, hint }));
  tell({ kind: 'suite', milestones: listed, dice: sitting.dice });

  const loaded = load(suite, connected());
  if (!loaded) return;
  const { stage, bench } = loaded;
  for (const milestone of milestones) {
    tell({ kind: 'proving', id: milestone.id });
    const began = performance.now();
    const proved = await grading.proveMilestone(milestone, stage, sitting.dice, bench);
    const outcome = proved.kind === 'passed' && bench ? await leftBehind(bench) : proved;
    tell({
      kind: 'proved',
      id: milestone.id,
      outcome: withoutTrace(outcome),
      ms: Math.round(performance.now() - began),
    });
  }
}

/** A promise that failed is known to this milestone and not to the next. */
async function leftBehind({ failures }: grading.Bench): Promise<grading.Outcome> {
  await everybodyWaits();
  const [left] = failures();
  if (left === undefined) return { kind: 'passed' };
  const message = left instanceof Error ? `${left.name}: ${left.message}` : String(left);
  return { kind: 'threw', message: `your code left a promise behind that failed: ${message}`, frames: [], story: [] };
}

function connected(): Sandbox {
  const { questions, answers } = sitting.line;
  if (answers === 0) standStillAt(process.stdin);
  // In the order in which the sandbox opens them.
  const to = typeof questions === 'number' ? questions : openSync(questions, 'w');
  const from = typeof answers === 'number' ? answers : openSync(answers, 'r');
  const over = (why: string | undefined): never => {
    tell(why === undefined ? { kind: 'gone' } : { kind: 'tampered', told: why });
    process.exit(0);
  };
  return { line: new Line(from, to), folders: sitting.folders, answered: tick, over };
}

/** Whoever passed this socket on did not want to stand still where nothing has come yet. Who judges does. */
function standStillAt(stdin: unknown): void {
  (stdin as { _handle: { setBlocking(blocking: boolean): void } })._handle.setBlocking(true);
}

/** Now and then, so that somebody who watches sees that handlers return. */
function tick(): void {
  const now = performance.now();
  if (now - lastTick < tickMs) return;
  lastTick = now;
  tell({ kind: 'tick' });
}

interface Loaded {
  stage: Handlers;
  /** Only for a stage that answers with promises. */
  bench?: grading.Bench;
}

/** The stage, or nothing, and then it has been told why. */
function load(suite: grading.Suite<Handlers>, sandbox: Sandbox): Loaded | undefined {
  if (hear(sandbox)[0] !== 'ready') sandbox.over('it did not wait for its first question');
  tell({ kind: 'ready' });
  sandbox.line.say(['load']);
  const answer = hear(sandbox);
  switch (answer[0]) {
    case 'refused':
      tell({ kind: 'refused', message: answer[1], frames: framesHere(answer[2], sandbox.folders) });
      return undefined;
    case 'loaded': {
      const missing = suite.handlers.find((name) => !answer[1].includes(name));
      if (missing !== undefined) sandbox.over(`it said that all is there, and ${missing} is not`);
      return suite.async ? stageAcross(answer[1], sandbox, rejected) : { stage: remoteStage(answer[1], sandbox) };
    }
    default:
      return sandbox.over(`it said "${answer[0]}" instead of loading`);
  }
}
