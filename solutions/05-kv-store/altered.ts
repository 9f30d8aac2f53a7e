/** For the variants and mutants beside the reference: small ways to change what it sees, asks for and leaves behind. */
import { type Address, copy, type World } from '@weekend/protocol';
import type { Answer, Command, Index, KeyValue, Machine, Raft, Read, Request, State, Write } from '@weekend/raft';
import { kvStore as reference } from './kv-store.ts';

/** A world like another, in which some calls do something else. */
export const altered = (world: World<Raft>, changes: Partial<World<Raft>>): World<Raft> => ({
  now: world.now,
  save: (saved) => world.save(saved),
  send: (to, message) => world.send(to, message),
  setTimer: (timer, min, max) => world.setTimer(timer, min, max),
  clearTimer: (timer) => world.clearTimer(timer),
  choose: (options) => world.choose(options),
  ...changes,
});

type InWorld = (world: World<Raft>, state: State) => World<Raft>;

/** A stage, in a world that may differ from handler to handler. */
export const inWorld = (change: InWorld, stage: KeyValue = reference): KeyValue => ({
  onRequest: (state, from, request, world, propose) =>
    stage.onRequest(state, from, request, change(world, state), propose),
  onElected: (state, world, propose) => stage.onElected(state, change(world, state), propose),
  onDeposed: (state, world) => stage.onDeposed(state, change(world, state)),
  apply: (state, entry, index, world) => stage.apply(state, entry, index, change(world, state)),
  onConfirmLeader: (state, from, message, world) => stage.onConfirmLeader(state, from, message, change(world, state)),
  onConfirmLeaderReply: (state, from, message, world) =>
    stage.onConfirmLeaderReply(state, from, message, change(world, state)),
  onConfirmTimeout: (state, world) => stage.onConfirmTimeout(state, change(world, state)),
});

/** The reference, whose answers become others, or none at all. */
export const answering = (
  change: (answer: Answer, state: State, to: Address) => Answer | null,
  stage: KeyValue = reference,
): KeyValue =>
  inWorld(
    (world, state) =>
      altered(world, {
        send(to, message) {
          if (message.kind !== 'Reply') return world.send(to, message);
          const answer = change(message.answer, state, to);
          if (answer) world.send(to, { ...message, answer });
        },
      }),
    stage,
  );

/** The reference, which takes requests for others. */
export const asking = (change: (request: Request, state: State) => Request): KeyValue => ({
  ...reference,
  onRequest: (state, from, request, world, propose) =>
    reference.onRequest(state, from, change(request, state), world, propose),
});

/** The reference, which takes reads for others. */
export const reading = (change: (read: Read, state: State) => Read): KeyValue =>
  asking((request, state) => {
    const { ask } = request;
    return ask.kind === 'get' || ask.kind === 'list' ? { ...request, ask: change(ask, state) } : request;
  });

/** The reference, which applies other commands than the log has. */
export const applying = (change: (command: Command, state: State, index: Index) => Command): KeyValue => ({
  ...reference,
  apply: (state, entry, index, world) =>
    reference.apply(state, { ...entry, command: change(entry.command, state, index) }, index, world),
});

/** The reference, which applies other writes than the log has. */
export const writing = (change: (write: Write, machine: Machine, index: Index) => Write): KeyValue =>
  applying((command, { kv }, index) =>
    command.kind === 'write' ? { ...command, write: change(command.write, kv.machine, index) } : command,
  );

/** The reference, with something more that happens to the machine after each write. */
export const afterWrite = (
  happen: (machine: Machine, write: Write, index: Index, before: Machine) => void,
): KeyValue => ({
  ...reference,
  apply(state, entry, index, world) {
    const before = copy(state.kv.machine);
    reference.apply(state, entry, index, world);
    if (entry.command.kind === 'write') happen(state.kv.machine, entry.command.write, index, before);
  },
});

/** The reference, with something more that happens after each request. */
export const afterRequest = (happen: (state: State, request: Request, world: World<Raft>) => void): KeyValue => ({
  ...reference,
  onRequest(state, from, request, world, propose) {
    reference.onRequest(state, from, request, world, propose);
    happen(state, request, world);
  },
});
