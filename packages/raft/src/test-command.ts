/** A command to fill a log with, in tests that only look at where it stands. */
import type { Command } from './client.ts';

export const put = (value: string): Command => ({
  kind: 'write',
  id: { session: null, seq: 1 },
  write: { kind: 'put', key: 'k', value, flags: 0 },
});
