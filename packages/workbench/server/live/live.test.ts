/** What a page hears without asking: that a file was saved, and what the grade of it comes to. */
import { get } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '../testing/desk.ts';

/** The next event of a name, each call the one after. */
function listen(desk: Awaited<ReturnType<typeof openDesk>>, path: string) {
  const heard: { name: string; data: unknown }[] = [];
  const waiting: (() => void)[] = [];
  let text = '';
  const asking = get(`http://${desk.host}${path}`, { headers: { cookie: desk.cookie } }, (answer) => {
    answer.setEncoding('utf8').on('data', (more: string) => {
      const events = (text + more).split('\n\n');
      text = events.pop() as string;
      for (const event of events) {
        const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(event) ?? [];
        if (name && data) heard.push({ name, data: JSON.parse(data) });
      }
      for (const wake of waiting.splice(0)) wake();
    });
    answer.on('error', () => {});
  });
  onTestFinished(() => void asking.destroy());
  const opened = new Promise<void>((resolve) => waiting.push(resolve));
  const next = async (name: string): Promise<unknown> => {
    for (;;) {
      const at = heard.findIndex((event) => event.name === name);
      if (at >= 0) return heard.splice(0, at + 1).at(-1)?.data;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return { opened, next };
}

test('a saved stub is told with its new address, and graded', async () => {
  const desk = await openDesk();
  const { next } = listen(desk, '/api/events');
  const before = (await next('code')) as { list: { election: { mine: string } } };
  desk.write('exercises/03-election/election.ts', 'export const election = { better: true };\n');
  const code = (await next('code')) as typeof before;
  expect(code.list.election.mine).not.toBe(before.list.election.mine);
  expect((await desk.askInside(code.list.election.mine)).text).toContain('better');
  expect(await next('grade')).toMatchObject({ stage: 'election', kind: 'began', why: 'saved' });
  expect(await next('grade')).toMatchObject({ kind: 'graded', grade: { passed: true } });
});

test('a page that comes late, or again, hears at once what it missed', async () => {
  const desk = await openDesk();
  const { next } = listen(desk, '/api/events');
  await next('code');
  desk.write('exercises/03-election/election.ts', 'export const election = { better: true };\n');
  const heard = await next('code');
  expect(await listen(desk, '/api/events').next('code')).toEqual(heard);
});

test('a stub that no longer parses is told too, with the line', async () => {
  const desk = await openDesk();
  const { next } = listen(desk, '/api/events');
  await next('code');
  desk.write('exercises/03-election/election.ts', '\nexport const = 3;\n');
  expect(await next('code')).toMatchObject({ troubles: [{ stage: 'election', line: 2 }] });
});

test('a grade that is asked for is told as it comes, and kept for a page that opens later', async () => {
  const desk = await openDesk();
  const { opened, next } = listen(desk, '/api/events');
  await opened;
  expect((await desk.askInside('/api/grade/election', { method: 'POST' })).status).toBe(202);
  expect(await next('grade')).toMatchObject({ kind: 'began', why: 'asked' });
  await next('grade');
  expect(JSON.parse((await desk.askInside('/api/grade/election')).text)).toMatchObject({
    running: false,
    grade: { ms: 1 },
  });
  expect((await desk.askInside('/api/grade/elections', { method: 'POST' })).status).toBe(404);
});

test('a story is told by stage, milestone and seed, and by nothing else', async () => {
  const desk = await openDesk();
  const { text } = await desk.askInside('/api/story/election.one-vote-a-term.4711');
  expect(JSON.parse(text)).toEqual({ stage: 'election', milestone: 'one-vote-a-term', seed: 4711 });
  for (const id of ['election', 'election..1', 'election.x.y', 'raft.x.1', `election.${'x'.repeat(200)}.1`])
    expect((await desk.askInside(`/api/story/${id}`)).status, id).toBe(404);
});
