/** Runs one node of a protocol in this process: opens its log, joins its network, takes its turns, shows its status. */
import type { LogStore, OpenedLog } from '@weekend/log-store';
import type { Address, Protocol, Shape } from '@weekend/protocol';
import { formatHostPort, type HostPort } from './addresses.ts';
import { CannotStart } from './cannot-start.ts';
import { nodeOfClient, routedText } from './client-address.ts';
import { realClock } from './clock.ts';
import { decode, encode } from './codec.ts';
import { noCounts } from './counters.ts';
import type { EncodedSend } from './encoding-turn.ts';
import type { Failure } from './failure.ts';
import type { Door, Gateway } from './gateway.ts';
import { type Happening, Happenings } from './happenings.ts';
import { StatusServer } from './http.ts';
import { LevelStore } from './level-store.ts';
import { Network } from './network.ts';
import { type Description, described, type Status, sameDescription } from './status.ts';
import { TurnLoop } from './turn-loop.ts';

export interface NodeOptions<S extends Shape> {
  protocol: Protocol<S>;
  id: Address;
  /** The other nodes. The addresses are looked up anew for every dial, so an entry may be changed while the node runs. */
  peers: Readonly<Record<Address, HostPort>>;
  listen: HostPort;
  /** Where the others reach it, if that is not where it listens. */
  advertised?: HostPort | undefined;
  /** Where the status pages are. None if left out. */
  http?: HostPort;
  /** A folder for this node alone. It is made if it is not there. */
  data: string;
  /** How what is saved lies in the folder. */
  logStore: LogStore;
  /** What all nodes of the cluster know and nobody else does. */
  clusterKey: string;
  /** What the status pages show of the state. */
  describe?(state: S['State']): Description;
  /** Makes what speaks with clients. It is closed with the node. */
  gateway?(door: Door<S>): Gateway<S>;
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
  let listen = options.listen;
  let crashed = false;

  const store = await LevelStore.open(options.data, counters);
  const log = await openLog(options.logStore, store, options.data);
  const loop = new TurnLoop<S>({
    me: id,
    peers: Object.keys(peers),
    protocol,
    log,
    clock: realClock,
    counters,
    describe(state) {
      gateway?.onTurns(state);
      return described(options.describe, state);
    },
    release(sends, after) {
      network.send(sends);
      deliverHere(sends);
      const before = description;
      if (!after || sameDescription(before, after)) return;
      description = after;
      happenings.tell({ kind: 'changed', before, after });
    },
    overloaded(yes) {
      network.pauseReading(yes);
      gateway?.pause(yes);
    },
  });
  const receive = (from: Address, message: S['Message']) => loop.post({ kind: 'message', from, message });
  const network = new Network({ me: id, peers, clusterKey, counters, happenings, onMessage: receive, onReply });
  const gateway = options.gateway?.({
    id,
    nodes: () => [[id, options.advertised ?? listen], ...Object.entries(peers)],
    post(client, to, message) {
      if (to === id) receive(client, message);
      else network.send([{ to, text: routedText(client, encode(message)) }]);
    },
    description: () => description,
    onChange: (listener) => happenings.watch(({ kind }) => kind === 'changed' && listener()),
  });
  const statusServer = options.http && new StatusServer(status, happenings, gateway as Gateway<Shape> | undefined);

  /** To itself and to its clients. What leaves this node is encoded and what arrives is decoded, also on the shortest way. */
  function deliverHere(sends: readonly EncodedSend[]): void {
    for (const { to, text } of sends) if (to === id) receive(id, decode(text) as S['Message']);
    if (!gateway) return;
    const replies = sends.filter(({ to }) => nodeOfClient(to) === id);
    if (replies.length > 0) gateway.deliver(replies);
  }

  function onReply(to: Address, text: string): void {
    gateway?.deliver([{ to, text }]);
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
    gateway?.close();
    if (!failure && !crashed) await closed(log);
    await store.close();
    return failure;
  });

  try {
    listen = await network.listen(options.listen);
    loop.start();
    const http = options.http && (await statusServer?.listen(options.http));
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
        crashed = true;
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

async function openLog(logStore: LogStore, store: LevelStore, folder: string): Promise<OpenedLog> {
  try {
    const log = await logStore.open(store);
    if (!log?.saved || !log.save) throw new Error('the log store opened nothing that has what was saved, and save');
    return log;
  } catch (error) {
    await store.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(
      `Cannot restore what was saved in ${folder}: ${reason}; a node that has lost that must not come back under its name`,
    );
  }
}

async function closed(log: OpenedLog): Promise<void> {
  try {
    await log.close();
  } catch {
    // What was saved is durable by now.
  }
}
