/** Grades the student's own file for the page, and keeps the progress as `weekend grade` does. */
import type { GradeStep, WireGrade, WireResult } from '@weekend/workbench/server';
import { tellBoard } from '../board/tell-board.ts';
import type { Result } from '../grade/grade.ts';
import { gradeSubmission, type News } from '../grade/grade-submission.ts';
import { recordGrade } from '../progress.ts';
import { findStage, type Stage, stub } from '../stages.ts';
import { submissionFile } from '../submission-file.ts';
import { language } from '../words/language.ts';
import { milestoneWords } from '../words/milestones.ts';
import { say } from '../words/say.ts';
import { inLanguage } from '../words/sentences/in-language.ts';
import { failureInLanguage } from '../words/told.ts';
import { storyLink } from './story-link.ts';

export async function gradeMine(
  name: string,
  hear: (step: GradeStep) => void,
  callOff: AbortSignal,
): Promise<WireGrade> {
  const attempt = say('do-run', { command: 'grade' });
  const stage = findStage(name, attempt);
  const file = submissionFile(stub(stage), attempt);
  const grade = await gradeSubmission({ stage, file, callOff, hear: (news) => pass(stage, news, hear) });
  // What was called off says nothing of the file.
  callOff.throwIfAborted();
  const note = recordGrade(grade);
  void tellBoard(stage.name);
  return {
    ...grade,
    ...(grade.problem !== undefined && { problem: inLanguage(name, grade.problem) }),
    milestones: grade.milestones.map((result) => withLink(stage, result)),
    ...(note === undefined ? {} : { note }),
  };
}

function pass(stage: Stage, news: News, hear: (step: GradeStep) => void): undefined {
  switch (news.kind) {
    case 'milestones':
      return;
    case 'compiled':
      if (news.compiled.kind === 'errors')
        hear({ kind: 'errors', errors: news.compiled.errors.map((error) => inLanguage(stage.name, error)) });
      return;
    case 'result':
      hear({ kind: 'result', result: withLink(stage, news.result) });
      return;
    default:
      news satisfies never;
  }
}

function withLink(stage: Stage, result: Result): WireResult {
  const { failure, ...told } = result;
  const { title } = milestoneWords(stage.name, result.id, { title: result.title, rule: '' });
  const rest = { ...told, title };
  if (!failure) return rest;
  const { kind, rule, message, story, replay, hint } = failureInLanguage(stage.name, result.id, failure);
  const link = storyLink(stage, result);
  return {
    ...rest,
    failure: { kind, rule, message, story, replay, hint, language: language(), ...(link && { link }) },
  };
}
