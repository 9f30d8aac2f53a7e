/** What a stub calls where a student's code belongs, and how everybody else recognises that it did. */

/** Thrown by a stub. Not a mistake of the student: only a part that is still to come. */
export class NotWritten extends Error {
  override name = 'NotWritten';
}

/** Stands in a stub in place of a body: delete the call and write what `what` says. */
export function notWritten(what: string): never {
  throw new NotWritten(`not written yet: ${what}`);
}
