/** The two ways in which a request can fail. Whoever writes has to tell them apart. */

/** Nothing was done, and nothing will be. */
export class NotDone extends Error {
  override name = 'NotDone';
}

/** The write may have been done, or may still be: nobody could be asked in time. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
}
