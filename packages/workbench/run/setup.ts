/** How a run begins: its chance, its network, and who stands at each stage of each node. Plain data. */
import type { Address } from '@weekend/protocol';
import { calm, type Network, rough } from '@weekend/simulator';

/** The stages that a Raft node is made of, in the order in which a student meets them. */
export const stageNames = ['election', 'log-replication', 'kv-store'] as const;
export type StageName = (typeof stageNames)[number];

/** Whose module stands at a stage. A mutant is a small known-wrong variant, by its number. */
export type Who = 'mine' | 'reference' | 'absent' | `mutant-${number}`;

export type Lineup = Readonly<Record<StageName, Who>>;

export interface Setup {
  /** A whole number. */
  seed: number;
  network: NetworkName;
  /** One for each node: the first is that of `n1`. */
  lineups: readonly Lineup[];
}

export const networks = {
  /** A local network: 1 to 10 ms, nothing is lost. */
  quick: calm,
  /** Wide enough that messages are seen to travel. */
  slow: { delay: { min: 15, max: 45 } },
  /** Loses, repeats, delays and reorders. */
  rough,
} satisfies Record<string, Network>;

export type NetworkName = keyof typeof networks;

export const mostNodes = 9;

export const address = (place: number): Address => `n${place + 1}`;

export const addresses = ({ lineups }: Setup): Address[] => lineups.map((_, place) => address(place));

/** Everybody runs the same, up to a stage; what comes after it is not there. */
export function evenLineup(upTo: StageName, who: Who): Lineup {
  const last = stageNames.indexOf(upTo);
  const at = (stage: StageName): Who => (stageNames.indexOf(stage) <= last ? who : 'absent');
  return { election: at('election'), 'log-replication': at('log-replication'), 'kv-store': at('kv-store') };
}

export const evenSetup = (nodes: number, seed: number, lineup: Lineup, network: NetworkName = 'slow'): Setup => ({
  seed,
  network,
  lineups: Array.from({ length: nodes }, () => lineup),
});
