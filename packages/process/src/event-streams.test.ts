/** Readers of the event stream are bounded in number, and in how far they may fall behind. */
import { expect, onTestFinished, test } from 'vitest';
import { EventStreams } from './event-streams.ts';
import { Happenings } from './happenings.ts';

function someStreams() {
  const happenings = new Happenings();
  const streams = new EventStreams(() => ({ count: 0 }), happenings);
  onTestFinished(() => streams.close());
  const change = (count: number) => happenings.tell({ kind: 'changed', before: {}, after: { count } });
  return { streams, happenings, change };
}

const read = (response: Response) => response.text();

test('a reader hears the present, then each change, until the node is closed', async () => {
  const { streams, change } = someStreams();
  const response = streams.open();
  change(1);
  change(2);
  streams.close();
  expect(await read(response)).toBe([0, 1, 2].map((count) => `event: state\ndata: {"count":${count}}\n\n`).join(''));
});

test('what is no change of the state is not in the stream', async () => {
  const { streams, happenings } = someStreams();
  const response = streams.open();
  happenings.tell({ kind: 'refused', remote: '127.0.0.1:1', reason: 'wrong-key', claims: null });
  streams.close();
  expect(await read(response)).not.toContain('127.0.0.1');
});

test('a reader who does not read is let go before he costs much memory', async () => {
  const { streams, change } = someStreams();
  const response = streams.open();
  for (let count = 1; count <= 10_000; count++) change(count);
  // It ends although nobody closed the streams, and what had piled up is bounded.
  const text = await read(response);
  expect(text.length).toBeLessThanOrEqual(64 * 1024);
  expect(text).toContain('{"count":1}');
});

test('a slow reader costs the others nothing', async () => {
  const { streams, change } = someStreams();
  streams.open();
  const reader = (streams.open().body as ReadableStream<Uint8Array>).getReader();
  for (let count = 1; count <= 10_000; count++) {
    await reader.read();
    change(count);
  }
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('{"count":10000}');
});

test('there are only so many readers, and one who leaves makes room', async () => {
  const { streams } = someStreams();
  const responses = Array.from({ length: 64 }, () => streams.open());
  expect(streams.open().status).toBe(503);
  await responses[0]?.body?.cancel();
  expect(streams.open().status).toBe(200);
});
