/** The runs that are measured, as addresses. */
import { type Action, encode, evenLineup, evenSetup, Session } from '../run/index.ts';
import { modulesBy } from '../run/testing.ts';

/** Replies to heartbeats are held back, each for long: a moment at which so many messages are on their way among nine nodes, and stay so for a while. */
export function crowd(messages: number): string {
  const setup = evenSetup(9, 3, evenLineup('kv-store', 'reference'), 'quick');
  const session = new Session(setup, modulesBy('reference'));
  session.advance(1000);
  const held = new Set<number>();
  while (held.size < messages) {
    session.step();
    for (const { id, kind } of session.view().packets)
      if (kind === 'AppendEntriesReply' && !held.has(id) && held.size < messages) {
        held.add(id);
        session.act({ kind: 'hold', id, by: 60_000 });
      }
  }
  const actions: readonly Action[] = session.branch.actions;
  return encode({ setup, actions: [...actions], moment: session.moment });
}

/** The moment after so many events of a run of five nodes. */
export function longAgo(events: number): string {
  const setup = evenSetup(5, 7, evenLineup('kv-store', 'reference'), 'quick');
  const session = new Session(setup, modulesBy('reference'));
  session.seek(events);
  return encode({ setup, actions: [], moment: session.moment });
}
