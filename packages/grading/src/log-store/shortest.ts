/** When a life ends badly, so may a shorter one, and that is the one to tell. */
import { Refuted } from '../refuted.ts';
import { isNotWritten, StageThrew } from '../thrown.ts';
import type { Scene } from './scene.ts';
import type { Script } from './scripts.ts';

export type Attempt = (scene: Scene, script: Script) => Promise<void>;

/** Attempts a script. If that fails, the scene is that of the shortest script found that fails, too, and so is the error. */
export async function shortestOf(scene: Scene, script: Script, attempt: Attempt): Promise<void> {
  let failed = await failure(scene, script, attempt);
  if (failed === undefined) return;
  for (let next: Script | undefined = script; next; ) {
    const shorter: Script[] = shortened(next);
    next = undefined;
    for (const each of shorter) {
      const other = scene.another();
      const error = await failure(other, each, attempt);
      if (error === undefined || isNotWritten(error)) continue;
      scene.become(other);
      failed = error;
      next = each;
      break;
    }
  }
  throw failed;
}

async function failure(scene: Scene, script: Script, attempt: Attempt): Promise<Error | undefined> {
  try {
    await attempt(scene, script);
    return undefined;
  } catch (error) {
    if (error instanceof Refuted || error instanceof StageThrew) return error;
    // A tail that begins beyond its list: what it builds on was left out.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The script without one of its steps, or without one save of a step. */
function shortened(script: Script): Script[] {
  return script.flatMap((step, at) => {
    const [before, after] = [script.slice(0, at), script.slice(at + 1)];
    const fewer = step.saves.map((_, i) => ({ ...step, saves: step.saves.filter((_save, other) => other !== i) }));
    return [[...before, ...after], ...(step.saves.length > 1 ? fewer.map((each) => [...before, each, ...after]) : [])];
  });
}
