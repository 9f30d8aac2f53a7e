/** The checksum is the published one, and sees what a disk does to a text. */
import { expect, test } from 'vitest';
import { checksum } from './checksum.ts';

test('it is FNV-1a, so that anybody can check our files', () => {
  expect([checksum(''), checksum('a'), checksum('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test('it sees each cut, each run of zeros, each changed and each swapped character', () => {
  const text = '[{"log":{"from":3,"items":[{"term":2,"command":"ünï 漢"}]}}]';
  const whole = checksum(text);
  for (let at = 0; at < text.length; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    const others = [before, `${before}${'\0'.repeat(text.length - at)}`, `${before}#${after}`, `${before}${after}`];
    if (at > 0 && text[at] !== text[at - 1]) others.push(`${text.slice(0, at - 1)}${text[at]}${text[at - 1]}${after}`);
    for (const other of others) expect(checksum(other), other).not.toBe(whole);
  }
});
