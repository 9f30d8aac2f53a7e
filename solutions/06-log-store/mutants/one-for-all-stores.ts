/** The log is a variable of the module: whoever opens a second one gets the first. */
import type { OpenedLog } from '@weekend/log-store';
import { logStore as reference } from '../log-store.ts';

let log: OpenedLog | undefined;

export const logStore = {
  async open(store: Parameters<typeof reference.open>[0]) {
    log ??= await reference.open(store);
    return log;
  },
};
