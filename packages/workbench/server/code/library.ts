/** Every file that can stand at a stage, as modules for the browser: the student's, the reference, the known ways to go wrong. */
import type { Module } from '../wire.ts';
import { type Framework, frameworkOf } from './framework.ts';
import { Shelf } from './shelf.ts';
import { type Fence, type Snapshot, take } from './snapshot.ts';

/** What there is to know of a stage here. */
export interface StageOfCode {
  name: string;
  folder: string;
  /** What its module exports: `logReplication`. */
  exportName: string;
  /** The packages that it may import. */
  imports: readonly string[];
}

/** Enough for a day of saving; an older one is taken again if its file is still the same. */
const mostKept = 2000;
/** Somebody may change a solution while a page still runs what it was. */
const mostShelves = 50;

export class Library {
  readonly #root: string;
  readonly #stages: readonly StageOfCode[];
  /** What the student wrote, by its hash. */
  readonly #kept = new Map<string, Snapshot>();
  /** What is ours, by its hash. */
  readonly #shelves = new Map<string, Shelf>();
  readonly #newest = new Map<string, Shelf>();
  #framework: Framework | undefined;

  constructor(root: string, stages: readonly StageOfCode[]) {
    this.#root = root;
    this.#stages = stages;
  }

  /** All of them, as they are on the disk now. */
  modules(): Module[] {
    for (const stage of this.#stages) if (this.#newest.get(stage.name)?.isOld !== false) this.#fill(stage);
    return this.afterSave();
  }

  /** What the student wrote, as it is now. The hundreds of files of ours are not looked at again: he waits for his own. */
  afterSave(): Module[] {
    return this.#stages.flatMap((stage) => [this.mine(stage.name) as Module, ...this.#ofSolutions(stage)]);
  }

  /** The student's own module of a stage. */
  mine(name: string): Module | undefined {
    const stage = this.#stages.find((each) => each.name === name);
    if (!stage) return undefined;
    const file = `exercises/${stage.folder}/${stage.name}.ts`;
    const about = { stage: stage.name, who: 'mine' as const, name, file, exportName: stage.exportName };
    const taken = take(file, this.#fence(stage, 'exercises'));
    if (taken.kind === 'wrong') return { ...about, problem: taken.problem };
    const { hash } = taken.snapshot;
    keep(this.#kept, hash, taken.snapshot, mostKept);
    return { ...about, url: `/code/${hash}/${file}` };
  }

  /** The text behind `/code/…`, without that beginning. */
  text(path: string): string | undefined {
    const [hash = '', ...rest] = path.split('/');
    if (hash === 'framework') return this.#frame().text(path);
    const file = rest.join('/');
    return this.#shelves.get(hash)?.text(file) ?? (this.#kept.get(hash) ?? this.#again(hash, file))?.files.get(file);
  }

  /** A piece of code that belongs to no file, from the book: its imports of the framework lead somewhere. */
  lead(name: string): string {
    return this.#frame().lead(name);
  }

  #ofSolutions(stage: StageOfCode): Module[] {
    const shelf = this.#newest.get(stage.name) ?? this.#fill(stage);
    const home = `solutions/${stage.folder}`;
    const module = (who: Module['who'], name: string, file: string): Module[] =>
      shelf.has(file)
        ? [{ stage: stage.name, who, name, file, exportName: stage.exportName, url: `/code/${shelf.hash}/${file}` }]
        : [];
    return [
      ...module('reference', stage.name, `${home}/${stage.name}.ts`),
      ...(['mutant', 'variant'] as const).flatMap((who) =>
        shelf.names(`${who}s`).flatMap((name) => module(who, name, `${home}/${who}s/${name}.ts`)),
      ),
    ];
  }

  #fill(stage: StageOfCode): Shelf {
    const shelf = new Shelf(this.#fence(stage, 'solutions'));
    this.#newest.set(stage.name, shelf);
    keep(this.#shelves, shelf.hash, shelf, mostShelves);
    return shelf;
  }

  /** A page may come back with an address from before this server was started. */
  #again(hash: string, file: string): Snapshot | undefined {
    const stage = this.#stages.find(({ folder }) => file.split('/')[1] === folder);
    if (!stage || !/^exercises\/[\w-]+\/[\w-]+\.ts$/.test(file)) return undefined;
    const taken = take(file, this.#fence(stage, 'exercises'));
    return taken.kind === 'taken' && taken.snapshot.hash === hash ? taken.snapshot : undefined;
  }

  #fence({ folder, imports }: StageOfCode, part: 'exercises' | 'solutions'): Fence {
    return { root: this.#root, home: `${part}/${folder}`, framework: imports, lead: (name) => this.lead(name) };
  }

  #frame(): Framework {
    return (this.#framework ??= frameworkOf(this.#root));
  }
}

/** The oldest goes where there are too many. */
function keep<Value>(all: Map<string, Value>, key: string, value: Value, most: number): void {
  all.delete(key);
  all.set(key, value);
  for (const [oldest] of all) {
    if (all.size <= most) break;
    all.delete(oldest);
  }
}
