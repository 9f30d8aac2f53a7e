/** OK17: sends a command before it is on its own disk, and counts itself once it is. */
import type { World } from '@weekend/protocol';
import { type Index, type Leader, lastIndex, type Raft, type Replication, type State } from '@weekend/raft';
import { altered, heldBy, majority } from '../altered.ts';
import { plainLeader } from '../plain-leader.ts';

interface Saving extends State {
  /** How much of the log is on the disk, where that is not all of it. */
  savedUpTo?: Index | null;
}

export const logReplication: Replication = {
  ...plainLeader,

  onElected(state: Saving, world) {
    saveTheRest(state, world);
    plainLeader.onElected(state, world);
  },

  onCommand(state: Saving, command, world) {
    if (state.peers.length === 0) return plainLeader.onCommand(state, command, world);
    state.savedUpTo ??= lastIndex(state.log);
    const { commitIndex } = state;
    const index = plainLeader.onCommand(state, command, altered(world, { save() {} }));
    state.commitIndex = commitIndex;
    return index;
  },

  sendEntries(state: Saving, peer, world) {
    plainLeader.sendEntries(state, peer, world);
    saveTheRest(state, world);
  },

  onAppendEntries(state: Saving, from, message, world) {
    saveTheRest(state, world);
    plainLeader.onAppendEntries(state, from, message, world);
  },

  onAppendEntriesReply(state: Saving, from, message, world) {
    const before = state.commitIndex;
    plainLeader.onAppendEntriesReply(state, from, message, world);
    state.commitIndex = before;
    if (state.role.kind !== 'leader') return;
    const saved = { ...state, log: state.log.slice(0, state.savedUpTo ?? lastIndex(state.log)) };
    state.commitIndex = Math.max(before, heldBy(saved, state.role as Leader, majority(state)));
  },
};

function saveTheRest(state: Saving, world: World<Raft>): void {
  const from = state.savedUpTo ?? lastIndex(state.log);
  if (from < lastIndex(state.log)) world.save({ log: { from, items: state.log.slice(from) } });
  state.savedUpTo = null;
}
