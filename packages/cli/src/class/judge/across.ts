/**
 * A stage whose functions take functions and answer with promises, as a suite sees it from another process. Here and there
 * take turns: nobody waits here before nobody can run there.
 */
import { everybodyWaits } from '@weekend/concurrency';
import { type Elsewhere, runsElsewhere } from '@weekend/concurrency/elsewhere';
import { type Bench, type DoesJobs, Rehearsal, StageThrew, type ThreadJob } from '@weekend/grading';
import { type Message, Peer } from '../wire/peer.ts';
import { lent, toldError } from './lent.ts';
import type { Sandbox } from './remote-stage.ts';
import { revived } from './revived.ts';

type Stage = Record<string, (...args: never[]) => unknown>;

/** By these numbers both sides know them from the beginning. */
const known = { stage: 1, rehearsals: 2 };

export interface Across {
  stage: Stage;
  bench: Bench;
}

/** One function for each of the names. `rejected`: where promises of ours are noted that failed unheard. */
export function stageAcross(names: readonly string[], sandbox: Sandbox, rejected: unknown[]): Across {
  const { folders, answered, over } = sandbox;
  const wire = {
    say: (message: Message) => tellOn(sandbox, message),
    hear: () => heardFrom(sandbox),
    over,
  };
  const peer = new Peer(wire, {
    describe: lent,
    error: toldError,
    revived: (error) => revived(error, folders),
    unreadable: (error) => new StageThrew(error),
    isJudge: true,
    known: Object.keys(known).length,
  });
  peer.afterCall = answered;
  runsElsewhere(turnsOf(peer, rejected, answered));
  const stage: Stage = Object.fromEntries(
    names.map((name) => [name, (...args: unknown[]) => peer.callMethod(known.stage, name, true, args)]),
  );
  const bench = { submission: '', fences: [], failures: () => rejected.splice(0), instead: doesJobs(peer, stage) };
  return { stage, bench };
}

function turnsOf(peer: Peer, rejected: unknown[], answered: () => void): Elsewhere {
  let isMoment = false;
  const give = (kind: 'run' | 'moment') => {
    if (!peer.hasStirred && !peer.hasNews) return;
    rejected.push(...peer.giveTurn(kind));
    // Who is never done gets no more time for that.
    if (!peer.hasStirred) answered();
  };
  return {
    run() {
      const before = peer.stirred;
      give('run');
      return peer.hasStirred || peer.stirred !== before;
    },
    moment() {
      // In the middle of a call nobody over there can run; and a moment passes for all at once.
      if (peer.depth > 0 || isMoment) return;
      isMoment = true;
      queueMicrotask(() => {
        isMoment = false;
      });
      give('moment');
    },
  };
}

/** What a thread would do: here between two turns, and with the number of a counter in our hands. */
const doesJobs = (peer: Peer, stage: Stage): DoesJobs => ({
  async do(job: ThreadJob) {
    await everybodyWaits();
    try {
      return done(job, peer, stage);
    } catch (error) {
      throw new StageThrew(error);
    }
  },
});

function done(job: ThreadJob, peer: Peer, stage: Stage): unknown {
  switch (job.kind) {
    case 'count-primes':
      return stage.countPrimes?.(...([job.from, job.to] as never[]));
    case 'rehearse': {
      const rehearsal = new Rehearsal(job.interruptions);
      const seen = peer.callMethod(known.rehearsals, 'rehearse', true, [job.way, job.times, rehearsal]);
      return rehearsal.result(seen as number);
    }
    case 'add':
      throw new Error('Cannot have two threads add at once: a sandbox has one');
    default:
      return job satisfies never;
  }
}

function tellOn({ line, over }: Sandbox, message: Message): void {
  try {
    line.say(message);
  } catch (error) {
    // Nobody is there to listen.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') over(undefined);
    throw error;
  }
}

function heardFrom({ line, over }: Sandbox): readonly [unknown, ...unknown[]] | undefined {
  let document: unknown;
  try {
    document = line.hear();
  } catch (error) {
    over(`it said something that is no answer: ${error instanceof Error ? error.name : error}`);
  }
  if (document !== undefined && !Array.isArray(document)) over('it said something that is no answer');
  return document as [unknown] | undefined;
}
