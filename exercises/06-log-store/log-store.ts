/**
 * 06 · Log store. The task is in README.md beside this file.
 *
 * `open` is async, and so is all that it works with: stage 01's tools come back here. Replace each `notWritten(…)` with your
 * code; helper functions of your own are welcome below.
 */
import type { LogStore, OrderedStore, Saved } from '@weekend/log-store';
import { notWritten } from '@weekend/protocol';

export const logStore: LogStore = {
  async open(store) {
    const saved = await restore(store);

    return {
      saved,

      /** Called again and again, often before the save before has settled. It settles when this save is durable. */
      save(_changes) {
        notWritten('save, how changes get into the store, in which order, and when they are durable');
      },

      /** Settles when every save has settled. */
      close() {
        notWritten('close, which waits for the saves that are under way');
      },
    };
  },
};

/** What was saved in the store, whatever a crash has left there. */
async function restore(_store: OrderedStore): Promise<Saved> {
  notWritten('restore, how what was saved is found again');
}
