/**
 * What a student's machine tells the board: which milestones are passed, and on which one the student is for how long.
 * Nothing else leaves it. A report is the whole of it each time, so one that is lost is made good by the next.
 */

/** The stages and milestones that there are, in their order. The board shows titles; reports speak in ids. */
export type Curriculum = readonly {
  stage: string;
  title: string;
  milestones: readonly { id: string; title: string }[];
}[];

export interface Report {
  /** Grows from report to report of a member, so that a copy of an older one says nothing. */
  number: number;
  /** The ids of the passed milestones, by stage. A stage that was never graded is absent. */
  passed: Readonly<Record<string, readonly string[]>>;
  /** The first milestone that fails in the stage in work. Absent when all that was graded holds. */
  on?: { stage: string; milestone: string; forMs: number };
}

/** A report out of a stranger's text, or in a sentence what is wrong with it. */
export function parsedReport(text: string, curriculum: Curriculum): Report | string {
  const value = fromJson(text);
  if (!isRecord(value)) return 'a report is a JSON object';
  const { number, passed, on, ...rest } = value;
  if (Object.keys(rest).length > 0) return `a report has no field ${JSON.stringify(Object.keys(rest)[0])}`;
  if (!isCount(number)) return 'number is a whole number';
  const fault = faultOfPassed(passed, curriculum) ?? (on === undefined ? undefined : faultOfOn(on, curriculum));
  return fault ?? (value as unknown as Report);
}

function faultOfPassed(passed: unknown, curriculum: Curriculum): string | undefined {
  if (!isRecord(passed)) return 'passed lists milestones by stage';
  for (const [stage, ids] of Object.entries(passed)) {
    const known = milestonesOf(stage, curriculum);
    if (!known) return `there is no stage ${JSON.stringify(stage)}`;
    if (!Array.isArray(ids) || new Set(ids).size !== ids.length || !ids.every((id) => known.includes(id)))
      return `passed.${stage} lists milestones of ${stage}, each once`;
  }
  return undefined;
}

function faultOfOn(on: unknown, curriculum: Curriculum): string | undefined {
  if (!isRecord(on) || Object.keys(on).length !== 3) return 'on has stage, milestone and forMs';
  const { stage, milestone, forMs } = on;
  const known = milestonesOf(stage, curriculum);
  if (!known?.some((id) => id === milestone)) return 'on names a milestone of a stage';
  return isCount(forMs) ? undefined : 'on.forMs is in whole milliseconds';
}

/** A name as it can be shown in one line, or nothing. */
export function parsedName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return name === '' || [...name].length > longestName ? undefined : name;
}

export const longestName = 30;

export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const milestonesOf = (stage: unknown, curriculum: Curriculum): string[] | undefined =>
  curriculum.find((each) => each.stage === stage)?.milestones.map(({ id }) => id);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
