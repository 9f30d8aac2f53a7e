/**
 * The files of one solution's folder at one moment: the reference, and the known ways to go wrong. They are hundreds, of which
 * a page runs a few: they get one name together, by their content, and each is made ready when the browser asks for it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Fence, moduleOf } from './snapshot.ts';

export class Shelf {
  readonly hash: string;
  /** Changes when a file does. */
  readonly stamp: string;
  readonly #fence: Fence;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #ready = new Map<string, string | undefined>();

  constructor(fence: Fence) {
    this.#fence = fence;
    this.stamp = stampOf(fence);
    this.#sources = new Map(
      filesOf(fence).map((path) => [path, readFileSync(join(fence.root, path), 'utf8')] as const),
    );
    const hash = createHash('sha256');
    for (const name of fence.framework) hash.update(`${fence.lead(name)}\0`);
    for (const [path, source] of this.#sources) hash.update(`${path}\0${source}\0`);
    this.hash = hash.digest('hex').slice(0, 16);
  }

  get isOld(): boolean {
    return stampOf(this.#fence) !== this.stamp;
  }

  /** The names in `mutants` or `variants`. */
  names(part: string): string[] {
    const home = `${this.#fence.home}/${part}/`;
    return [...this.#sources.keys()]
      .filter((path) => path.startsWith(home))
      .map((path) => path.slice(home.length).replace(/[.]ts$/, ''));
  }

  has(path: string): boolean {
    return this.#sources.has(path);
  }

  text(path: string): string | undefined {
    const source = this.#sources.get(path);
    if (source === undefined) return undefined;
    if (!this.#ready.has(path)) {
      const module = moduleOf(path, source, this.#fence);
      this.#ready.set(path, module.kind === 'module' ? module.text : undefined);
    }
    return this.#ready.get(path);
  }
}

const parts = ['', '/mutants', '/variants'];

function filesOf({ root, home }: Fence): string[] {
  return parts.flatMap((part) => {
    const folder = join(root, `${home}${part}`);
    if (!existsSync(folder)) return [];
    // Links are left out: one could lead anywhere.
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map(({ name }) => name)
      .sort()
      .map((name) => `${home}${part}/${name}`);
  });
}

const stampOf = (fence: Fence): string =>
  filesOf(fence)
    .map((path) => {
      const { mtimeMs, size } = statSync(join(fence.root, path));
      return `${path} ${mtimeMs} ${size}`;
    })
    .join('\n');
