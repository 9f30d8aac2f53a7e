/**
 * What a grade says, in the language of whoever reads it. For people alone: what `--json` prints, and what is kept, is English
 * in every language, so that programs can tell equal failures from different ones.
 */
import type { Failure, Grade } from '../grade/grade.ts';
import { language } from './language.ts';
import { hintsOf, milestoneWords } from './milestones.ts';
import { inLanguage } from './sentences/in-language.ts';

export function gradeInLanguage(grade: Grade): Grade {
  const { stage, problem, note, milestones } = grade;
  return {
    ...grade,
    ...(problem !== undefined && { problem: messageInLanguage(stage, problem) }),
    ...(note !== undefined && { note: inLanguage(stage, note) }),
    milestones: milestones.map((result) => {
      const { id, title: english, failure } = result;
      const { title } = milestoneWords(stage, id, { title: english, rule: '' });
      return { ...result, title, ...(failure && { failure: failureInLanguage(stage, id, failure) }) };
    }),
  };
}

/** `id`: the milestone's. */
export function failureInLanguage(stage: string, id: string, failure: Failure): Failure {
  if (language() === 'en') return failure;
  const { kind, message, story, hint } = failure;
  const isOfMilestone = kind === 'broken' || kind === 'threw' || kind === 'not-written';
  const rule = ruleInLanguage(stage, id, failure.rule);
  return {
    ...failure,
    rule,
    message: messageInLanguage(stage, message),
    story: story.map((line) =>
      line.startsWith('✘ ') ? `✘ ${ruleInLanguage(stage, id, line.slice(2))}` : inLanguage(stage, line),
    ),
    hint: (isOfMilestone ? hintsOf(stage, id, hint)[0] : undefined) ?? inLanguage(stage, hint),
  };
}

/** A sentence of its own, with its full stop if it is Japanese. */
export function messageInLanguage(stage: string, message: string): string {
  const told = inLanguage(stage, message);
  return told === message || /[。…]$/.test(told) ? told : `${told}。`;
}

function ruleInLanguage(stage: string, id: string, rule: string): string {
  const own = milestoneWords(stage, id, { title: '', rule }).rule;
  return own === rule ? inLanguage(stage, rule) : own;
}
