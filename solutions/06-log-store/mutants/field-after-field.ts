/** K36: the fields of one save are written one after another. */
import { inSteps } from '../around.ts';

export const logStore = inSteps((changes) => Object.keys(changes).map((field) => ({ [field]: changes[field] })));
