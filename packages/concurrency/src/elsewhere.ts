/**
 * Coroutines that run in another process and meet ours at promises: where there are some, everybody waits only if they do,
 * too. For a judge who keeps a student's code in a sandbox; elsewhere nobody is elsewhere.
 */

export interface Elsewhere {
  /** Called when nobody can run here. Lets those run there who can. False if nobody could, and nothing has come of it. */
  run(): boolean;
  /** A moment passes here: those run there who can run now, and nobody whom they wake. */
  moment(): void;
}

let elsewhere: Elsewhere | undefined;

export function runsElsewhere(other: Elsewhere | undefined): void {
  elsewhere = other;
}

// Taken while it is there: a stage runs without it.
declare const setImmediate: (call: () => void) => unknown;
const afterEverybody = setImmediate;

/** Resolves once every coroutine that can run has run. */
export const everybodyWaits = (): Promise<void> => new Promise(whenAllWait);

function whenAllWait(resolve: () => void): void {
  afterEverybody(() => {
    if (elsewhere?.run()) whenAllWait(resolve);
    else resolve();
  });
}

/** Lets those run who only need a moment: one turn of the queue of promises. */
export async function aMoment(): Promise<void> {
  elsewhere?.moment();
}
