/** The Node of this machine and everything that it needs to run, for a base that is made here. Linux alone. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { root } from '../../places.ts';
import type { Item } from './archive.ts';

export interface NodeHere {
  file: string;
  version: string;
}

/** The Node that runs this, or the one that came along with the repository if an older one runs this. */
export function nodeHere(): NodeHere {
  const runsTypeScript = Number(process.versions.node.split('.')[0]) >= 24;
  if (runsTypeScript) return { file: process.execPath, version: process.versions.node };
  const file = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (!existsSync(file)) return { file: process.execPath, version: process.versions.node };
  return { file, version: execFileSync(file, ['--version'], { encoding: 'utf8' }).trim().slice(1) };
}

/** A file system in which that Node runs, as the user `node`, like the image that it stands for. */
export const filesOfNode = (node: string): Item[] => [
  { kind: 'folder', name: 'tmp', mode: 0o1777 },
  { kind: 'text', name: 'etc/passwd', text: 'root:x:0:0::/:/\nnode:x:1000:1000::/:/\n' },
  { kind: 'text', name: 'etc/group', text: 'root:x:0:\nnode:x:1000:\n' },
  { kind: 'text', name: 'etc/nsswitch.conf', text: 'hosts: files dns\n' },
  { kind: 'file', name: 'usr/local/bin/node', from: node },
  ...librariesOf(node).map((from): Item => ({ kind: 'file', name: from.slice(1), from })),
];

/** What it has loaded once it runs, as it reports itself, and what the C library loads later to look names up. */
function librariesOf(node: string): string[] {
  const ask = 'process.report.excludeNetwork = true; process.report.getReport().sharedObjects.join("\\n")';
  const loaded = execFileSync(node, ['--print', ask], { encoding: 'utf8' }).trim().split('\n');
  // What has no path is no file: the kernel lends it.
  const files = loaded.filter((path) => isAbsolute(path));
  const folders = [...new Set(files.map((path) => dirname(path)))];
  const lookUp = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^lib(nss_(files|dns)|resolv)\.so\.2$/.test(name))
      .map((name) => join(folder, name)),
  );
  return [...new Set([...files, ...lookUp])];
}
