/** What the workbench's server is given to work with: the graders and the cluster of this command line. */
import { exportOf } from '@weekend/protocol';
import type { Hands, Hints, StageCard, WorkbenchOptions } from '@weekend/workbench/server';
import { desk } from '../loop/desk.ts';
import { mostSteps, nextStep } from '../loop/hint-steps.ts';
import { shown } from '../places.ts';
import { readProgress } from '../progress.ts';
import { type Stage, stages, stub } from '../stages.ts';
import { suiteOf } from '../suites.ts';
import { askedFor, language, speak } from '../words/language.ts';
import { hintsOf, milestoneWords } from '../words/milestones.ts';
import { inLanguage, openBooks } from '../words/sentences/in-language.ts';
import { stageTitle } from '../words/stage-title.ts';
import { clusterHand } from './cluster-hand.ts';
import { gradeMine } from './grade-mine.ts';
import { storyOf } from './story.ts';
import { isPlayable } from './story-link.ts';

export const hands = (): Hands => ({
  language: askedFor,
  async speak(chosen) {
    speak(chosen);
    await openBooks();
  },
  told: inLanguage,
  stages: stageCards,
  grade: gradeMine,
  hint: oneMoreHint,
  story: storyOf,
  cluster: clusterHand(),
});

export const stagesOfCode: WorkbenchOptions['stages'] = stages.map(({ name, folder, imports }) => ({
  name,
  folder,
  imports,
  exportName: exportOf(name),
}));

/** As `weekend hint` gives them, and counted together with it. */
function oneMoreHint(name: string, milestone: string): Hints | undefined {
  const stage = stages.find((each) => each.name === name);
  const found = stage && suiteOf(name).milestones.find(({ id }) => id === milestone);
  if (!found) return undefined;
  const step = nextStep(desk, name, milestone);
  return { language: language(), hints: hintsOf(name, milestone, found.hint).slice(0, step), most: mostSteps };
}

function stageCards(): StageCard[] {
  const { progress } = readProgress();
  return stages.map((stage) => cardOf(stage, progress.stages[stage.name]));
}

function cardOf(
  stage: Stage,
  kept: ReturnType<typeof readProgress>['progress']['stages'][string] | undefined,
): StageCard {
  const milestones = suiteOf(stage.name).milestones.map(({ id, title, points, rule }) => {
    const state: StageCard['milestones'][number]['state'] = kept?.milestones[id] ?? 'not-graded';
    return { id, points, state, ...milestoneWords(stage.name, id, { title, rule }) };
  });
  const sum = (of: typeof milestones) => of.reduce((total, { points }) => total + points, 0);
  return {
    stage: stage.name,
    number: stage.number,
    title: stageTitle(stage),
    folder: stage.folder,
    stub: shown(stub(stage)),
    passed: kept?.passed === true && milestones.every(({ state }) => state === 'passed'),
    graded: kept !== undefined,
    points: { earned: sum(milestones.filter(({ state }) => state === 'passed')), possible: sum(milestones) },
    milestones,
    playable: isPlayable(stage),
  };
}
