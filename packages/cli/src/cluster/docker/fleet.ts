/** A cluster of Docker containers, one a node, each with a volume for what it saves. */
import type Docker from 'dockerode';
import { say } from '../../words/say.ts';
import { ready } from '../booting.ts';
import { dataFolder, httpPort, insideImage, settingsInside } from '../container.ts';
import { each } from '../each.ts';
import type { Fleet, Life } from '../fleet.ts';
import { asVariables, keyVariable } from '../node-settings.ts';
import { forgetPlan, type Plan, type PlannedNode } from '../plan.ts';
import { refuseTakenPorts } from '../ports.ts';
import { uninterrupted } from '../until.ts';
import { inDockersWords, isGone } from './errors.ts';
import { buildImage } from './image.ts';
import { printLog } from './log-stream.ts';
import { namesOf } from './names.ts';
import { networksOf } from './networks.ts';

/** So many seconds a node may take to end before it is killed. */
const patienceWithStop = 5;

export function dockerFleet(docker: Docker, plan: Plan): Fleet {
  const attempt = say('do-start-cluster');
  const names = namesOf(plan);
  const networks = networksOf(docker, plan, names);
  const container = (id: string) => docker.getContainer(names.node(id));

  async function create(image: string, { id, http }: PlannedNode): Promise<void> {
    const hosts = plan.nodes.map((node) => [node.id, node.id] as const);
    const settings = settingsInside(hosts, insideImage(plan.lineup, attempt));
    await docker.createVolume({ Name: names.node(id), Labels: names.labels(id) });
    await docker.createContainer({
      name: names.node(id),
      Image: image,
      Cmd: [`--id=${id}`],
      Env: Object.entries({ ...asVariables(settings), [keyVariable]: plan.key }).map(
        ([name, value]) => `${name}=${value}`,
      ),
      Labels: names.labels(id),
      ExposedPorts: { [`${httpPort}/tcp`]: {} },
      HostConfig: {
        NetworkMode: names.front,
        PortBindings: { [`${httpPort}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: String(http) }] },
        Mounts: [{ Type: 'volume', Source: names.node(id), Target: dataFolder }],
      },
    });
    await networks.join(id);
    await container(id).start();
  }

  async function startAll(tell: (line: string) => void, signal: AbortSignal): Promise<void> {
    const image = await buildImage(docker, attempt, tell, signal);
    signal.throwIfAborted();
    const count = plan.nodes.length;
    tell(count === 1 ? say('starting-one-container') : say('starting-containers', { count }));
    await networks.create();
    await each(plan.nodes, async (node) => {
      signal.throwIfAborted();
      await create(image, node);
    });
  }

  const fleet: Fleet = {
    plan,

    async up(tell, signal) {
      insideImage(plan.lineup, attempt);
      await refuseTakenPorts(
        plan.nodes.map(({ http }) => http),
        attempt,
      );
      await startAll(tell, signal).catch(inDockersWords(attempt));
      await ready(fleet, plan.nodes, signal);
    },

    async lives() {
      const containers = await docker.listContainers({ all: true, filters: names.filters });
      const states = Object.fromEntries(containers.map(({ Names, State }) => [Names[0], State]));
      return Object.fromEntries(plan.nodes.map(({ id }) => [id, lifeIn(states[`/${names.node(id)}`])]));
    },

    async kill(id) {
      await container(id).kill({ signal: 'SIGKILL' });
      await container(id).wait({ condition: 'not-running' });
    },

    async stop(id) {
      await container(id).stop({ t: patienceWithStop });
    },

    async start(id) {
      await container(id)
        .start()
        .catch(inDockersWords(say('do-start', { node: id })));
      await ready(
        fleet,
        plan.nodes.filter((node) => node.id === id),
        uninterrupted,
      );
    },

    async pause(id) {
      await container(id).pause();
    },

    async resume(id) {
      await container(id).unpause();
    },

    partition: (groups) => networks.partition(groups),
    heal: () => networks.heal(),
    logs: (id, write, until) => printLog(docker, container(id), write, until),

    async down() {
      const containers = await docker.listContainers({ all: true, filters: names.filters });
      await each(containers, ({ Id }) => docker.getContainer(Id).remove({ force: true, v: true }).catch(isGone));
      const { Volumes } = await docker.listVolumes({ filters: names.filters });
      await each(Volumes ?? [], ({ Name }) => docker.getVolume(Name).remove().catch(isGone));
      await networks.remove();
      forgetPlan(plan.name);
    },
  };
  return fleet;
}

/** Docker's words for what a container is, or nothing where there is none. */
function lifeIn(state: string | undefined): Life {
  if (state === 'running') return 'running';
  return state === 'paused' ? 'paused' : 'stopped';
}
