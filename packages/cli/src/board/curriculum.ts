/** The stages and milestones that the board speaks of: all that can be graded. */
import type { Curriculum } from '@weekend/board/server';
import { stages } from '../stages.ts';
import { suiteOf } from '../suites.ts';

export const curriculum = (): Curriculum =>
  stages.map(({ name, title }) => ({
    stage: name,
    title,
    milestones: suiteOf(name).milestones.map((milestone) => ({ id: milestone.id, title: milestone.title })),
  }));
