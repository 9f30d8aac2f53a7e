/**
 * Hears that a student has saved, by the system where it tells, and by looking where it does not (network drives, containers).
 * Editors write in several steps, so a file counts as saved when nothing more has come for a moment.
 */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of silence, and between two looks. */
const settled = 40;
const lookEvery = 1000;

export interface Saved {
  close(): void;
}

/** `onSaved` hears the name of each folder of `home` in which a module has changed. */
export function watchFolders(home: string, folders: readonly string[], onSaved: (folder: string) => void): Saved {
  const timers = new Map<string, NodeJS.Timeout>();
  const seen = new Map(folders.map((folder) => [folder, stampOf(join(home, folder))]));

  // Both ways lead here, and whoever comes second finds nothing new.
  const look = (folder: string) => {
    const stamp = stampOf(join(home, folder));
    if (stamp === seen.get(folder)) return;
    seen.set(folder, stamp);
    onSaved(folder);
  };
  const soon = (folder: string) => {
    clearTimeout(timers.get(folder));
    timers.set(
      folder,
      setTimeout(() => look(folder), settled),
    );
  };

  const watchers = folders.flatMap((folder) => watcherOf(join(home, folder), () => soon(folder)));
  const polling = setInterval(() => {
    for (const folder of folders) look(folder);
  }, lookEvery);
  polling.unref();

  return {
    close() {
      clearInterval(polling);
      for (const timer of timers.values()) clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watcherOf(folder: string, onChange: () => void): FSWatcher[] {
  try {
    // Where a watcher fails later, the looks go on.
    return [watch(folder, onChange).on('error', () => {})];
  } catch {
    return [];
  }
}

/** When each module of a folder was last written, and its size: equal stamps, nothing saved. */
function stampOf(folder: string): string {
  try {
    return readdirSync(folder)
      .filter((name) => /[.]m?[jt]s$/.test(name) && !/[.]test[.]/.test(name))
      .map((name) => {
        const { mtimeMs, size } = statSync(join(folder, name));
        return `${name} ${mtimeMs} ${size}`;
      })
      .join('\n');
  } catch {
    // Gone for a moment, as when an editor renames: the next look tells.
    return '';
  }
}
