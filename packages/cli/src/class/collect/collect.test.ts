/** What is taken out of a submission, and what is refused in a sentence that a student understands. */
import { createWriteStream, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { election, temporaryFolder } from '../../../testing/submissions.ts';
import { type Picked, pick } from './pick.ts';
import { studentsIn, withEntries } from './students.ts';

const stub = 'export const election = {};\n';

/** A class of one, who hands these files in as a folder. */
function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'ada'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'ada', path)), { recursive: true });
    writeFileSync(join(folder, 'ada', path), text);
  }
  return folder;
}

async function tarWith(files: Record<string, string>, name = 'ada.tar.gz'): Promise<string> {
  const folder = temporaryFolder();
  const tar = pack();
  for (const [path, text] of Object.entries(files)) tar.entry({ name: path }, text);
  tar.finalize();
  const steps = [tar, ...(name.endsWith('gz') ? [createGzip()] : []), createWriteStream(join(folder, name))];
  await pipeline(steps as never);
  return folder;
}

/** Files that are stored as they are. */
function zipWith(files: Record<string, string>, attributes = 0o100644 << 16): string {
  const folder = temporaryFolder();
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(attributes >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.from('PK\u0001\u0002\u0014\u0003'), common, rest, name);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  writeFileSync(join(folder, 'ada.zip'), Buffer.concat([...locals, central, end]));
  return folder;
}

/** The election that the one student of this class has handed in. */
async function pickedIn(folder: string): Promise<Picked | undefined> {
  const [student] = studentsIn(folder);
  if (!student) throw new Error('nobody has handed anything in');
  expect(student.name).toBe('ada');
  return withEntries(student, (entries) => pick(election, entries));
}

const paths = async (folder: string) => (await pickedIn(folder))?.map(({ path }) => path);

test.for([
  ['in its folder', '03-election/election.ts'],
  ['in a whole repository', 'raft-weekend/exercises/03-election/election.ts'],
  ['alone', 'election.ts'],
])('the stub is found %s', async ([, path]) => {
  expect(
    await paths(folderWith({ [path as string]: stub, 'README.md': '', 'solutions/03-election/election.ts': '' })),
  ).toEqual(['election.ts']);
});

test('what the stub imports from its own folder comes along, and nothing else does', async () => {
  const folder = folderWith({
    '03-election/election.ts': "import { won } from './parts/won.ts';\nimport '../secret.ts';\n",
    '03-election/parts/won.ts': "export { won } from '../votes.ts';\n",
    '03-election/votes.ts': 'export const won = true;\n',
    '03-election/package.json': '{}',
    'secret.ts': '',
  });
  expect(await paths(folder)).toEqual(['election.ts', 'parts/won.ts', 'votes.ts']);
});

test('archives are opened: tar, packed or not, and zip', async () => {
  const files = { 'ada/03-election/election.ts': stub };
  for (const folder of [
    await tarWith(files),
    await tarWith(files, 'ada.tar'),
    await tarWith(files, 'ada.tgz'),
    zipWith(files),
  ]) {
    const picked = await pickedIn(folder);
    expect(picked?.map(({ text }) => text.toString())).toEqual([stub]);
  }
});

test('a stage that is not there was not handed in', async () => {
  expect(await paths(folderWith({ 'kv-store.ts': '' }))).toBe(undefined);
});

test('of two students by the same name each keeps his own', () => {
  const folder = folderWith({ 'election.ts': stub });
  writeFileSync(join(folder, 'ada.zip'), '');
  expect(studentsIn(folder).map(({ name }) => name)).toEqual(['ada', 'ada.zip']);
});

const leadingOut = ['../election.ts', '/etc/passwd', 'a/../../election.ts'];

test.for(leadingOut)('an archive that names %s is refused', async (path) => {
  await expect(paths(zipWith({ [path]: stub }))).rejects.toThrow('which lies outside of it');
  await expect(paths(await tarWith({ [path]: stub }))).rejects.toThrow('which lies outside of it');
});

test('a link is refused, wherever it leads, in a folder as in an archive', async () => {
  const folder = folderWith({ 'README.md': '' });
  symlinkSync('/etc/passwd', join(folder, 'ada', 'election.ts'));
  await expect(paths(folder)).rejects.toThrow('election.ts is a symbolic link; wanted the file itself');
  await expect(paths(zipWith({ 'election.ts': '/etc/passwd' }, 0o120777 << 16))).rejects.toThrow('is a symbolic link');
});

test('a student who is a link is refused', async () => {
  const folder = temporaryFolder();
  symlinkSync('/etc', join(folder, 'ada'));
  await expect(paths(folder)).rejects.toThrow('it is a symbolic link; wanted a folder');
});

test('a file of 2 GB is refused before anybody reads it', async () => {
  const folder = folderWith({ 'election.ts': '' });
  truncateSync(join(folder, 'ada', 'election.ts'), 2 * 2 ** 30);
  await expect(paths(folder)).rejects.toThrow('election.ts has 2.0 GB; wanted 256 kB at most');
});

test('an archive that unpacks into more than a disk holds is refused', async () => {
  const folder = await tarWith({ 'ballast.bin': '\0'.repeat(300 * 2 ** 20) });
  await expect(paths(folder)).rejects.toThrow('its archive unpacks into more than 256 MB');
});

test('two stubs side by side are refused, for nobody knows which is meant', async () => {
  const folder = folderWith({ 'old/election.ts': stub, 'new/election.ts': stub });
  await expect(paths(folder)).rejects.toThrow('it holds election.ts twice');
});

test('what is no archive is told as such', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'ada.zip'), 'no zip');
  await expect(paths(folder)).rejects.toThrow('its archive can not be read');
  expect(readdirSync(folder)).toEqual(['ada.zip']);
});
