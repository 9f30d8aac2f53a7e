/** Protocol Buffers, by the examples of its own documentation. */
import { expect, test } from 'vitest';
import { boolField, bytesField, fieldsOf } from './protobuf.ts';

test('a text is written as its field, its length and its bytes', () => {
  expect(bytesField(2, Buffer.from('testing')).toString('hex')).toBe('120774657374696e67');
});

test('a length above 127 takes two bytes', () => {
  expect(bytesField(1, Buffer.alloc(300)).subarray(0, 3).toString('hex')).toBe('0aac02');
});

test('what was written is read', () => {
  const message = Buffer.concat([bytesField(1, Buffer.from('key')), boolField(7, true)]);
  expect(fieldsOf(message)).toEqual(
    new Map<number, unknown>([
      [1, Buffer.from('key')],
      [7, 1n],
    ]),
  );
});

test('a number of 64 bits keeps all of them: etcd’s ids have that many', () => {
  expect(fieldsOf(Buffer.from('08ffffffffffffffffff01', 'hex')).get(1)).toBe(2n ** 64n - 1n);
});

test('an answer that was cut short is refused', () => {
  expect(() => fieldsOf(Buffer.from('08ff', 'hex'))).toThrow('ends in the middle');
});
