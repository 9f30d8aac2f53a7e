/**
 * What a job of a swarm runs, as root of its container: unpacks the submission, has it judged, and prints how that went.
 * The code itself runs as another user, who can neither read the judge's files nor touch its process.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { findStage } from '../../stages.ts';
import { apartLimits } from '../apart-limits.ts';
import { childBox } from '../boxes/child.ts';
import { home } from '../boxes/programs.ts';
import { runApart } from '../run-apart.ts';
import { type Parcel, parcelFile, unpack, unpacked } from './parcel.ts';
import { packedResult } from './result.ts';

const nobody = { uid: 65534, gid: 65534 };

const parcel: Parcel = JSON.parse(readFileSync(parcelFile, 'utf8'));
mkdirSync(unpacked, { mode: 0o755 });
unpack(parcel, unpacked);
const stage = findStage(parcel.stage, 'grade a submission');
const given = { stage, file: `${unpacked}/${stage.name}.ts`, dice: parcel.dice };
const never = new AbortController().signal;
const run = await runApart(given, childBox({ owner: nobody, root: home }), apartLimits, never);
process.stdout.write(`${packedResult(run)}\n`);
