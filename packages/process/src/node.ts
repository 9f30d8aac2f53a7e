/** Runs one node of a protocol in this process: opens its disk, joins its network, takes its turns, shows its status. */
import type { Address, Protocol, Shape } from '@weekend/protocol';
import { formatHostPort, type HostPort } from './addresses.ts';
import { realClock } from './clock.ts';
import { decode } from './codec.ts';
import { noCounts } from './counters.ts';
import { Disk } from './disk.ts';
import type { EncodedSend } from './encoding-turn.ts';
import type { Failure } from './failure.ts';
import { type Happening, Happenings } from './happenings.ts';
import { StatusServer } from './http.ts';
import { Network } from './network.ts';
import { type Description, described, type Status, sameDescription } from './status.ts';
import { TurnLoop } from './turn-loop.ts';

export interface NodeOptions<S extends Shape> {
  protocol: Protocol<S>;
  id: Address;
  /** The other nodes. The addresses are looked up anew for every dial, so an entry may be changed while the node runs. */
  peers: Readonly<Record<Address, HostPort>>;
  listen: HostPort;
  /** Where the status pages are. None if left out. */
  http?: HostPort;
  /** A folder for this node alone. It is made if it is not there. */
  data: string;
  /** What all nodes of the cluster know and nobody else does. */
  clusterKey: string;
  /** What the status pages show of the state. */
  describe?(state: S['State']): Description;
}

export interface RunningNode {
  readonly id: Address;
  /** Where it listens; with the real port where 0 was asked for. */
  readonly listen: HostPort;
  readonly http: HostPort | undefined;
  /** Settles when the node is down: with nothing after `stop` or `crash`, with the failure if it went down by itself. */
  readonly stopped: Promise<Failure | undefined>;
  status(): Status;
  watch(listener: (happening: Happening) => void): () => void;
  /** Takes no more turns; those taken still reach the disk and the network. */
  stop(): Promise<void>;
  /** As if the power failed: what is not on the disk is lost and what has not been sent is not sent. */
  crash(): Promise<void>;
}

/** Throws `CannotStart`, in one sentence, if the disk can't be opened or an address is taken. */
export async function runNode<S extends Shape>(options: NodeOptions<S>): Promise<RunningNode> {
  const { id, peers, protocol, clusterKey } = options;
  const counters = noCounts();
  const happenings = new Happenings();
  const bootedAt = realClock();
  let description: Description = {};

  const disk = await Disk.open(options.data);
  const loop = new TurnLoop<S>({
    me: id,
    peers: Object.keys(peers),
    protocol,
    disk,
    clock: realClock,
    counters,
    describe: (state) => described(options.describe, state),
    release(sends, after) {
      network.send(sends.filter(({ to }) => to !== id));
      deliverToSelf(sends);
      const before = description;
      if (!after || sameDescription(before, after)) return;
      description = after;
      happenings.tell({ kind: 'changed', before, after });
    },
    overloaded: (yes) => network.pauseReading(yes),
  });
  const receive = (from: Address, message: S['Message']) => loop.post({ kind: 'message', from, message });
  const network = new Network({ me: id, peers, clusterKey, counters, happenings, onMessage: receive });
  const statusServer = options.http && new StatusServer(status, happenings);

  /** What leaves this node is encoded and what arrives is decoded, also on the shortest way. */
  function deliverToSelf(sends: readonly EncodedSend[]): void {
    for (const { to, text } of sends) if (to === id) receive(id, decode(text) as S['Message']);
  }

  function status(): Status {
    const seen = Object.entries(peers).map(
      ([peer, at]) => [peer, { address: formatHostPort(at), connected: network.connected(peer) }] as const,
    );
    return {
      id,
      uptimeMs: Math.round(realClock() - bootedAt),
      state: description,
      peers: Object.fromEntries(seen),
      counters: structuredClone(counters),
    };
  }

  const stopped = loop.ended.then(async (failure) => {
    network.close();
    statusServer?.close();
    await disk.close();
    return failure;
  });

  try {
    const saved = (await disk.restore()) as Partial<S['Durable']>;
    const listen = await network.listen(options.listen);
    const http = options.http && (await statusServer?.listen(options.http));
    loop.start(saved);
    network.dialPeers();
    return {
      id,
      listen,
      http,
      stopped,
      status,
      watch: (listener) => happenings.watch(listener),
      async stop() {
        loop.finish();
        await stopped;
      },
      async crash() {
        network.cut();
        loop.cut();
        await stopped;
      },
    };
  } catch (error) {
    loop.cut();
    await stopped;
    throw error;
  }
}
