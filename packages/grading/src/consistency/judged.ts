/** What the checkers say of a run, as the end of a walk. */
import { type Evidence, kvModel, type Verdict } from '@weekend/checkers';
import type { Address, Shape } from '@weekend/protocol';
import { insist, Refuted } from '../refuted.ts';
import type { Asked, Cluster } from './cluster.ts';

/** Refuted unless the history is allowed. `unknown` is never a pass. */
export function holds(verdict: Verdict, rule: string): void {
  switch (verdict.kind) {
    case 'ok':
      return;
    case 'illegal':
      throw new Refuted(wordsOf(verdict.evidence), rule);
    case 'unknown':
      throw new Error(`Cannot judge this run: ${verdict.words}`);
    default:
      verdict satisfies never;
  }
}

/** In one line. */
const wordsOf = ({ words }: Evidence): string =>
  words
    .split('\n')
    .map((line) => line.trim())
    .join('; ')
    .replaceAll(':;', ':');

export const model = kvModel;

/** Everybody has his answer. */
export function allAnswered<S extends Shape>({ asked, sim }: Cluster<S>): void {
  for (const { client, node, key, answer } of asked)
    insist(
      answer !== undefined || !sim.isUp(node),
      `${client.name} has asked ${node} for ${key}, every message has arrived, and it has no answer; wanted one`,
    );
}

/** Each replica is asked for each key; all give the same. */
export function copiesAgree<S extends Shape>(cluster: Cluster<S>, keys: readonly string[]): void {
  for (const key of keys) {
    const reads = cluster.sim.nodes.map((node): [Address, Asked] => [node, cluster.get(node, key)]);
    const values = reads.map(([node, asked]) => {
      return { node, value: cluster.answered(asked, 'nobody has written for a long time') };
    });
    const [first, ...others] = values;
    const other = others.find(({ value }) => value !== first?.value);
    insist(
      other === undefined,
      `everybody has heard of everything, and ${first?.node} holds ${key}=${JSON.stringify(first?.value)} while ${other?.node} holds ${JSON.stringify(other?.value)}; wanted all copies to agree`,
    );
  }
}
