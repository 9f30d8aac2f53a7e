/** Builds the image that containers run, from the code as it is now. */
import type Docker from 'dockerode';
import { say } from '../../words/say.ts';
import { dockerfile, image } from '../container.ts';
import { archive } from './archive.ts';
import { findBase } from './base.ts';
import { contextItems } from './context.ts';
import { isGone } from './errors.ts';
import { finished } from './progress.ts';

/** The image's id, which nobody else can move, unlike its name. `tell` hears what somebody has to wait for. */
export async function buildImage(
  docker: Docker,
  attempt: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const base = await findBase(docker, attempt);
  if (base.done) tell(base.done);
  tell(say('engine-builds', { image, base: base.name }));
  const before = await idOf(docker);
  const options = { t: image, dockerfile, buildargs: { BASE: base.name }, forcerm: true, abortSignal: signal };
  await finished(docker, await docker.buildImage(archive(contextItems()), options));
  const built = await idOf(docker);
  if (!built) throw new Error(`Cannot ${attempt}: Docker built the image ${image} and does not have it`);
  if (before && before !== built) await forget(docker, before);
  return built;
}

async function idOf(docker: Docker): Promise<string | undefined> {
  const found = await docker.getImage(image).inspect().catch(isGone);
  return found?.Id;
}

/** An image that has lost its name is of no use, unless a container still runs it: then Docker keeps it. */
async function forget(docker: Docker, id: string): Promise<void> {
  await docker
    .getImage(id)
    .remove()
    .catch(() => {});
}
