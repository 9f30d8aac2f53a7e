/** How a scene or a run says that the stage falls short: by throwing a sentence for the student. */

export class Refuted extends Error {
  override name = 'Refuted';
  /** Where it is not the milestone's own. */
  readonly rule: string | undefined;

  constructor(message: string, rule?: string) {
    super(message);
    this.rule = rule;
  }
}

/** `insist(granted, 'n1 has refused …; wanted …')`. */
export function insist(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Refuted(message);
}
