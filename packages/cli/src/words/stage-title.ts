/** The name of a stage, as people call it. */
import type { Stage } from '../stages.ts';
import { en } from './en.ts';
import { type PlainKey, say } from './say.ts';

/** A stage that has no name here yet has the one of its list. */
export function stageTitle({ name, title }: Pick<Stage, 'name' | 'title'>): string {
  const key = `stage-${name}`;
  return isTitle(key) ? say(key) : title;
}

const isTitle = (key: string): key is Extract<PlainKey, `stage-${string}`> => key in en;
