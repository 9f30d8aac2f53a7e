/** A new leader tells readers to come again until a client’s write is applied. */
import type { KeyValue } from '@weekend/raft';
import { answering } from '../altered.ts';

export const kvStore: KeyValue = answering((answer, { role, log, currentTerm, lastApplied }) => {
  const own = log.slice(0, lastApplied).some(({ term, command }) => term === currentTerm && command.kind === 'write');
  return answer.kind === 'read' && role.kind === 'leader' && !own ? { kind: 'not-leader', leader: null } : answer;
});
