/** Calls a function of the stage that only answers, and says what it answered. */
import { copy, difference } from '@weekend/protocol';
import { insist, Refuted } from '../refuted.ts';
import type { Broken } from '../suite.ts';
import { StageThrew } from '../thrown.ts';

/** What `call` makes of `given`, which it must leave as it was. */
export function asking<Given, Answer>(name: string, given: Given, call: (given: Given) => Answer): Answer {
  const own = copy(given);
  const answer = orThrew(() => call(own));
  const changed = difference(given, own, 'given');
  insist(
    !changed,
    `${name} has changed what it was given (${changed}); wanted it to leave that as it is, and to answer with something new`,
  );
  return answer;
}

function orThrew<Answer>(call: () => Answer): Answer {
  try {
    return call();
  } catch (error) {
    throw new StageThrew(error);
  }
}

/** What is refuted while `act` asks. */
export function refutation(act: () => void): Broken | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refuted)) throw error;
    const [message = '', ...story] = error.message.split('\n');
    return { message, story };
  }
}
