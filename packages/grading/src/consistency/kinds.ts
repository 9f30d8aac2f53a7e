/** The four kinds of replicas of this stage, made of the functions that a student writes. */
import {
  type Causal,
  type Consistency,
  causalNode,
  type Eventual,
  eventualNode,
  type Get,
  type PrimaryBackup,
  type Put,
  primaryNode,
  type Sequential,
  sequentialNode,
  tellCausal,
  tellEventual,
  tellPrimary,
  tellSequential,
} from '@weekend/consistency';
import type { Ask, Kind } from './cluster.ts';

export const eventual = (stage: Consistency): Kind<Eventual> => ({
  node: eventualNode(stage),
  teller: tellEventual,
  request: plain,
});

export const causal = (stage: Consistency): Kind<Causal> => ({
  node: causalNode(stage),
  teller: tellCausal,
  request: (id, ask, after) => ({ ...plain(id, ask), after: { ...after } }),
});

export const sequential = (stage: Consistency): Kind<Sequential> => ({
  node: sequentialNode(stage),
  teller: tellSequential,
  request: plain,
});

export const primary = (stage: Consistency): Kind<PrimaryBackup> => ({
  node: primaryNode(stage),
  teller: tellPrimary,
  request: plain,
});

const plain = (id: number, { key, value }: Ask): Get | Put =>
  value === undefined ? { kind: 'Get', id, key } : { kind: 'Put', id, key, value };
