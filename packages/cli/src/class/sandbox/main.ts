/**
 * The sandbox's side: loads a student's file behind the same fence as `weekend grade` does, and answers what the judge
 * asks of its handlers. There is no suite here and no solution, and nothing to read but the contract and the file itself.
 */
import { openSync } from 'node:fs';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { exportOf } from '@weekend/protocol';
import { raise, urlOf } from '../../sandbox/fence.ts';
import { lacks, neverAsync } from '../../sandbox/guarded.ts';
import { Line } from '../wire/line.ts';
import type { Errand } from './errand.ts';
import { watchCounters } from './rehearse.ts';
import { Servant } from './servant.ts';
import { describe } from './thrown.ts';
import { takeTurns } from './turns.ts';

const errand: Errand = JSON.parse(process.argv[2] as string);

const line = new Line(opened(errand.line.questions, 'r'), opened(errand.line.answers, 'w'));
watchCounters();
await raise(errand);
const rejected: unknown[] = [];
process.on('unhandledRejection', (reason) => rejected.push(reason));
const { exit } = process;

line.say(['ready']);
if (line.hear() !== undefined) {
  const stage = await load();
  if (stage) serve(stage);
  else exit(0);
} else exit(0);

/** The judge opens them in the same order, so that neither waits for the other in vain. */
function opened(pipe: string | number, how: 'r' | 'w'): number {
  return typeof pipe === 'number' ? pipe : openSync(pipe, how);
}

async function load(): Promise<Record<string, unknown> | undefined> {
  try {
    const module = await import(urlOf(errand.file));
    await setImmediate();
    if (rejected.length > 0) throw rejected[0];
    const name = exportOf(errand.stage);
    const why = lacks(module, name, errand.handlers);
    if (why === undefined) return errand.async ? module[name] : neverAsync(module[name]);
    line.say(['refused', why, []]);
  } catch (error) {
    const { name, message, frames } = describe(error);
    line.say(['refused', `it throws while it loads: ${name === '' ? message : `${name}: ${message}`}`, frames]);
  }
  return undefined;
}

/** Until the judge is gone. */
function serve(stage: Record<string, unknown>): void {
  if (errand.async) {
    line.say(['loaded', errand.handlers]);
    takeTurns(line, stage, errand.handlers, () => rejected.splice(0));
    return;
  }
  const functions = Object.keys(stage);
  line.say(['loaded', functions]);
  new Servant(line, stage, functions).serve();
  exit(0);
}
