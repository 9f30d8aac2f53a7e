/** What every command throws when it could not do what it was asked: one sentence, and exit code 2. */

export class CannotRun extends Error {
  override name = 'CannotRun';
}

/** What an exit code means, the same for every command. */
export const exitCodes = { holds: 0, fellShort: 1, couldNotRun: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
