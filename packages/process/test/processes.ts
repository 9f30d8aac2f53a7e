/** Real processes of `main.ts`, watched by their event streams, and gone after the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Description } from '../src/index.ts';
import { anyPort, clusterKey, referenceLogStore } from './kit.ts';

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const raft = inRepository('packages/raft/src/deploy.ts');
export const referenceElection = inRepository('solutions/03-election/election.ts');
export const healthcheck = inRepository('packages/process/src/healthcheck.ts');
const main = inRepository('packages/process/src/main.ts');

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** Settles when this is in what it has written on stdout, or when it has ended. */
  said(text: string): Promise<void>;
}

/** Runs a script of ours, by default a node, and kills it after the test if it still runs. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}, script = main): Started {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...cleanEnvironment(), WEEKEND_CLUSTER_KEY: clusterKey, WEEKEND_STORE: referenceLogStore, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const closed = once(child, 'close');
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  const ended = closed.then(([code, signal]): Ended => ({ code, signal, stdout, stderr }));
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => stdout.includes(text) && resolve();
      child.stdout.on('data', look);
      void closed.then(() => resolve());
      look();
    });
  return { child, ended, said };
}

/** Calls `onState` with how the node describes itself, now and whenever that changes, until the node is gone. */
export async function follow(http: string, onState: (state: Description) => void): Promise<void> {
  const response = await fetch(`http://${http}/events`);
  let text = '';
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const events = (text + Buffer.from(chunk).toString()).split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const [, data] = /^data: (.*)$/m.exec(event) ?? [];
        if (data) onState(JSON.parse(data));
      }
    }
  } catch {
    // A node that is killed does not end its stream; it breaks off.
  }
}

/** Ports that nobody has, below those that a system hands out by itself, so that nobody gets them in the meantime. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  while (servers.length < count) {
    const server = createServer();
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const free = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, anyPort.host, () => resolve(true));
    });
    if (free) servers.push(server);
  }
  return Promise.all(
    servers.map(async (server) => {
      const { port } = server.address() as { port: number };
      server.close();
      await once(server, 'close');
      return port;
    }),
  );
}

/** Without what would reach into the node: the settings of this test run, or of whoever runs it. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(WEEKEND_|VITEST|NODE_OPTIONS$|NODE_V8_COVERAGE$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
