/**
 * 06 · Log store. The task is in README.md beside this file.
 *
 * `open` is async, and so is all that it works with: stage 01's tools come back here. Replace each `notWritten(…)` with
 * your code; helper functions of your own are welcome below.
 */
import type { LogStore } from '@weekend/log-store';
import { notWritten } from '@weekend/protocol';

export const logStore: LogStore = {
  /**
   * Finds again what was saved in this store, whatever a crash has left there, and answers an open log. Its `save` is called
   * again and again, often before the save before has settled, and settles when its own is durable. Its `close` settles when
   * every save has settled.
   */
  open(_store) {
    notWritten('open, how what was saved is found again, how changes get into the store, and when they are durable');
  },
};
