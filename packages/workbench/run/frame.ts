/** A run at one moment: it can be taken a further event, and copied, so that one can come back to it. */
import { copy, type Millis, type TraceEvent } from '@weekend/protocol';
import {
  electionSafety,
  type Invariant,
  leaderAppendOnly,
  leaderCompleteness,
  logMatching,
  noPast,
  type Past,
  type Raft,
  type State,
  stateMachineSafety,
} from '@weekend/raft';
import { type Simulation, simulate } from '@weekend/simulator';
import { type Action, type Moment, perform } from './action.ts';
import { type Modules, nodesOf } from './code.ts';
import { networks, type Setup } from './setup.ts';

/** Figure 3, in the order in which it names them. */
const invariants: readonly Invariant[] = [
  electionSafety,
  leaderAppendOnly,
  logMatching,
  leaderCompleteness,
  stateMachineSafety,
];

/** What was true earlier in each run. */
const pasts = new WeakMap<Simulation<Raft>, Past>();

/** What came next: an action, by its place among all of them, or an event of the cluster's own. */
export type Taken = { kind: 'action'; action: Action; done: boolean } | { kind: 'step' };

export class Frame {
  readonly sim: Simulation<Raft>;
  /** How many events have happened: actions, and what the cluster did by itself. */
  index = 0;
  /** How many of the actions have been done. */
  acted = 0;
  /** How many events have happened at this very time. */
  #nth = 0;

  private constructor(sim: Simulation<Raft>) {
    this.sim = sim;
  }

  static boot(setup: Setup, modules: Modules): Frame {
    const nodes = nodesOf(setup, modules);
    return new Frame(simulate<Raft>({ seed: setup.seed, network: networks[setup.network], nodes, afterTurn: judge }));
  }

  fork(trace?: TraceEvent<Raft>[]): Frame {
    const fork = new Frame(this.sim.fork(trace));
    const past = pastOf(this.sim);
    // What was looked at is known by its identity, which a copy has not.
    pasts.set(fork.sim, {
      ...copy({ leaders: past.leaders, leading: past.leading }),
      committed: [...past.committed],
      looked: {},
    });
    fork.index = this.index;
    fork.acted = this.acted;
    fork.#nth = this.#nth;
    return fork;
  }

  get moment(): Moment {
    return { at: this.sim.now, nth: this.#nth };
  }

  get past(): Past {
    return pastOf(this.sim);
  }

  /** When the next event is due, an action or not; never, if there is none. */
  nextAt(actions: readonly Action[]): Millis {
    if (this.sim.broken !== undefined) return Number.POSITIVE_INFINITY;
    return Math.min(this.sim.nextAt, actions[this.acted]?.at ?? Number.POSITIVE_INFINITY);
  }

  /** The next event happens. Nothing if there is none, or if an invariant is broken. */
  take(actions: readonly Action[]): Taken | undefined {
    if (this.sim.broken !== undefined) return undefined;
    const before = this.sim.now;
    const action = this.#dueAction(actions);
    const taken = action ? this.#act(action) : this.#step();
    if (!taken) return undefined;
    this.index++;
    this.#nth = this.sim.now === before ? this.#nth + 1 : 1;
    return taken;
  }

  /** Time goes on to `at`, in which nothing happens. */
  pass(at: Millis): void {
    if (at <= this.sim.now) return;
    // A run tells once of each handler that threw, before it goes on.
    while (this.sim.run({ until: at }) === 'failed');
    this.#nth = 0;
  }

  #dueAction(actions: readonly Action[]): Action | undefined {
    const action = actions[this.acted];
    if (!action) return undefined;
    const isNow = action.at <= this.sim.now && action.nth <= this.#nth;
    return isNow || action.at < this.sim.nextAt ? action : undefined;
  }

  #act(action: Action): Taken {
    if (action.at > this.sim.now) this.pass(action.at);
    this.acted++;
    return { kind: 'action', action, done: perform(this.sim, action) };
  }

  #step(): Taken | undefined {
    return this.sim.step() ? { kind: 'step' } : undefined;
  }
}

/** After every turn: the first of Figure 3's properties that does not hold, by its name. */
function judge(node: string, sim: Simulation<Raft>): string | undefined {
  const state = sim.state(node);
  if (!state) return undefined;
  const others = sim.nodes.flatMap((each) => (each === node ? [] : (sim.state(each) ?? [])));
  for (const { name, section, check } of invariants) {
    const sentence = check(state, others as State[], pastOf(sim));
    if (sentence) return `${name} (${section}): ${sentence}`;
  }
  return undefined;
}

function pastOf(sim: Simulation<Raft>): Past {
  let past = pasts.get(sim);
  if (!past) {
    past = noPast();
    pasts.set(sim, past);
  }
  return past;
}
