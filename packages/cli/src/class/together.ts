/** Stages whose functions answer with promises can't be asked over a line, one question after another. */
import { suiteOf } from '../suites.ts';
import { apartLimits } from './apart-limits.ts';
import type { Case } from './boxes/box.ts';

/** Whether the suite has to run beside the code, in one process. */
export const runsTogether = ({ stage }: Pick<Case, 'stage'>): boolean => suiteOf(stage.name).async === true;

/** Nobody hears of each handler that returns, only of each milestone. */
export const togetherLimits = { ...apartLimits, handlerMs: 15_000 };
