/** Stages 03 to 05 of different right people, mixed node by node. */
import { lineupSuite } from '@weekend/gauntlet/suite';
import { expect, test } from 'vitest';

lineupSuite({ test, expect }, 20);
