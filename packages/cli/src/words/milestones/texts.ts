/** What there is to say of the milestones of a stage, besides what its suite says in English. */

/** By the milestone's id. */
export type MilestoneTexts = Readonly<Record<string, MilestoneText>>;

interface MilestoneText {
  /** The second hint: where to look. */
  where: string;
  /** The third hint: what to compare. Never the answer. */
  compare: string;
  ja: {
    title: string;
    rule: string;
    /** A thought; where to look; what to compare. */
    hints: readonly [string, string, string];
  };
}
