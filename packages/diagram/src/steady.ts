/** Clients and adversaries stand in a run beside the nodes, so an artist may be asked of what he does not know. */
import type { Shape } from '@weekend/protocol';
import { careful } from '@weekend/transcript';
import type { Artist, Rank } from './artist.ts';

export interface Steady<S extends Shape> {
  brief(message: S['Message']): string;
  epochName(epoch: number): string;
  epochOfNode(state: S['State']): number | undefined;
  epochOfMessage(message: S['Message']): number | undefined;
  rank(state: S['State']): Rank;
}

export function steady<S extends Shape>(artist: Artist<S>): Steady<S> {
  const { message } = careful(artist);
  return {
    brief: (about) => orElse(() => artist.brief?.(about), undefined) ?? message(about),
    epochName: (epoch) => artist.epoch?.name(epoch) ?? `${epoch}`,
    epochOfNode: (state) => orElse(() => artist.epoch?.ofNode(state), undefined),
    epochOfMessage: (about) => orElse(() => artist.epoch?.ofMessage(about), undefined),
    rank: (state) => orElse<Rank>(() => artist.rank?.(state) ?? 'plain', 'plain'),
  };
}

function orElse<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
