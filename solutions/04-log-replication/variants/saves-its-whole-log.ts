/** Saves the log as a whole each time: slow, and right. */
import type { World } from '@weekend/protocol';
import type { Raft, Replication, State } from '@weekend/raft';
import { altered } from '../altered.ts';
import { logReplication as reference } from '../log-replication.ts';

const whole = (state: State, world: World<Raft>) => altered(world, { save: () => world.save({ log: [...state.log] }) });

export const logReplication: Replication = {
  ...reference,
  onCommand: (state, command, world) => reference.onCommand(state, command, whole(state, world)),
  onAppendEntries: (state, from, message, world) =>
    reference.onAppendEntries(state, from, message, whole(state, world)),
};
