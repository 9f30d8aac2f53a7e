/**
 * A follower and its machine: a leader of ours tells it what is committed, entry by entry, and stale reads show what came of
 * it. So the indexes are exactly those that a scene says.
 */
import { inspected } from '@weekend/protocol';
import type { Answer, Entry, Index, KeyValue, Raft, Read, RequestId, Write } from '@weekend/raft';
import type { Actor } from '../actor.ts';
import { ofKind } from '../raft/messages.ts';
import { insist } from '../refuted.ts';
import { playEach, type Walk } from '../scene.ts';
import type { Broken } from '../suite.ts';
import { asFarAsWritten } from '../written.ts';
import { get, list, nobody, told } from './asks.ts';
import { type Handler, storeNode } from './node.ts';
import { tellClients } from './story.ts';

export type Act = (follower: Follower) => void;

export type Found = Extract<Answer, { kind: 'read' }>;

/** What breaks first when these scenes are played in order. Only the handlers in `needed` have to be written for them. */
export function playFollower(
  stage: KeyValue,
  needed: readonly Handler[],
  acts: readonly (Act | Walk<Follower>)[],
): Broken | undefined {
  const protocol = inspected(storeNode(asFarAsWritten(stage, needed)));
  return playEach<Raft, Follower>(
    tellClients,
    acts,
    (scene) => new Follower(scene.actor(protocol, { me: 'n1', peers: ['n2', 'n3'], disk: { currentTerm: 1 } })),
  );
}

export class Follower {
  readonly node: Actor<Raft>;
  #entries: Entry[] = [];
  #asked = 0;

  constructor(node: Actor<Raft>) {
    this.node = node;
  }

  /** The next entry is committed. Its index. */
  applies(write: Write, id: RequestId = nobody): Index {
    return this.#commits({ kind: 'write', id, write });
  }

  /** The next entry is one that a new leader wrote for itself. */
  appliesNothing(): Index {
    return this.#commits({ kind: 'no-op' });
  }

  gets(key: string): Found {
    return this.#reads(get(key, 'stale'));
  }

  lists(prefix: string): Found {
    return this.#reads(list(prefix, 'stale'));
  }

  #commits(command: Entry['command']): Index {
    const prevLogIndex = this.#entries.length;
    const prevLogTerm = prevLogIndex === 0 ? 0 : 1;
    const entry: Entry = { term: 1, command };
    this.#entries.push(entry);
    const leaderCommit = prevLogIndex + 1;
    const entries = [entry];
    const message = { kind: 'AppendEntries', term: 1, leaderId: 'n2', prevLogIndex, prevLogTerm, entries } as const;
    this.node.hears('n2', { ...message, leaderCommit });
    return leaderCommit;
  }

  #reads(ask: Read): Found {
    const id = { session: null, seq: ++this.#asked };
    this.node.hears('c1', { kind: 'Request', id, ask });
    const [reply, another] = ofKind('Reply', this.node.sent).filter(({ to }) => to === 'c1');
    insist(
      reply !== undefined,
      `n1 was asked for ${told(ask)} and has not answered; wanted an answer at once, from its own machine`,
    );
    insist(another === undefined, `n1 was asked once for ${told(ask)} and has answered twice; wanted one answer`);
    const { id: repliedTo, answer } = reply.message;
    insist(
      repliedTo?.session === null && repliedTo.seq === id.seq,
      `n1 has answered a request with the id ${JSON.stringify(id)} under the id ${JSON.stringify(repliedTo)}; wanted the request's own`,
    );
    insist(
      answer?.kind === 'read' && Array.isArray(answer.pairs),
      `n1 has answered ${told(ask)} with ${JSON.stringify(answer)}; wanted a "read" with the pairs of its own machine`,
    );
    return answer;
  }
}

/** `x=1 y=2`. */
export const toldPairs = ({ pairs }: Found): string =>
  pairs.length === 0 ? 'nothing' : pairs.map(({ key, value }) => `${key}=${value}`).join(' ');
