/** A failing run of the student's own file, once more, for the playground. */
import type { StoryQuestion } from '@weekend/workbench/server';
import { gradeSubmission } from '../grade/grade-submission.ts';
import { stages, stub } from '../stages.ts';
import { submissionFile } from '../submission-file.ts';
import { suiteOf } from '../suites.ts';
import { say } from '../words/say.ts';
import { failureInLanguage } from '../words/told.ts';

/** Nothing if there is no such milestone, if it holds now, or if what broke was no run. */
export async function storyOf({ stage: name, milestone, seed }: StoryQuestion): Promise<object | undefined> {
  const stage = stages.find((each) => each.name === name);
  if (!stage || !suiteOf(name).milestones.some(({ id }) => id === milestone)) return undefined;
  const file = submissionFile(stub(stage), say('do-tell-story'));
  const grade = await gradeSubmission({ stage, file, milestone, dice: { seed, seeds: 1 }, trace: true });
  const [result] = grade.milestones;
  if (!result?.failure?.trace) return undefined;
  // A hint is for whoever asks for it.
  const { hint: _, ...failure } = failureInLanguage(name, milestone, result.failure);
  return { stage: name, milestone, seed, title: result.title, ...failure };
}
