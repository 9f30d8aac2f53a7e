/** Frames come out as they went in, however the network cuts them; and nobody announces more than is allowed. */
import { expect, test } from 'vitest';
import { FrameReader, frameOf, OversizedFrame } from './frames.ts';

const texts = ['', 'a', '{"ünï":"漢"}', 'x'.repeat(70_000)];

test.each([1, 2, 3, 5, 1_000, 1_000_000])('in pieces of %i bytes', (size) => {
  const bytes = Buffer.concat(texts.map(frameOf));
  const reader = new FrameReader(100_000);
  const got: string[] = [];
  for (let at = 0; at < bytes.length; at += size) got.push(...reader.frames(bytes.subarray(at, at + size)));
  expect(got).toEqual(texts);
});

test('a frame above the limit is refused before it is there', () => {
  expect(() => [...new FrameReader(10).frames(frameOf('x'.repeat(11)).subarray(0, 4))]).toThrow(OversizedFrame);
});
