/** Keeps nothing of what was deleted, so a list’s index falls with its newest key. */
import type { KeyValue } from '@weekend/raft';
import { afterWrite } from '../altered.ts';

export const kvStore: KeyValue = afterWrite((machine) => {
  machine.graves = [];
});
