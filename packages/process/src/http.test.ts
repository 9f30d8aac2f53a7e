/** A node's pages, as a browser, Prometheus and Docker read them. */
import { expect, test } from 'vitest';
import { anyPort, boot, bootPair, type Probe, probe, until } from '../test/kit.ts';
import { formatHostPort, type HostPort, type NodeOptions, type RunningNode } from './index.ts';

/** Counts from 1 to 3, once somebody listens at `/events`. */
const counting: Partial<NodeOptions<Probe>> = {
  http: anyPort,
  protocol: probe({
    start(_me, _peers, _saved, world) {
      world.setTimer('count', 1);
      return { role: 'counter', count: 0 };
    },
    onTimer(state, _timer, world) {
      state.count = Number(state.count) + 1;
      world.save({ count: state.count });
      if (Number(state.count) < 3) world.setTimer('count', 1);
      return undefined;
    },
  }),
  describe: ({ role, count }) => ({ role: String(role), count: Number(count), last: [Number(count)] }),
};

const at = (node: RunningNode, page: string) => `http://${formatHostPort(node.http as HostPort)}${page}`;
const counted = (node: RunningNode) => until(node, ({ state }) => state.count === 3);

test('/status tells who this is, what it knows, whom it reaches and what it has counted', async () => {
  const [n1, n2] = await bootPair(counting);
  await counted(n1);
  await until(n1, ({ peers }) => peers.n2?.connected === true);
  const response = await fetch(at(n1, '/status'));
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await response.json()).toEqual({
    id: 'n1',
    uptimeMs: expect.any(Number),
    state: { role: 'counter', count: 3, last: [3] },
    peers: { n2: { address: formatHostPort(n2.listen), connected: true } },
    counters: expect.objectContaining({
      turns: 4,
      turnsSynced: 3,
      refused: expect.objectContaining({ 'wrong-key': 0 }),
    }),
  });
});

test('/metrics is text that Prometheus can read', async () => {
  const [n1] = await bootPair(counting);
  await counted(n1);
  const response = await fetch(at(n1, '/metrics'));
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = (await response.text()).trimEnd().split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '# TYPE weekend_turns_total counter',
      'weekend_turns_total 4',
      'weekend_turns_synced_total 3',
      'weekend_refused_total{reason="wrong-key"} 0',
      'weekend_state{field="count"} 3',
      'weekend_state{field="role",value="counter"} 1',
    ]),
  );
  // Each list would be a series of its own, for ever.
  expect(lines.join()).not.toContain('"last"');
  for (const line of lines)
    expect(line).toMatch(/^# (HELP|TYPE) \w+ \S.*$|^\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e+-]+$/);
});

test('/events begins with the present and then tells each change', async () => {
  const node = await boot(counting);
  const { body, headers } = await fetch(at(node, '/events'));
  expect(headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    if (text.includes('"count":3,"last":[3]}\n\n')) break;
  }
  expect(text).toMatch(/^event: state\ndata: \{.*\}\n\n/);
});

test('/healthz is there for whoever restarts what is not well', async () => {
  expect(await (await fetch(at(await boot(counting), '/healthz'))).text()).toBe('ok\n');
});

test('an unknown page is refused in words that name the known ones', async () => {
  const response = await fetch(at(await boot(counting), '/stauts'));
  expect([response.status, await response.text()]).toEqual([
    404,
    'There is no /stauts here; there are /status, /metrics, /events and /healthz.\n',
  ]);
});

test('the pages only tell: whatever is not GET is refused', async () => {
  const node = await boot(counting);
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])
    for (const page of ['/status', '/events', '/nowhere'])
      expect((await fetch(at(node, page), { method })).status).toBe(405);
  expect(await (await fetch(at(node, '/status'), { method: 'POST' })).text()).toBe(
    'Cannot POST /status: these pages can only be read, with GET.\n',
  );
});

test('stopping a node ends its event streams', async () => {
  const node = await boot(counting);
  const events = await fetch(at(node, '/events'));
  const ended = events.text().catch(() => 'cut');
  await node.stop();
  await ended;
});
