/** Stage 02: consistency models, from eventual to linearizable. One milestone a file, in the order in which one writes the code. */
import type { Consistency } from '@weekend/consistency';
import type { Suite } from '../suite.ts';
import { causalDelivery } from './causal-delivery.ts';
import { gossipConverges } from './gossip-converges.ts';
import { isLinearizable } from './is-linearizable.ts';
import { localReads } from './local-reads.ts';
import { newestVersion } from './newest-version.ts';
import { oneOrder } from './one-order.ts';
import { sessionsKept } from './session-guarantees.ts';
import { strongestModel } from './strongest-model.ts';
import { throughThePrimary } from './through-the-primary.ts';
import { vectorClocks } from './vector-clocks.ts';

export const consistency: Suite<Consistency> = {
  stage: 'consistency',
  handlers: [
    'newest',
    'onEventualGet',
    'onEventualPut',
    'onGossipTimer',
    'onGossip',
    'compareClocks',
    'mergeClocks',
    'onCausalGet',
    'onCausalPut',
    'onUpdate',
    'onSequentialGet',
    'onSequentialPut',
    'onForward',
    'onOrdered',
    'onPrimaryGet',
    'onPrimaryPut',
    'onReplicate',
    'onReplicated',
    'onView',
    'strongestModel',
    'isLinearizable',
  ],
  milestones: [
    newestVersion,
    gossipConverges,
    vectorClocks,
    causalDelivery,
    sessionsKept,
    oneOrder,
    localReads,
    throughThePrimary,
    strongestModel,
    isLinearizable,
  ],
};
