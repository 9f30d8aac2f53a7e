/**
 * Follows files while they are written: by the events of the system, and by looking, which is slower and never fails. Tells
 * of a save once its text has settled: some editors empty the file first, some put another one in its place.
 */
import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Following {
  /** How often to look, in milliseconds, whatever the events say. */
  everyMs: number;
  signal: AbortSignal;
  /** A file, or a module of the student's beside it, has another text. */
  onSave(file: string): void;
  onGone(file: string): void;
}

export function follow(files: readonly string[], following: Following): void {
  const followed = files.map((file) => new Followed(file, following));
  const timer = setInterval(() => {
    for (const each of followed) each.look();
  }, following.everyMs);
  following.signal.addEventListener('abort', () => {
    clearInterval(timer);
    for (const each of followed) each.close();
  });
}

/** How long a text must stay the same to be whole, and how long a file may be empty or missing in between. */
const settledMs = 10;
const patienceMs = 400;

class Followed {
  readonly #file: string;
  readonly #following: Following;
  #known: string;
  #seen: string;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(file: string, following: Following) {
    this.#file = file;
    this.#following = following;
    this.#known = contentsOf(file);
    this.#seen = this.#known;
    this.#listen();
  }

  /** Something may have happened. Asks the files themselves: an event says neither what nor whether it is over. */
  look(): void {
    if (this.#watcher === undefined) this.#listen();
    if (this.#timer === undefined && contentsOf(this.#file) !== this.#known) this.#settle(0);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watcher?.close();
  }

  #settle(waitedMs: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const now = contentsOf(this.#file);
      const isBetween = now === '' || now === gone;
      if (now !== this.#seen || (isBetween && waitedMs < patienceMs)) {
        this.#seen = now;
        this.#settle(waitedMs + settledMs);
      } else if (now !== this.#known) {
        this.#known = now;
        if (now === gone) this.#following.onGone(this.#file);
        else this.#following.onSave(this.#file);
      }
    }, settledMs);
  }

  /** On the folder: who puts another file in place of the old one takes away what was watched. */
  #listen(): void {
    try {
      this.#watcher = watch(dirname(this.#file), { persistent: false }, () => this.look());
      this.#watcher.on('error', () => {
        this.#watcher?.close();
        this.#watcher = undefined;
      });
    } catch {
      // Too many watchers, or no folder: looking is enough.
    }
  }
}

const gone = '\u0000gone';

/** The file's text, and what tells that one of the student's own modules beside it is another. */
function contentsOf(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    return text === '' ? '' : text + besides(file);
  } catch {
    return gone;
  }
}

function besides(file: string): string {
  const folder = dirname(file);
  const names = readdirSync(folder).filter((name) => isModule(name) && name !== basename(file));
  return names.map((name) => `\u0000${name} ${stampOf(join(folder, name))}`).join('');
}

/** What a submission may import. Editors leave drafts and backups, which begin or end otherwise. */
const isModule = (name: string): boolean => /^[^.].*(?<![.]test)[.]m?[tj]s$/.test(name);

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
}
