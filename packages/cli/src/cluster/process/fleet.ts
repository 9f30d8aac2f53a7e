/** A cluster of operating-system processes: each outlives the command that started it, and is found again by its id. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../../cannot-run.ts';
import { root } from '../../places.ts';
import { say } from '../../words/say.ts';
import { ready } from '../booting.ts';
import { each } from '../each.ts';
import type { Fleet, Life } from '../fleet.ts';
import { asFlags, nodeMain } from '../node-settings.ts';
import { forgetPlan, homeOf, type Plan, type PlannedNode } from '../plan.ts';
import { areFree, refuseTakenPorts } from '../ports.ts';
import { uninterrupted, until } from '../until.ts';
import { printLog } from './log-file.ts';
import { canTellProcesses, lifeOf, signalTo } from './processes.ts';
import type { Wires } from './wires.ts';

const framework = new URL('./framework.ts', import.meta.url).href;

/** `wires`: where the nodes' network can be cut, what runs between them. */
export function processFleet(plan: Plan, wires?: Wires): Fleet {
  const home = homeOf(plan.name);
  const keyFile = join(home, 'key');
  const ids = plan.nodes.map(({ id }) => id);
  const folderOf = (id: string) => join(home, id);
  const dataOf = (id: string) => join(folderOf(id), 'data');
  const pidFileOf = (id: string) => join(folderOf(id), 'pid');
  const logOf = (id: string) => join(folderOf(id), 'log');

  function pidOf(id: string): number | undefined {
    try {
      return Number(readFileSync(pidFileOf(id), 'utf8'));
    } catch {
      // It was never started.
      return undefined;
    }
  }

  function life(id: string): Life {
    const pid = pidOf(id);
    return pid === undefined ? 'stopped' : lifeOf(pid, `--data=${dataOf(id)}`);
  }

  /** Sends a signal, and waits until it has done what it does. Nothing goes to a process that is not this node. */
  async function tell(id: string, signal: NodeJS.Signals, wanted: Life, within = 5000): Promise<void> {
    const pid = pidOf(id);
    if (pid === undefined || life(id) === 'stopped') return;
    signalTo(pid, signal);
    await until(async () => life(id) === wanted || undefined, { within, every: 10, signal: uninterrupted });
  }

  function launch({ id, http, raft }: PlannedNode): void {
    mkdirSync(folderOf(id), { recursive: true });
    const log = openSync(logOf(id), 'a');
    const flags = asFlags(id, {
      data: dataOf(id),
      listen: `127.0.0.1:${raft}`,
      http: `127.0.0.1:${http}`,
      peers: plan.nodes.map((node) => [node.id, wires?.addressOf(id, node.id) ?? `127.0.0.1:${node.raft}`]),
      lineup: plan.lineup,
    });
    const child = spawn(process.execPath, ['--import', framework, nodeMain, ...flags, `--key-file=${keyFile}`], {
      cwd: root,
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    closeSync(log);
    if (child.pid === undefined) throw new Error(`Cannot start ${id}: the system did not start ${process.execPath}`);
    writeFileSync(pidFileOf(id), String(child.pid));
  }

  async function end(id: string): Promise<void> {
    // A paused process would not hear anything milder than SIGKILL.
    if (life(id) === 'running') await tell(id, 'SIGTERM', 'stopped', 3000);
    await tell(id, 'SIGKILL', 'stopped');
  }

  function cuttable(attempt: string): Wires {
    if (wires) return wires;
    throw new CannotRun(say('cluster-one-network', { attempt }));
  }

  const boot = (nodes: readonly PlannedNode[], signal: AbortSignal) => ready(fleet, nodes, signal);

  const fleet: Fleet = {
    plan,

    async up(tellUser, signal) {
      if (!canTellProcesses) throw new CannotRun(say('cluster-system', { system: process.platform }));
      await refuseTakenPorts(
        plan.nodes.flatMap(({ http, raft }) => [http, raft]),
        say('do-start-cluster'),
      );
      writeFileSync(keyFile, plan.key, { mode: 0o600 });
      await wires?.open();
      const count = plan.nodes.length;
      tellUser(count === 1 ? say('starting-one-process') : say('starting-processes', { count }));
      for (const node of plan.nodes) launch(node);
      await boot(plan.nodes, signal);
    },

    async lives() {
      return Object.fromEntries(ids.map((id) => [id, life(id)]));
    },

    async kill(id) {
      await tell(id, 'SIGKILL', 'stopped');
    },

    async stop(id) {
      await end(id);
    },

    async start(id) {
      const node = plan.nodes.find((each) => each.id === id) as PlannedNode;
      // Who was killed a moment ago may still be letting go of them.
      const ports = [node.http, node.raft];
      await until(async () => (await areFree(ports)) || undefined, { within: 3000, every: 20, signal: uninterrupted });
      await refuseTakenPorts(ports, say('do-start', { node: id }));
      launch(node);
      await boot([node], uninterrupted);
    },

    async pause(id) {
      await tell(id, 'SIGSTOP', 'paused');
    },

    async resume(id) {
      await tell(id, 'SIGCONT', 'running');
    },

    async partition(groups) {
      cuttable(say('do-cut')).cut(groups);
    },

    async heal() {
      cuttable(say('do-heal')).heal();
    },

    logs: (id, write, until) => printLog(logOf(id), write, until),

    async down() {
      await each(ids, end);
      wires?.close();
      forgetPlan(plan.name);
    },
  };
  return fleet;
}
