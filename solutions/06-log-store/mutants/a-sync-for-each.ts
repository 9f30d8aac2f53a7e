/** One save after another, each with a sync of its own. */
import { inSteps } from '../around.ts';

export const logStore = inSteps((changes) => [changes]);
