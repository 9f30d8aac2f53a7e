/** Raft in a space-time diagram: a colour for each term, and a heavy line for who leads. */
import type { Message } from './messages.ts';
import type { Raft, State } from './state.ts';
import { tellRaft } from './tell.ts';

export const drawRaft = {
  ...tellRaft,

  /** The term stands beside it, since its colour alone says too little. */
  brief(message: Message): string {
    const words = tellRaft.message(message).replace(/ prev=\S+| last=\S+/, '');
    return 'term' in message ? `${words} @${message.term}` : words;
  },

  epoch: {
    name: (term: number): string => `term ${term}`,
    ofNode: (state: Raft['State']): number => state.currentTerm,
    ofMessage: (message: Message): number | undefined => ('term' in message ? message.term : undefined),
  },

  rank: ({ role }: State): 'plain' | 'rises' | 'leads' => {
    switch (role.kind) {
      case 'leader':
        return 'leads';
      case 'candidate':
        return 'rises';
      case 'follower':
        return 'plain';
      default:
        return role satisfies never;
    }
  },
};
