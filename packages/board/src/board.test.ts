/** The board as a room uses it: many join, one misbehaves, the mentor's machine goes down and comes back. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newKeys, proof } from './identity.ts';
import { BoardRefused, join, type Membership, parsedInvitation, tell } from './member.ts';
import type { View } from './register.ts';
import { type Board, openBoard } from './server.ts';

const curriculum = [
  {
    stage: 'election',
    title: 'Leader election',
    milestones: [
      { id: 'newer-term', title: 'A newer term' },
      { id: 'majority', title: 'A majority' },
    ],
  },
];

const folders: string[] = [];
const boards: Board[] = [];

afterEach(async () => {
  await Promise.all(boards.splice(0).map((board) => board.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path(tmpdir(), 'board-'));
  folders.push(folder);
  return folder;
}

async function open(folder = newFolder(), port = 0, now = () => 1_000_000): Promise<Board> {
  const board = await openBoard({ folder, host: '127.0.0.1', port, curriculum, now });
  boards.push(board);
  return board;
}

const urlOf = ({ port }: Board): string => `http://127.0.0.1:${port}`;

const on = (number: number, milestone = 'majority', forMs = 60_000) => ({
  number,
  passed: { election: milestone === 'majority' ? ['newer-term'] : [] },
  on: { stage: 'election', milestone, forMs },
});

/** The first thing that the mentor's page is told. */
async function seen(board: Board, key = board.mentorKey): Promise<View> {
  const response = await fetch(`${urlOf(board)}/events`, { headers: { cookie: `mentor=${key}` } });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return JSON.parse(new TextDecoder().decode(value).replace('data: ', ''));
}

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'was taken',
    (error) => (error instanceof BoardRefused ? error.message : String(error)),
  );

const post = (board: Board, page: string, body: string, headers = {}): Promise<Response> =>
  fetch(`${urlOf(board)}${page}`, { method: 'POST', body, headers });

test('who joins with the code and reports is seen by the mentor, who has been on one milestone the longest first', async () => {
  const board = await open();
  const aki = await join(urlOf(board), board.code, 'Aki');
  const bo = await join(urlOf(board), board.code, '  Bo ');
  const chi = await join(urlOf(board), board.code, '千尋');
  await tell(aki, on(1, 'majority', 60_000));
  await tell(bo, on(1, 'newer-term', 1_800_000));
  await tell(chi, on(1, 'majority', 120_000));
  const { rows, shared } = await seen(board);
  expect(rows.map(({ name, on: where }) => [name, where?.milestone, where?.forMs])).toEqual([
    ['Bo', 'newer-term', 1_800_000],
    ['千尋', 'majority', 120_000],
    ['Aki', 'majority', 60_000],
  ]);
  expect(rows[1]?.stages).toEqual([{ stage: 'election', passed: 1, of: 2 }]);
  expect(shared).toEqual([{ stage: 'election', milestone: 'majority', title: 'A majority', names: ['千尋', 'Aki'] }]);
});

test('time goes on while nothing is heard, as when the laptop of the mentor sleeps', async () => {
  let time = 1_000_000;
  const board = await open(newFolder(), 0, () => time);
  await tell(await join(urlOf(board), board.code, 'Aki'), on(1));
  time += 7_200_000;
  expect((await seen(board)).rows[0]).toMatchObject({ on: { forMs: 7_260_000 }, quietForMs: 7_200_000 });
});

test('who joins again under another name has one row still', async () => {
  const board = await open();
  const { keys } = await join(urlOf(board), board.code, 'Aki');
  await join(urlOf(board), board.code, 'Aki S.', keys);
  expect((await seen(board)).rows.map(({ name }) => name)).toEqual(['Aki S.']);
});

test('an older report that comes late changes nothing', async () => {
  const board = await open();
  const aki = await join(urlOf(board), board.code, 'Aki');
  await tell(aki, on(2, 'majority'));
  await tell(aki, on(1, 'newer-term'));
  expect((await seen(board)).rows[0]?.on?.milestone).toBe('majority');
});

test('forty students join and report while one floods and the board is killed and restarted: nothing is lost, nobody is blocked', async () => {
  const folder = newFolder();
  const before = await open(folder);
  const names = Array.from({ length: 40 }, (_, i) => `student ${i + 1}`);
  const flood = flooding(before.port);
  const members = await Promise.all(names.map((name) => join(urlOf(before), before.code, name)));
  await Promise.all(members.map((member) => tell(member, on(1))));
  expect(await flood).toContain(429);

  // Killed: nothing is said to anybody, and what was answered is on the disk already.
  await boards.pop()?.close();
  expect(await refusal(tell(members[0] as Membership, on(2)))).toMatch(/nobody answers/);
  const after = await open(folder, before.port);
  expect([after.code, after.mentorKey]).toEqual([before.code, before.mentorKey]);
  await Promise.all(members.slice(0, 20).map((member) => tell(member, on(3, 'newer-term'))));

  const { rows } = await seen(after);
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(rows.filter((row) => row.on?.milestone === 'newer-term')).toHaveLength(20);
  expect(rows.filter((row) => row.on?.milestone === 'majority')).toHaveLength(20);
});

test('strangers are refused: a wrong code, no membership, a signature of somebody else', async () => {
  const board = await open();
  const { name, keys, url } = await join(urlOf(board), board.code, 'Aki');
  expect(await refusal(join(url, 'AAAA-AAAA', 'Bo'))).toBe('this is not the code of this board');
  expect(await refusal(tell({ url, name, keys: newKeys() }, on(1)))).toMatch(/has to join first/);
  const others = { ...keys, privateKey: newKeys().privateKey };
  expect(await refusal(tell({ url, name, keys: others }, on(1)))).toBe('the signature does not fit');
  expect(await seen(board)).toMatchObject({ rows: [{ name: 'Aki', quietForMs: 0 }] });
  expect((await seen(board)).rows[0]?.on).toBeUndefined();
});

test.each([
  ['a milestone that there is not', { number: 1, passed: { election: ['made-up'] } }, /lists milestones of election/],
  ['a stage that there is not', { number: 1, passed: { chess: [] } }, /no stage "chess"/],
  ['a stage of every object', { number: 1, passed: { constructor: [] } }, /no stage "constructor"/],
  ['one milestone twice', { number: 1, passed: { election: ['majority', 'majority'] } }, /each once/],
  ['a time that is none', { ...on(1), on: { stage: 'election', milestone: 'majority', forMs: -1 } }, /milliseconds/],
  ['more than was asked', { ...on(1), code: 'export const election' }, /no field "code"/],
  ['a number that is none', { ...on(1), number: 1e300 }, /whole number/],
  ['a list', [], /JSON object/],
])('nonsense is refused: %s', async (_what, report, why) => {
  const board = await open();
  const aki = await join(urlOf(board), board.code, 'Aki');
  expect(await refusal(tell(aki, report as never))).toMatch(why);
});

test.each([
  ['a line break', 'two\nlines'],
  ['nothing to see', '\u200b'],
  ['a novel', 'x'.repeat(31)],
])('a name with %s is refused', async (_what, name) => {
  const board = await open();
  const { publicKey } = newKeys();
  const { board: id } = (await (await fetch(`${urlOf(board)}/api/board`)).json()) as { board: string };
  const body = JSON.stringify({ name, publicKey, proof: proof(board.code, id, name, publicKey) });
  expect((await post(board, '/api/join', body)).status).toBe(400);
});

test.each(['', 'null', '[]', '{', '{"publicKey":1}', '{"publicKey":"","report":"","signature":""}'])(
  'a body of %j is refused and breaks nothing',
  async (body) => {
    const board = await open();
    expect((await post(board, '/api/join', body)).status).toBe(400);
    expect([400, 403]).toContain((await post(board, '/api/report', body)).status);
  },
);

test('a body of a megabyte is not read to its end', async () => {
  const board = await open();
  expect((await post(board, '/api/report', 'x'.repeat(1_000_000))).status).toBe(413);
});

test('the page and its events open with the key of the mentor alone', async () => {
  const board = await open();
  for (const page of ['/', '/events', '/?key=wrong']) expect((await fetch(`${urlOf(board)}${page}`)).status).toBe(403);
  const opened = await fetch(`${urlOf(board)}/?key=${board.mentorKey}`);
  expect(opened.status).toBe(200);
  expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the mentor removes a row; a page of somebody else’s can not', async () => {
  const board = await open();
  const { keys } = await join(urlOf(board), board.code, 'a rude word');
  const body = JSON.stringify({ publicKey: keys.publicKey });
  const headers = { cookie: `mentor=${board.mentorKey}` };
  expect((await post(board, '/api/remove', body, { ...headers, origin: 'http://elsewhere.example' })).status).toBe(403);
  expect((await post(board, '/api/remove', body, { origin: urlOf(board) })).status).toBe(403);
  expect((await post(board, '/api/remove', body, { ...headers, origin: urlOf(board) })).status).toBe(200);
  expect((await seen(board)).rows).toEqual([]);
});

test('what the board keeps is for its owner alone', async () => {
  const folder = newFolder();
  await open(folder);
  for (const file of ['board.json', 'journal']) expect(statSync(path(folder, file)).mode & 0o777).toBe(0o600);
});

test('an invitation is understood as people type it', () => {
  const invitation = { url: 'http://192.168.1.20:4870', code: 'K7QM-2XWT' };
  for (const text of [
    '192.168.1.20:4870/K7QM-2XWT',
    'http://192.168.1.20:4870/k7qm2xwt',
    ' 192.168.1.20:4870/k7qm 2xwt ',
  ])
    expect(parsedInvitation(text)).toEqual(invitation);
  for (const text of ['K7QM-2XWT', '192.168.1.20:4870', '192.168.1.20:99999/K7QM-2XWT', '192.168.1.20:4870/K7QM-2XW0'])
    expect(parsedInvitation(text)).toBeUndefined();
});

/** From another address than the students': requests as fast as they go, until one is refused. */
async function flooding(port: number): Promise<number[]> {
  const answers: number[] = [];
  while (!answers.includes(429) && answers.length < 10_000) answers.push(await nonsenseFrom('127.0.0.2', port));
  return answers;
}

function nonsenseFrom(localAddress: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, localAddress, method: 'POST', path: '/api/report' }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end('{"nonsense":');
  });
}
