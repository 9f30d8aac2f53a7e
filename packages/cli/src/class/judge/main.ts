/**
 * The judge's side: proves the milestones of a suite on a stage that answers from a sandbox, and tells each step as it
 * comes. It never loads the student's file, nor any of its data but through `remoteStage`.
 */
import { openSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import * as grading from '@weekend/grading';
import { channel } from '../../sandbox/events.ts';
import { withoutTrace } from '../../sandbox/without-trace.ts';
import { writeAll } from '../../sandbox/write-all.ts';
import { type Handlers, suiteOf } from '../../suites.ts';
import { Line } from '../wire/line.ts';
import type { Told } from './events.ts';
import { hear, remoteStage, type Sandbox } from './remote-stage.ts';
import { framesHere } from './revived.ts';
import type { Sitting } from './sitting.ts';

const sitting: Sitting = JSON.parse(process.argv[2] as string);

const tell = (event: Told): void => writeAll(channel, `${JSON.stringify(event)}\n`);

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

  const stage = loaded(connected());
  if (!stage) return;
  for (const milestone of milestones) {
    tell({ kind: 'proving', id: milestone.id });
    const began = performance.now();
    const outcome = await grading.proveMilestone(milestone, stage, sitting.dice);
    tell({
      kind: 'proved',
      id: milestone.id,
      outcome: withoutTrace(outcome),
      ms: Math.round(performance.now() - began),
    });
  }
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

/** The stage, or nothing, and then it has been told why. */
function loaded(sandbox: Sandbox): Handlers | undefined {
  if (hear(sandbox)[0] !== 'ready') sandbox.over('it did not wait for its first question');
  tell({ kind: 'ready' });
  sandbox.line.say(['load']);
  const answer = hear(sandbox);
  switch (answer[0]) {
    case 'refused':
      tell({ kind: 'refused', message: answer[1], frames: framesHere(answer[2], sandbox.folders) });
      return undefined;
    case 'loaded': {
      const suite = suiteOf(sitting.stage);
      const missing = suite.handlers.find((name) => !answer[1].includes(name));
      if (missing !== undefined) sandbox.over(`it said that all is there, and ${missing} is not`);
      return remoteStage(answer[1], sandbox);
    }
    default:
      return sandbox.over(`it said "${answer[0]}" instead of loading`);
  }
}
