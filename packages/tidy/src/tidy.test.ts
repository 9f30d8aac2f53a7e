/** Every rule holds in this repository, and every rule can be broken. */
import { describe, expect, it } from 'vitest';
import { repository } from './repository.ts';
import { rules } from './rules/index.ts';

for (const rule of rules) {
  describe(rule.name, () => {
    it('holds', () => expect(rule.check(repository())).toEqual([]));
    it('can be broken', () => expect(rule.check(rule.broken)).not.toEqual([]));
  });
}
