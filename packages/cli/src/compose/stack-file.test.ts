/** The stack file as a reader of YAML sees it. That Swarm takes it is seen in swarm.docker.test.ts. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type StackOptions, whatIsAsked } from './options.ts';
import { machinesIn, stackFile } from './stack-file.ts';

interface StackFile {
  version: string;
  services: Record<string, Service>;
  networks: { cluster: object };
  secrets: object;
  volumes: object;
}

interface Service {
  environment: Record<string, string>;
  secrets: object[];
  ports: { published: number; target: number; mode: string }[];
  volumes: string[];
  deploy: { replicas: number; endpoint_mode: string; placement?: { constraints: string[] } };
}

const options = (...args: string[]) => whatIsAsked([...args, '--swarm']) as StackOptions;
const text = (machines: Record<string, string>, ...args: string[]) => stackFile(options(...args), machines);
const read = (machines: Record<string, string>, ...args: string[]): StackFile => parse(text(machines, ...args));
const bound = { node1: 'left', node2: 'right', node3: 'left' };

test('each node is one task with a volume and a port of its own, and is known to the others by name', () => {
  const { services, volumes } = read({}, '3', '--base-port=9000');
  const all = Object.values(services);
  expect(Object.keys(services)).toEqual(['node1', 'node2', 'node3']);
  expect(all.flatMap((service) => service.volumes)).toEqual(Object.keys(volumes).map((name) => `${name}:/data`));
  expect(all.flatMap(({ ports }) => ports.map(({ published }) => published))).toEqual([9000, 9001, 9002]);
  for (const { deploy, environment } of all) {
    expect(deploy).toMatchObject({ replicas: 1, endpoint_mode: 'dnsrr' });
    expect(environment.WEEKEND_PEERS).toBe('node1=node1:7000,node2=node2:7000,node3=node3:7000');
  }
});

test('each node is bound to its machine, since a volume does not move, and the file remembers to which', () => {
  const { services } = read(bound, '3');
  expect(services.node2?.deploy.placement).toEqual({ constraints: ['node.hostname == right'] });
  expect(machinesIn(text(bound, '3'))).toEqual(bound);
});

test('where no machines are known, nothing is bound, and the file says what that means', () => {
  expect(read({}, '3').services.node1?.deploy.placement).toBeUndefined();
  expect(text({}, '3')).toContain('may then vote twice');
  expect(text(bound, '3')).not.toContain('may then vote twice');
});

test.each(['', 'services:', 'services: { a: {} }', 'version: "3"', 'a: [b'])('in "%s" nobody is bound', (other) => {
  expect(machinesIn(other)).toEqual({});
});

test('the key comes as a secret that only the node’s user can read, and is not in the file', () => {
  const { services, secrets } = read({}, '3');
  expect(secrets).toEqual({ 'cluster-key': { file: './cluster.key.env' } });
  for (const service of Object.values(services)) {
    expect(service.secrets).toEqual([
      { source: 'cluster-key', target: 'cluster-key', uid: '1000', gid: '1000', mode: 0o400 },
    ]);
    expect(service.environment.WEEKEND_KEY_FILE).toBe('/run/secrets/cluster-key');
  }
  // 0400 is no number to every reader of YAML.
  expect(text({}, '3')).toContain('mode: 256 # 0400');
});

test('no service is checked for its health: until the first check, Swarm tells nobody where the node is', () => {
  expect(text({}, '3')).not.toContain('healthcheck');
});

test('Swarm chooses the network’s addresses unless they are given', () => {
  expect(read({}, '3').networks.cluster).toEqual({ driver: 'overlay', attachable: true });
  expect(read({}, '3', '--subnet=10.9.0.0/24').networks.cluster).toMatchObject({
    ipam: { config: [{ subnet: '10.9.0.0/24' }] },
  });
});
