/** What clients of a node can ask: Consul's key-value HTTP API, and the compact protocol of `@weekend/client`. */
import { randomBytes } from 'node:crypto';
import type { Door, Gateway } from '@weekend/process';
import type { Raft } from '@weekend/raft';
import { Insider } from './insider.ts';
import { kvPages } from './kv-pages.ts';
import { statusPages } from './status-pages.ts';
import { Visitors } from './visitors.ts';
import { Watches } from './watches.ts';

export interface ApiOptions {
  /** For how many milliseconds a request waits for a leader: Consul's `rpc_hold_timeout`. */
  hold?: number;
}

export function openGateway(door: Door<Raft>, { hold = 7_000 }: ApiOptions = {}): Gateway<Raft> {
  // So that an answer to somebody who asked before this node went down is not taken for another's.
  const life = randomBytes(6).toString('base64url');
  const insider = new Insider(door, life);
  const visitors = new Visitors(door, life);
  const watches = new Watches();
  return {
    mount(pages) {
      kvPages(pages, { store: insider.asker, watches, hold });
      statusPages(pages, door);
    },
    onUpgrade: (request, socket, head) => visitors.onUpgrade(request, socket, head),
    deliver(replies) {
      for (const { to, text } of replies) if (to === insider.address) insider.deliver(text);
      visitors.deliver(replies);
    },
    onTurns: (state) => watches.onTurns(state),
    pause: (yes) => visitors.pause(yes),
    close() {
      insider.close();
      visitors.close();
    },
  };
}
