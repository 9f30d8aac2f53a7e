/**
 * The executable: one node of a protocol, from boot to shutdown. `--help` tells the flags.
 *
 * Exit codes: 0 after SIGTERM or SIGINT; 2 if it could not start, with one sentence; 70 if the protocol's code threw; 74
 * if the disk failed.
 */
import { formatHostPort } from './addresses.ts';
import { CannotStart } from './cannot-start.ts';
import { readClusterKey } from './cluster-key.ts';
import { loadApi, loadDeployment, loadLogStore } from './deployment.ts';
import type { Failure } from './failure.ts';
import { type Flags, readFlags, usage } from './flags.ts';
import { Journal } from './journal.ts';
import { runNode } from './node.ts';

/** Whoever stops a node waits two seconds, often. What is not on the disk by then is lost as in a crash. */
const longestShutdown = 1_800;

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2), process.env);
  if (!flags) {
    process.stdout.write(usage);
    return;
  }
  // Whoever reads our log may leave before us.
  process.stdout.on('error', () => {});
  const failure = await run(flags);
  if (!failure) return;
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = failure.kind === 'handler' ? 70 : 74;
}

async function run(flags: Flags): Promise<Failure | undefined> {
  const { id, data, listen, http, peers, advertised } = flags;
  const journal = new Journal(id, (line) => process.stdout.write(line));
  const clusterKey = readClusterKey(flags.keyFile, process.env);
  const deployment = await loadDeployment(flags.protocol, flags.stages);
  const logStore = await loadLogStore(flags.store);
  const gateway = flags.api === undefined ? undefined : await loadApi(flags.api);

  const node = await runNode({
    ...deployment,
    id,
    data,
    logStore,
    listen,
    peers,
    advertised,
    clusterKey,
    ...(http && { http }),
    ...(gateway && { gateway }),
  });
  journal.log('up', {
    listen: formatHostPort(node.listen),
    ...(node.http && { http: formatHostPort(node.http) }),
    peers: Object.keys(peers).join(',') || null,
    data,
  });
  node.watch((happening) => journal.onHappening(happening));

  const shutDown = (signal: NodeJS.Signals) => {
    journal.log('stopping', { signal });
    setTimeout(() => process.exit(), longestShutdown).unref();
    void node.stop();
  };
  process.once('SIGTERM', shutDown).once('SIGINT', shutDown);

  const failure = await node.stopped;
  journal.log('down', failure && { failure: failure.kind });
  return failure;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
