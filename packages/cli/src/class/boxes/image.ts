/** The images of a class: what a container may know, and nothing else. Built once from the files of this repository. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { archive, type Item } from '../../cluster/docker/archive.ts';
import { findBase } from '../../cluster/docker/base.ts';
import { finished } from '../../cluster/docker/progress.ts';
import { root } from '../../places.ts';
import { stages } from '../../stages.ts';
import { say } from '../../words/say.ts';
import { compiled, home, judgeFlags, judgeHome, sandboxFlags } from './programs.ts';

export interface Recipe {
  name: string;
  /** Files and folders of the repository, and where they go. */
  contents: readonly { from: readonly string[]; to: string }[];
  dockerfile: string;
}

const ofCli = (paths: readonly string[]): string[] => paths.map((path) => `packages/cli/${path}`);

/** The contract's packages: those that some stage may import. */
const contract = [...new Set(stages.flatMap(({ imports }) => imports))].map((name) => `packages/${name.split('/')[1]}`);

/** What a student's code needs, and no suite and no solution. */
const sandboxFiles = [
  ...contract,
  ...ofCli(['package.json', 'src/sandbox', 'src/class/sandbox', 'src/class/wire', 'src/places.ts', 'src/nearest.ts']),
];

/** What the suites need. No solution either. */
const suiteFiles = [
  ...new Set([...contract, ...neededBy('@weekend/grading')]),
  ...ofCli(['package.json', 'src/sandbox', 'src/class', 'src/suites.ts']),
  ...ofCli(['src/stages.ts', 'src/places.ts', 'src/nearest.ts', 'src/cannot-run.ts', 'src/words']),
];

/** The folders of a package and of all that it depends on. */
function neededBy(name: string, found = new Set<string>()): Set<string> {
  const folder = name.startsWith('@weekend/') ? `packages/${name.split('/')[1]}` : `node_modules/${name}`;
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  for (const other of Object.keys(dependencies)) neededBy(other, found);
  return found;
}

/** The packages find each other by name, as in the repository. Without a shell, since a base may have none. */
const linked = (folder: string): string =>
  JSON.stringify([
    'node',
    '-e',
    `process.chdir('${folder}'); fs.mkdirSync('node_modules/@weekend', { recursive: true }); for (const name of fs.readdirSync('packages')) fs.symlinkSync('../../packages/' + name, 'node_modules/@weekend/' + name)`,
  ]);

const asJson = (...words: readonly string[]): string => JSON.stringify(words);

const loads = (at: string, files: readonly string[]): string =>
  files.map((file) => `import('${at}/${file}')`).join('; ');

/** What a sandbox loads, whatever the stage. */
const ofSandbox = [
  'packages/cli/src/class/sandbox/servant.ts',
  'packages/cli/src/sandbox/fence.ts',
  'packages/cli/src/sandbox/guarded.ts',
  ...contract.map((folder) => `${folder}/src/index.ts`),
];

/** What a judge loads, and who starts it in a swarm. */
const ofJudge = ['run-apart.ts', 'boxes/child.ts', 'judge/remote-stage.ts', 'judge/across.ts'].map(
  (file) => `packages/cli/src/class/${file}`,
);

/** Code is kept as it was compiled once, since every container begins with all of it. Node keeps it for each user apart. */
const sandboxCompiled = `RUN ${asJson('node', '-e', `fs.mkdirSync('${compiled}'); fs.chownSync('${compiled}', 65534, 65534)`)}
USER 65534:65534
ENV NODE_COMPILE_CACHE=${compiled}
RUN ${asJson('node', ...sandboxFlags(256), '-e', loads(home, ofSandbox))}`;

export const sandboxRecipe: Recipe = {
  name: 'raft-weekend-sandbox',
  contents: [{ from: sandboxFiles, to: 'app' }],
  dockerfile: `ARG BASE
FROM \${BASE}
COPY app ${home}
RUN ${linked(home)}
${sandboxCompiled}
ENTRYPOINT ["node"]
`,
};

/** A swarm can't forbid new privileges as a single engine can. So no program in the image gives any. */
const nobodyBecomesRoot =
  "for (const folder of ['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/lib', '/usr/local/bin']) if (fs.existsSync(folder)) for (const each of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) if (each.isFile()) { const file = each.parentPath + '/' + each.name; const { mode } = fs.statSync(file); if (mode & 0o6000) fs.chmodSync(file, mode & 0o1777) }";

/** For a swarm: judge and sandbox in one container, as two users. */
export const swarmRecipe: Recipe = {
  name: 'raft-weekend-swarm',
  contents: [
    { from: sandboxFiles, to: 'app' },
    { from: suiteFiles, to: 'judge' },
  ],
  dockerfile: `ARG BASE
FROM \${BASE}
COPY app ${home}
COPY judge ${judgeHome}
RUN ${linked(home)}
RUN ${linked(judgeHome)}
RUN ["node", "-e", "fs.chmodSync('${judgeHome}', 0o700)"]
RUN ${asJson('node', '-e', nobodyBecomesRoot)}
${sandboxCompiled}
USER 0:0
ENV NODE_COMPILE_CACHE=${judgeHome}/compiled
RUN ${asJson('node', ...judgeFlags, '-e', loads(judgeHome, ofJudge))}
ENTRYPOINT ["node"]
`,
};

/** The image's id. `say` hears what somebody has to wait for. */
export async function ensureImage(
  docker: Docker,
  recipe: Recipe,
  attempt: string,
  tell: (line: string) => void,
): Promise<string> {
  const items = recipe.contents.flatMap(({ from, to }) =>
    from.flatMap(filesBelow).map((name): Item => ({ kind: 'file', name: `${to}/${name}`, from: join(root, name) })),
  );
  const base = await findBase(docker, attempt);
  const image = `${recipe.name}:${fingerprint(items, recipe.dockerfile + base.name)}`;
  if (await isThere(docker, image)) return image;
  if (base.done) tell(base.done);
  tell(say('engine-builds', { image, base: base.name }));
  const context = archive([...items, { kind: 'text', name: 'Dockerfile', text: recipe.dockerfile }]);
  await finished(docker, await docker.buildImage(context, { t: image, buildargs: { BASE: base.name }, forcerm: true }));
  await forgetOlder(docker, recipe, image);
  return image;
}

/** Nobody asks for them any more. One that a container still runs stays. */
async function forgetOlder(docker: Docker, { name }: Recipe, image: string): Promise<void> {
  const found = await docker.listImages({ filters: { reference: [name] } });
  const older = found.flatMap(({ RepoTags }) => RepoTags ?? []).filter((tag) => tag !== image);
  for (const tag of older)
    await docker
      .getImage(tag)
      .remove()
      .catch(() => {});
}

const isThere = (docker: Docker, image: string): Promise<boolean> =>
  docker
    .getImage(image)
    .inspect()
    .then(
      () => true,
      () => false,
    );

/** Equal files make equal names, so that an image is built once. */
function fingerprint(items: readonly Item[], recipe: string): string {
  const hash = createHash('sha256').update(recipe);
  for (const item of items) if (item.kind === 'file') hash.update(`\0${item.name}\0`).update(readFileSync(item.from));
  return hash.digest('hex').slice(0, 16);
}

/** Sorted. No tests, no links. */
function filesBelow(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => (entry.isFile() ? isNeeded(entry.name) : entry.isDirectory() && !leftOut.includes(entry.name)))
    .map(({ name }) => `${path}/${name}`)
    .sort()
    .flatMap(filesBelow);
}

const isNeeded = (name: string): boolean =>
  /\.(ts|json|[cm]?js)$/.test(name) && !/\.(test|suite|d)\.[cm]?ts$/.test(name);

const leftOut = ['node_modules', '.turbo', '.results', '.vite', 'bench', 'testing', 'web'];
