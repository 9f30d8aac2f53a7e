/** A tar archive of files of this machine, as a stream: what Docker takes as a context or as an image. */
import { readFileSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';

export type Item =
  | { kind: 'file'; name: string; from: string }
  | { kind: 'text'; name: string; text: string }
  | { kind: 'folder'; name: string; mode: number };

/** Everything in it belongs to root and has no date, so that equal contents make equal archives. */
export function archive(items: readonly Item[]): Readable {
  const tar = pack();
  for (const item of items) {
    const header = { name: item.name, uid: 0, gid: 0, mtime: new Date(0) };
    switch (item.kind) {
      case 'file':
        tar.entry({ ...header, mode: modeInside(item.from) }, readFileSync(item.from));
        break;
      case 'text':
        tar.entry({ ...header, mode: 0o644 }, item.text);
        break;
      case 'folder':
        tar.entry({ ...header, type: 'directory', mode: item.mode });
        break;
      default:
        item satisfies never;
    }
  }
  tar.finalize();
  return Readable.from(tar);
}

/** The node's user must be able to read what its owner can read here, and to run what its owner can run. */
const modeInside = (file: string): number => (statSync(file).mode & 0o100 ? 0o755 : 0o644);
