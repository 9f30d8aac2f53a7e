/** A request that can't be answered: the status, and why, in words. */

export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: 400 | 405 | 413;

  constructor(status: Refusal['status'], why: string) {
    super(why);
    this.status = status;
  }
}

export const badRequest = (why: string): Refusal => new Refusal(400, why);
