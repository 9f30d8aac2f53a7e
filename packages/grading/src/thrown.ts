/** What a stage throws, told apart: a part that is still to come, or code that broke in the middle of a story. */
import { NotWritten } from '@weekend/protocol';

/** By its name, too: a submission may have loaded its own copy of the class. */
export function isNotWritten(error: unknown): error is Error {
  return error instanceof NotWritten || (error instanceof Error && error.name === 'NotWritten');
}

/** What the stage threw (`cause`), in the middle of a story. Whatever else a milestone throws is our own mistake. */
export class StageThrew extends Error {
  override name = 'StageThrew';
  readonly story: readonly string[];
  readonly seed: number | undefined;

  constructor(cause: unknown, story: readonly string[] = [], seed?: number) {
    super('the stage threw', { cause });
    this.story = story;
    this.seed = seed;
  }
}
