/** `weekend class grade DIR`: grades a class of strangers, each in a box of his own, and writes the reports. */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type Docker from 'dockerode';
import { CannotRun, type ExitCode, exitCodes } from '../cannot-run.ts';
import { findEngine } from '../cluster/docker/engine.ts';
import { inDockersWords } from '../cluster/docker/errors.ts';
import { interruptible } from '../cluster/interrupts.ts';
import { print, printJson } from '../output.ts';
import { findStages } from '../stages.ts';
import { say } from '../words/say.ts';
import { sweep, type Yard } from './boxes/container.ts';
import { ensureImage, sandboxRecipe, swarmRecipe } from './boxes/image.ts';
import { studentsIn } from './collect/students.ts';
import { gradeClass } from './grade-class.ts';
import { inChildren, inContainers, type Judging } from './judging.ts';
import { lock } from './lock.ts';
import { classTable } from './report/table.ts';
import { writeReports } from './report/write.ts';
import { closedNetwork, inSwarm, sweepSwarm } from './swarm/judge-in-swarm.ts';

export interface ClassGradeOptions {
  stage?: string[];
  out?: string;
  json?: boolean;
  csv?: string;
  html?: string;
  docker: boolean;
  swarm?: boolean;
  /** As many as there are cores, if left out. */
  jobs?: number;
  seed?: number;
}

const attempt = (): string => say('do-grade-class');

export async function classGrade(dir: string, options: ClassGradeOptions): Promise<ExitCode> {
  const folder = resolve(dir);
  const out = resolve(options.out ?? join(dirname(folder), `${basename(folder)}-graded`));
  const stages = options.stage ? findStages(options.stage, attempt()) : [];
  // Where reports and copies go, what was there before is replaced.
  if (lies(folder, out)) throw new CannotRun(say('class-out-around', { attempt: attempt(), folder, out }));
  const students = studentsIn(folder).filter(({ path }) => path !== out);
  if (students.length === 0) throw new CannotRun(say('class-no-students', { attempt: attempt(), folder }));
  mkdirSync(out, { recursive: true });
  const unlock = lock(out);
  try {
    const report = await interruptible(say('class-interrupted'), async (callOff) => {
      const { judging, cores, tidyUp } = await chosen(options, out);
      const { jobs = cores, seed } = options;
      try {
        return await gradeClass({ students, out, stages, jobs, seed, judging, callOff, say: tell });
      } finally {
        await tidyUp();
      }
    });
    const written = writeReports(report, basename(folder), { out, csv: options.csv, html: options.html });
    if (options.json) printJson(report);
    else print(`${classTable(report)}\n\n  ${written.html}\n  ${written.csv}\n  ${written.json}`);
    return report.students.every(({ passed }) => passed) ? exitCodes.holds : exitCodes.fellShort;
  } finally {
    unlock();
  }
}

const lies = (folder: string, within: string): boolean => `${folder}${sep}`.startsWith(`${within}${sep}`);

interface Chosen {
  judging: Judging;
  /** How many submissions keep the machines busy. */
  cores: number;
  /** Takes away what was made in Docker. */
  tidyUp(): Promise<void>;
}

async function chosen({ docker: wanted, swarm }: ClassGradeOptions, out: string): Promise<Chosen> {
  if (process.platform === 'win32') throw new CannotRun(say('class-system', { attempt: attempt() }));
  if (!wanted) {
    if (swarm) throw new CannotRun(say('class-swarm-or-not', { attempt: attempt() }));
    tell(say('class-no-docker'));
    return { judging: inChildren, cores: availableParallelism(), tidyUp: async () => {} };
  }
  const docker = await findEngine();
  if (!docker) throw new CannotRun(say('class-engine', { attempt: attempt() }));
  const label = labelOf(out);
  const yard = { docker, label, scratch: join(out, 'under-way') };
  return (swarm ? withSwarm(docker, label) : withContainers(yard)).catch(inDockersWords(attempt()));
}

async function withContainers(yard: Yard): Promise<Chosen> {
  const { docker, label, scratch } = yard;
  const tidyUp = async () => {
    await sweep(docker, label);
    rmSync(scratch, { recursive: true, force: true });
  };
  await tidyUp();
  const image = await ensureImage(docker, sandboxRecipe, attempt(), tell);
  return { judging: inContainers(yard, image), cores: availableParallelism(), tidyUp };
}

async function withSwarm(docker: Docker, label: string): Promise<Chosen> {
  const { Swarm } = await docker.info();
  if (!Swarm?.ControlAvailable) throw new CannotRun(say('class-no-swarm', { attempt: attempt() }));
  await sweepSwarm(docker, label);
  await closedNetwork(docker, label);
  const image = await ensureImage(docker, swarmRecipe, attempt(), tell);
  const cores = await coresOf(docker);
  return { judging: inSwarm(docker, image, label), cores, tidyUp: () => sweepSwarm(docker, label) };
}

/** Of all machines of the swarm. */
async function coresOf(docker: Docker): Promise<number> {
  const nodes: { Description?: { Resources?: { NanoCPUs?: number } } }[] = await docker.listNodes();
  return nodes.reduce((sum, { Description }) => sum + (Description?.Resources?.NanoCPUs ?? 1e9) / 1e9, 0);
}

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Short, since a swarm takes no long labels; another one for each place of results. */
const labelOf = (out: string): string => createHash('sha256').update(realpathSync(out)).digest('hex').slice(0, 16);
