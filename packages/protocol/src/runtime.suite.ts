/**
 * What every runtime of the contract must do. The suite is a function: it is given the test tool, so that the contract
 * depends on none, and the runtime. Its probes look out through closures, so all nodes run in one JavaScript process.
 */
import { diskSuite } from './runtime-suite/disk.ts';
import { handlerSuite } from './runtime-suite/handlers.ts';
import type { RuntimeUnderTest, Tools } from './runtime-suite/lab.ts';
import { messageSuite } from './runtime-suite/messages.ts';
import { timerSuite } from './runtime-suite/timers.ts';

export type { Cluster, Running, RuntimeUnderTest } from './runtime-suite/lab.ts';

export function runtimeSuite(tools: Tools, runtime: RuntimeUnderTest): void {
  const lab = { ...tools, runtime };
  diskSuite(lab);
  timerSuite(lab);
  messageSuite(lab);
  handlerSuite(lab);
}
