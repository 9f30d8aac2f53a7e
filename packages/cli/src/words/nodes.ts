/** How many nodes, in words. */
import { say } from './say.ts';

export const nodesInWords = (count: number): string => (count === 1 ? say('nodes-one') : say('nodes-many', { count }));
