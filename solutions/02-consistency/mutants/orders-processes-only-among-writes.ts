/** Sequential order that keeps a process’s writes in order, and not its reads. */
import type { Consistency, Operation } from '@weekend/consistency';
import { consistency as reference } from '../consistency.ts';
import { hasOrder, inProcessOrder, inRealTime } from '../judges.ts';

export const consistency: Consistency = {
  ...reference,

  strongestModel(history) {
    if (hasOrder(history, inRealTime)) return 'linearizable';
    const isWrite = (operation: Operation) => operation.input.kind === 'write';
    const isLoose = hasOrder(history, (a, b) => isWrite(a) && isWrite(b) && inProcessOrder(a, b));
    return isLoose ? 'sequential' : reference.strongestModel(history);
  },
};
