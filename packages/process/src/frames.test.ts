/** Frames as TCP delivers them: cut anywhere. */
import { expect, test } from 'vitest';
import { emptyFrame, FrameReader, framesOf, OversizedFrame } from './frames.ts';

const texts = ['{"kind":"a"}', '', 'ü and 漢字', 'x'.repeat(300)];
const stream = framesOf(texts);

function readIn(pieces: readonly Buffer[], reader = new FrameReader(1024)): string[] {
  return pieces.flatMap((piece) => [...reader.frames(piece)].map(String));
}

test('frames come out as they went in, wherever the stream is cut', () => {
  for (let cut = 0; cut <= stream.length; cut++)
    expect(readIn([stream.subarray(0, cut), stream.subarray(cut)])).toEqual(texts);
});

test('frames come out as they went in, byte by byte', () => {
  expect(readIn([...stream].map((byte) => Buffer.from([byte])))).toEqual(texts);
});

test('a frame above the limit is refused when its length is read, before its bytes are kept', () => {
  const reader = new FrameReader(16);
  const announced = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  expect(() => readIn([announced], reader)).toThrow(OversizedFrame);
  expect(() => readIn([announced.subarray(0, 2), announced.subarray(2)], new FrameReader(16))).toThrow(OversizedFrame);
});

test('a frame of just the limit is let through', () => {
  expect(readIn([framesOf(['x'.repeat(16)])], new FrameReader(16))).toEqual(['x'.repeat(16)]);
});

test('a reader knows that it is in the middle of a frame, and that it is not', () => {
  const reader = new FrameReader(1024);
  readIn([stream.subarray(0, 3)], reader);
  expect(reader.amidst).toBe(true);
  readIn([stream.subarray(3)], reader);
  expect(reader.amidst).toBe(false);
  readIn([emptyFrame], reader);
  expect(reader.amidst).toBe(false);
});
