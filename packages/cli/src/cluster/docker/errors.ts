/** What Docker answers when something cannot be done. */
import { CannotRun } from '../../cannot-run.ts';
import { say } from '../../words/say.ts';

/** An answer of the engine's, as its library throws it. */
interface Refusal extends Error {
  statusCode?: number;
  json?: { message?: string };
}

/** For a `catch`: that it is not there is an answer, or, around a removal, what was wanted. Throws anything else again. */
export function isGone(error: Refusal): undefined {
  if (error.statusCode !== 404) throw error;
  return undefined;
}

/** For a `catch`: makes a sentence of what the engine refused, such as a network where no address is left for one. */
export const inDockersWords =
  (attempt: string) =>
  (error: Refusal): never => {
    if (error instanceof FailedReport || error.statusCode !== undefined)
      throw new CannotRun(say('engine-says', { attempt, words: (error.json?.message ?? error.message).trim() }));
    throw error;
  };

/** Thrown when Docker reported a failure in the middle of something that had begun well. */
export class FailedReport extends Error {
  override name = 'FailedReport';
}
