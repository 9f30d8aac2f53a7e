/** The simulator is a runtime like the others, on a calm network and on a rough one. */
import type { Running, RuntimeUnderTest } from '@weekend/protocol/runtime.suite';
import { runtimeSuite } from '@weekend/protocol/runtime.suite';
import { describe, expect, test } from 'vitest';
import { calm, type Network, rough } from './network.ts';
import { simulate } from './simulation.ts';

describe('on a calm network', () => runtimeSuite({ describe, test, expect }, simulator(calm)));
describe('on a rough network', () => runtimeSuite({ describe, test, expect }, simulator(rough)));

function simulator(network: Network): RuntimeUnderTest {
  return {
    async run(nodes): Promise<Running> {
      const sim = simulate({ seed: 1, nodes, network });
      return {
        async crash(node) {
          sim.crash(node);
        },
        async restart(node) {
          sim.restart(node);
        },
        async until(holds) {
          const last = sim.turns + 100_000;
          while (!holds()) if (sim.turns > last || !sim.step()) throw new Error('Waited in vain for what should come');
        },
        failure(node) {
          const failure = sim.failures.findLast((each) => each.node === node);
          return sim.isUp(node) || !failure ? undefined : String(failure.error);
        },
        async stop() {},
      };
    },
  };
}
