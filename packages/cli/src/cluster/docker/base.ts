/** What the image is built from: node:24-slim, or, where no registry gives it, the Node of this very machine. */
import type Docker from 'dockerode';
import { CannotRun } from '../../cannot-run.ts';
import { say } from '../../words/say.ts';
import { usualBase } from '../container.ts';
import { archive } from './archive.ts';
import { filesOfNode, nodeHere } from './node-here.ts';
import { finished } from './progress.ts';

export interface Base {
  name: string;
  /** What was done to have it, for a person to read. Nothing if there was nothing to do. */
  done?: string;
}

/** Looks for the usual base here and at the registry, pulls nothing, and makes another if there is no other way. */
export async function findBase(docker: Docker, attempt: string): Promise<Base> {
  if (await isLocal(docker, usualBase)) return { name: usualBase };
  const node = nodeHere();
  const ownBase = `raft-weekend-base:${node.version}`;
  if (await isLocal(docker, ownBase)) return { name: ownBase };
  if (await isOffered(docker, usualBase)) return { name: usualBase };
  await refuseOtherMachines(docker, attempt);
  await importBase(docker, ownBase, filesOfNode(node.file));
  return { name: ownBase, done: say('engine-own-base', { usual: usualBase, own: ownBase }) };
}

const isLocal = (docker: Docker, name: string): Promise<boolean> => answers(docker.getImage(name).inspect());

const isOffered = (docker: Docker, name: string): Promise<boolean> => answers(docker.getImage(name).distribution());

const answers = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

/** A program of this machine runs in containers that are this machine. */
async function refuseOtherMachines(docker: Docker, attempt: string): Promise<void> {
  const engine = await docker.info();
  const here = { x64: 'linux x86_64', arm64: 'linux aarch64' }[process.arch as string];
  const there = `${engine.OSType} ${engine.Architecture}`;
  if (process.platform === 'linux' && here === there) return;
  const thisMachine = `${process.platform} ${process.arch}`;
  throw new CannotRun(say('engine-no-base', { attempt, base: usualBase, here: thisMachine, there }));
}

/** As `docker import` does it: an archive of files becomes an image. */
async function importBase(docker: Docker, name: string, files: ReturnType<typeof filesOfNode>): Promise<void> {
  const [repo, tag] = name.split(':');
  const changes = ['ENV PATH=/usr/local/bin', 'CMD ["node"]'];
  await finished(docker, await docker.importImage(archive(files), { repo, tag, changes }));
}
