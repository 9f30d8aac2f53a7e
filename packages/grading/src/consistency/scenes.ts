/** Scenes, played in order, and walks, one a seed, on replicas of one kind. Only the functions in `needed` have to be written. */
import type { Causal, Consistency } from '@weekend/consistency';
import type { Address, Shape } from '@weekend/protocol';
import { Random } from '@weekend/simulator';
import { trySeeds } from '../seeds.ts';
import type { Broken, Dice } from '../suite.ts';
import { asFarAsWritten } from '../written.ts';
import { Cluster, type Kind, type Setting, type Which } from './cluster.ts';

export interface Scene<S extends Shape> {
  nodes: readonly Address[];
  ahead?: Setting['ahead'];
  act(cluster: Cluster<S>): void;
}

export type Handler = keyof Consistency & string;

export type Kinds<S extends Shape> = (stage: Consistency) => Kind<S>;

export const emptyIsAValue = 'it was written: a text without a character is a value, and not nothing';

export const two = ['n1', 'n2'];
export const three = ['n1', 'n2', 'n3'];

export function playScenes<S extends Shape>(
  stage: Consistency,
  kinds: Kinds<S>,
  needed: readonly Handler[],
  scenes: readonly Scene<S>[],
): Broken | undefined {
  const kind = kinds(written(stage, needed));
  for (const { act, ...scene } of scenes) {
    const broken = trySeeds<S>({ seed: 1, seeds: 1 }, (seed, simulate) => {
      const cluster = new Cluster(kind, { ...scene, seed }, simulate);
      return { sim: cluster.sim, act: () => act(cluster), story: () => cluster.story() };
    });
    if (broken) return { ...broken, seed: undefined };
  }
  return undefined;
}

/** `act` throws `Refuted` where the stage falls short. */
export function walkSeeds<S extends Shape>(
  stage: Consistency,
  kinds: Kinds<S>,
  needed: readonly Handler[],
  dice: Dice,
  nodes: (random: Random) => Omit<Setting, 'seed'>,
  act: (cluster: Cluster<S>, random: Random) => void,
): Broken | undefined {
  const kind = kinds(written(stage, needed));
  return trySeeds<S>(dice, (seed, simulate) => {
    const random = new Random(seed, 'walk');
    const cluster = new Cluster(kind, { ...nodes(random), seed }, simulate);
    return { sim: cluster.sim, act: () => act(cluster, random), story: () => cluster.story() };
  });
}

/** These answer something; the others change a state. */
const answering: readonly Handler[] = ['newest', 'compareClocks', 'mergeClocks', 'strongestModel', 'isLinearizable'];

export const written = (stage: Consistency, needed: readonly Handler[]): Consistency =>
  asFarAsWritten(stage, needed, answering);

/** Updates that bring a value to a replica, whoever passes them on. */
export const bringing =
  (value: string, receiver: Address): Which<Causal> =>
  ({ to, message }) =>
    to === receiver && message.kind === 'Update' && message.version?.value === value;
