/** Stage 06: the durable log on an ordered store. One milestone a file, in the order in which one writes the code. */
import type { LogStore } from '@weekend/log-store';
import type { Suite } from '../suite.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { close } from './close.ts';
import { crashAgain } from './crash-again.ts';
import { damagedMiddle } from './damaged-middle.ts';
import { diskFull } from './disk-full.ts';
import { durable } from './durable.ts';
import { groupCommit } from './group-commit.ts';
import { largeLog } from './large-log.ts';
import { order } from './order.ts';
import { saveAndRestore } from './save-and-restore.ts';
import { tails } from './tails.ts';
import { tornTail } from './torn-tail.ts';

export const logStore: Suite<LogStore> = {
  stage: 'log-store',
  handlers: ['open'],
  milestones: [
    saveAndRestore,
    tails,
    durable,
    order,
    groupCommit,
    close,
    allOrNothing,
    tornTail,
    damagedMiddle,
    diskFull,
    largeLog,
    crashAgain,
  ],
  async: true,
};
