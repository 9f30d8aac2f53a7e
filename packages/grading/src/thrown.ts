/** What a stage throws, told apart: a part that is still to come, or code that broke in the middle of a story. */
import { NotWritten } from '@weekend/protocol';
import type { Told } from './suite.ts';

/** By its name, too: a submission may have loaded its own copy of the class. */
export function isNotWritten(error: unknown): error is Error {
  return error instanceof NotWritten || (error instanceof Error && error.name === 'NotWritten');
}

/** What the stage threw (`cause`), in the middle of a story. Whatever else a milestone throws is our own mistake. */
export class StageThrew extends Error {
  override name = 'StageThrew';
  readonly told: Told;

  constructor(cause: unknown, told: Told = { story: [] }) {
    super('the stage threw', { cause });
    this.told = told;
  }
}
