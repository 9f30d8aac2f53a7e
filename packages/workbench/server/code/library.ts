/** Every file that can stand at a stage, as modules for the browser: the student's, the reference, the known ways to go wrong. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from '../wire.ts';
import { type Framework, frameworkOf } from './framework.ts';
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

export class Library {
  readonly #root: string;
  readonly #stages: readonly StageOfCode[];
  readonly #kept = new Map<string, Snapshot>();
  #framework: Framework | undefined;
  #ours: readonly Module[] | undefined;

  constructor(root: string, stages: readonly StageOfCode[]) {
    this.#root = root;
    this.#stages = stages;
  }

  /** All of them, as they are on the disk now. */
  modules(): Module[] {
    this.#ours = this.#stages.flatMap((stage) => this.#ofSolutions(stage));
    return this.afterSave();
  }

  /** What the student wrote, as it is now. The hundreds of files of ours are not read again: he waits for his own. */
  afterSave(): Module[] {
    if (!this.#ours) return this.modules();
    return [...this.#stages.map(({ name }) => this.mine(name) as Module), ...this.#ours];
  }

  #ofSolutions(stage: StageOfCode): Module[] {
    const home = `solutions/${stage.folder}`;
    return [
      this.#module(stage, 'reference', stage.name, `${home}/${stage.name}.ts`),
      ...(['mutant', 'variant'] as const).flatMap((who) =>
        this.#namesIn(`${home}/${who}s`).map((name) => this.#module(stage, who, name, `${home}/${who}s/${name}.ts`)),
      ),
    ];
  }

  /** The student's own module of a stage. */
  mine(name: string): Module | undefined {
    const stage = this.#stages.find((each) => each.name === name);
    return stage && this.#module(stage, 'mine', stage.name, `exercises/${stage.folder}/${stage.name}.ts`);
  }

  /** The text behind `/code/…`, without that beginning. */
  text(path: string): string | undefined {
    const [hash = '', ...rest] = path.split('/');
    if (hash === 'framework') return this.#frame().text(path);
    const file = rest.join('/');
    return (this.#kept.get(hash) ?? this.#again(hash, file))?.files.get(file);
  }

  /** A piece of code that belongs to no file, from the book: its imports of the framework lead somewhere. */
  lead(name: string): string {
    return this.#frame().lead(name);
  }

  #module(stage: StageOfCode, who: Module['who'], name: string, file: string): Module {
    const about = { stage: stage.name, who, name, file, exportName: stage.exportName };
    const taken = take(file, this.#fence(stage, file));
    if (taken.kind === 'wrong') return { ...about, problem: taken.problem };
    const { hash } = taken.snapshot;
    this.#kept.delete(hash);
    this.#kept.set(hash, taken.snapshot);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return { ...about, url: `/code/${hash}/${file}` };
  }

  /** A page may come back with an address from before this server was started. */
  #again(hash: string, file: string): Snapshot | undefined {
    const stage = this.#stages.find(({ folder }) => file.split('/')[1] === folder);
    if (!stage || !/^(exercises|solutions)\/[\w-]+\/((mutants|variants)\/)?[\w-]+\.ts$/.test(file)) return undefined;
    const taken = take(file, this.#fence(stage, file));
    return taken.kind === 'taken' && taken.snapshot.hash === hash ? taken.snapshot : undefined;
  }

  #fence({ folder, imports }: StageOfCode, file: string): Fence {
    const [part] = file.split('/');
    return {
      root: this.#root,
      home: `${part}/${folder}`,
      framework: imports,
      lead: (name) => this.lead(name),
    };
  }

  #frame(): Framework {
    return (this.#framework ??= frameworkOf(this.#root));
  }

  #namesIn(folder: string): string[] {
    const path = join(this.#root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.replace(/\.ts$/, ''))
      .sort();
  }
}
