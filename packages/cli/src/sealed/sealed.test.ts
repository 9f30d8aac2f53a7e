/** A seal that opens with a near miss is none; one that wants its dashes typed right costs a weekend. */
import { expect, test } from 'vitest';
import { newKey, seal, unseal } from './sealed.ts';

test('a seal opens with its key, however it is typed, and with no other', () => {
  const key = newKey();
  const sealed = seal('the reference', key);
  expect(unseal(sealed, key)).toBe('the reference');
  expect(unseal(sealed, ` ${key.toLowerCase().replaceAll('-', ' ')}`)).toBe('the reference');
  expect(unseal(sealed, newKey())).toBeUndefined();
  expect(unseal(sealed, '')).toBeUndefined();
});

test('nothing of the text is in what is sealed, and no two seals are alike', () => {
  const key = newKey();
  const [one, other] = [seal('grant the vote', key), seal('grant the vote', key)];
  expect(Buffer.from(one.text, 'base64').toString()).not.toContain('vote');
  expect(one.text).not.toBe(other.text);
});

test('a seal that somebody changed does not open', () => {
  const key = newKey();
  const sealed = seal('the reference', key);
  const changed = Buffer.from(sealed.text, 'base64');
  changed[0] = (changed[0] as number) ^ 1;
  expect(unseal({ ...sealed, text: changed.toString('base64') }, key)).toBeUndefined();
});
