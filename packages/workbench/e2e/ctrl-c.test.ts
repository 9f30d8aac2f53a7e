/** How the command ends. The bug: a grade under way ended it at once, and the cluster went on with nobody to end it. */
import { expect, test } from 'vitest';
import { openWhole } from './whole-repository.ts';

test('Ctrl-C while a grade is under way ends the cluster that was started here, too', { timeout: 180_000 }, async ({
  onTestFinished,
}) => {
  const whole = await openWhole();
  let stopping: Promise<string> | undefined;
  const stop = () => (stopping ??= whole.stop());
  onTestFinished(async () => void (await stop()));
  const { origin } = new URL(whole.link);
  const welcome = await fetch(whole.link, { redirect: 'manual' });
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (path: string, body?: object) => {
    const headers = { cookie, origin };
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${origin}${path}`, init)).json();
  };
  await ask('/api/cluster', { kind: 'up', nodes: 1, runtime: 'process', lineup: 'reference' });
  const { cluster } = await ask('/api/cluster');
  const [node] = cluster.nodes as { url: string }[];
  expect((await fetch(`${node?.url}/healthz`)).status).toBe(200);

  whole.save('election', (text) => text.replace(/(onElectionTimeout\([^{]*\{\n)/, '$1    for (;;);\n'));
  await expect.poll(async () => (await ask('/api/grade/election')).running, { timeout: 60_000 }).toBe(true);
  await stop();
  await expect(fetch(`${node?.url}/healthz`)).rejects.toThrow();
});
