/**
 * The sandbox’s side of the membrane, for stages whose functions take functions and answer with promises. It runs only in
 * the turns that the judge gives to it, and so both sides together are as one event loop.
 */
import process from 'node:process';
import type { Line } from '../wire/line.ts';
import { type Message, Peer } from '../wire/peer.ts';
import { memberNames } from '../wire/stand-in.ts';
import { rehearse } from './rehearse.ts';
import { revived } from './revived.ts';
import { describe } from './thrown.ts';

// Taken before the student's code is there.
const { then } = Promise.prototype;
const atOnce = Promise.resolve();
const whenAllWait = setImmediate;
const { exit } = process;

/** Until the judge is gone. `failures`: of promises for which nobody waited, since this was last asked. */
export function takeTurns(line: Line, stage: object, handlers: readonly string[], failures: () => unknown[]): void {
  const over = (): never => exit(0);
  const wire = {
    say: (message: Message) => line.say(message),
    hear: () => line.hear() as [unknown] | undefined,
    over,
  };
  const unreadable = (error: unknown) => error;
  const manners = { describe: memberNames, error: describe, revived, unreadable, isJudge: false, known: 0 };
  const peer = new Peer(wire, manners);
  peer.lendKnown(stage, handlers);
  peer.lendKnown({ rehearse: rehearse(stage) }, ['rehearse']);

  let turns = 0;
  /** Something was asked of the judge in this turn, so that he, too, may have something to run. */
  let hasAsked = false;
  const giveBack = (turn: number, failed?: () => unknown[]): void => {
    if (turn !== turns) return;
    peer.turnTaken(failed?.());
    next();
  };
  const next = (): void => {
    const kind = peer.nextTurn();
    turns += 1;
    hasAsked = false;
    const turn = turns;
    if (kind === 'moment') afterThose(() => giveBack(turn));
    else whenAllWait(() => giveBack(turn, failures));
  };
  /** After those who can run now, and before those whom they wake. */
  const afterThose = (act: () => void): void => void then.call(atOnce, act);
  peer.afterCall = () => {
    if (hasAsked) return;
    hasAsked = true;
    const turn = turns;
    afterThose(() => giveBack(turn));
  };
  next();
}
