/** The worker's side of the playground: obeys commands, and answers with what there is to see. */
import { copy, exportOf } from '@weekend/protocol';
import type { State } from '@weekend/raft';
import {
  encode,
  type Frame,
  type Happening,
  keyOf,
  type Modules,
  needed,
  Recording,
  Session,
  type StageModule,
} from '../../../run/index.ts';
import { draw } from './draw.ts';
import type { Answer, CodeUrls, Command, NotLoadedWhy, Scene, Upcoming } from './messages.ts';

export interface Machine {
  load(url: string): Promise<Record<string, unknown>>;
  about(index: number, what: Upcoming, loading?: string): void;
}

/** A module could not be used, and whose it is. */
class NotLoaded extends Error {
  readonly key: string;

  readonly why: NotLoadedWhy;

  constructor(key: string, why: NotLoadedWhy) {
    super(why.kind);
    this.key = key;
    this.why = why;
  }
}

export class Desk {
  readonly #machine: Machine;
  #run: Session | Recording | undefined;
  #selected: string | undefined;
  /** The last event that the page has been told of. */
  #told: Happening | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  async obey(command: Command): Promise<Answer> {
    try {
      return await this.#obey(command);
    } catch (error) {
      if (error instanceof NotLoaded) return { kind: 'not-loaded', key: error.key, why: error.why };
      throw error;
    }
  }

  async #obey(command: Command): Promise<Answer> {
    switch (command.kind) {
      case 'open':
        await this.#open(command);
        break;
      case 'open-story':
        this.#run = new Recording(command.trace as ConstructorParameters<typeof Recording>[0]);
        this.#told = undefined;
        break;
      case 'reload':
        if (this.#run instanceof Session) this.#run.reload(await this.#modules(this.#run.setup, command.code));
        break;
      case 'select':
        this.#selected = command.node;
        break;
      case 'draw':
        return { kind: 'drawing', ...draw(this.#opened, command, this.#opened.view().nodes.length) };
      case 'export':
        return { kind: 'exported', json: this.#json() };
      default:
        move(this.#opened, command);
    }
    return { kind: 'scene', scene: this.#scene() };
  }

  get #opened(): Session | Recording {
    if (!this.#run) throw new Error('Cannot go on: no run is open');
    return this.#run;
  }

  async #open({ run, code, index }: Extract<Command, { kind: 'open' }>): Promise<void> {
    const modules = await this.#modules(run.setup, code);
    this.#machine.about(0, { kind: 'boot' });
    const session = new Session(run.setup, modules, run.actions, { about: (frame) => this.#about(frame) });
    this.#run = session;
    this.#told = undefined;
    if (index === undefined) session.goTo(run.moment);
    else session.seek(index);
  }

  #about({ index, sim }: Frame): void {
    this.#machine.about(index, upcoming(sim));
  }

  async #modules(setup: Session['setup'], code: CodeUrls): Promise<Modules> {
    const loaded = needed(setup).map(async (each): Promise<[string, StageModule]> => {
      const key = keyOf(each);
      const url = code[key];
      if (!url) throw new NotLoaded(key, { kind: 'no-file' });
      this.#machine.about(0, { kind: 'load' }, key);
      const module = await this.#machine.load(url).catch((error: unknown) => {
        throw new NotLoaded(key, { kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      });
      const stage = module[exportOf(each.stage)];
      if (typeof stage !== 'object' || stage === null)
        throw new NotLoaded(key, { kind: 'no-export', name: exportOf(each.stage) });
      return [key, stage as StageModule];
    });
    return new Map(await Promise.all(loaded));
  }

  #scene(): Scene {
    const run = this.#opened;
    const { thrown, broken } = run;
    const { told, anew } = this.#news(run.happenings);
    const state = this.#selected === undefined ? undefined : run.state(this.#selected);
    const next = run instanceof Session ? upcoming(run.sim) : ({ kind: 'nothing' } as const);
    return {
      view: run.view(),
      index: run.index,
      moment: run.moment,
      branch: run.branch.id,
      branches: run.branches.map(({ id, length, origin }) => ({ id, length, ...(origin ? { origin } : {}) })),
      deeds: run.deeds,
      query:
        run instanceof Session ? encode({ setup: run.setup, actions: run.branch.actions, moment: run.moment }) : '',
      told,
      anew,
      ...(broken === undefined ? {} : { broken }),
      ...(thrown === undefined ? {} : { thrown: failureOf(thrown) }),
      ...(this.#selected === undefined || !state ? {} : { selected: { node: this.#selected, state: shown(state) } }),
      next,
    };
  }

  /** What the page does not know yet; everything, if what it knew last is gone. */
  #news(happenings: readonly Happening[]): Pick<Scene, 'told' | 'anew'> {
    const known = this.#told === undefined ? -1 : happenings.lastIndexOf(this.#told);
    this.#told = happenings.at(-1);
    return { told: happenings.slice(known + 1), anew: known < 0 };
  }

  #json(): string {
    const run = this.#opened;
    const about =
      run instanceof Session
        ? { setup: run.setup, actions: run.branch.actions, moment: run.moment, broken: run.broken ?? null }
        : { story: true };
    const states = Object.fromEntries(run.view().nodes.map(({ address }) => [address, run.state(address) ?? null]));
    return JSON.stringify({ ...about, states, events: run.happenings, trace: run.trace }, null, 1);
  }
}

function move(
  run: Session | Recording,
  command: Exclude<Command, { kind: 'open' | 'open-story' | 'reload' | 'select' | 'draw' | 'export' }>,
): void {
  switch (command.kind) {
    case 'advance':
      run.advance(command.until);
      break;
    case 'step':
      run.step();
      break;
    case 'back':
      run.back();
      break;
    case 'news':
      run.stepToNews();
      break;
    case 'seek':
      run.seek(command.index);
      break;
    case 'switch':
      if (run instanceof Session) run.switchTo(command.branch);
      break;
    case 'act':
      if (run instanceof Session) run.act(command.deed);
      break;
    default:
      command satisfies never;
  }
}

/** What happens next by itself. */
function upcoming(sim: Frame['sim']): Upcoming {
  const { next } = sim;
  if (!next) return { kind: 'nothing' };
  return 'id' in next
    ? { kind: 'message', message: next.message.kind, from: next.from, to: next.to }
    : { kind: 'timer', timer: next.timer, node: next.node };
}

const failureOf = ({ node, error }: { node: string; error: unknown }): Scene['thrown'] => ({
  node,
  message: error instanceof Error ? error.message : String(error),
  notWritten: error instanceof Error && error.name === 'NotWritten',
});

/** Long lists by their ends: nobody reads the rest, and it would be sent for every picture. */
function shown(state: State): unknown {
  const { log, kv, ...rest } = copy(state);
  return { ...rest, log: log.length > 6 ? [`… ${log.length - 6} entries before`, ...log.slice(-6)] : log, kv };
}
