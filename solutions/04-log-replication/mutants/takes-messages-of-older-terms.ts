/** R42: a deposed leader is as good as any (Figure 2, AppendEntries receiver 1). */
import { receiving } from '../altered.ts';

export const logReplication = receiving({ isOver: () => false });
