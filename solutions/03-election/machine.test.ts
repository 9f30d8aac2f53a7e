/** The suite held against what a machine makes of the reference. */
import { machineSuite } from '@weekend/gauntlet/suite';
import { expect, test } from 'vitest';

machineSuite({ test, expect }, 'election');
