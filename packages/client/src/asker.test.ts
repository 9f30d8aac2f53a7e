/** Where requests go, when they go again and under which id, and what a request that fails may claim. */
import type { Answer, Request } from '@weekend/raft';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Asker } from './asker.ts';
import { NotDone, OutcomeUnknown } from './errors.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const write = { kind: 'put', key: 'a', value: 'x', flags: 0 } as const;
const done: Answer = { kind: 'written', done: true, index: 7 };
const lost: Answer = { kind: 'not-leader', leader: null };

/** A client whose requests go nowhere but into a list. */
function anAsker(reachable = true) {
  const sent: { to: string | null; request: Request }[] = [];
  const carrier = {};
  const asker = new Asker({
    send(to, request) {
      if (!reachable) return undefined;
      sent.push({ to, request });
      return carrier;
    },
  });
  const last = () => sent.at(-1) as { to: string | null; request: Request };
  const answer = (answer: Answer) => asker.onReply({ kind: 'Reply', id: last().request.id, answer });
  return { asker, sent, carrier, last, answer, tos: () => sent.map(({ to }) => to) };
}

test('a session is used again when its write is answered, with the next number, and not before', async () => {
  const { asker, sent, answer } = anAsker();
  const first = asker.write(write, 100);
  answer(done);
  expect(await first).toEqual(done);
  void asker.write(write, 100).catch(() => {});
  void asker.write(write, 100).catch(() => {});
  const [one, two, three] = sent.map(({ request }) => request.id);
  expect([two?.session, two?.seq]).toEqual([one?.session, 2]);
  expect([three?.session === one?.session, three?.seq]).toEqual([false, 1]);
});

test('it asks whom it takes for the leader, and follows one hint, but goes in no circle', () => {
  const { asker, answer, tos } = anAsker();
  asker.onLeader('n1');
  void asker.write(write, 10_000).catch(() => {});
  answer({ kind: 'not-leader', leader: 'n2' });
  answer({ kind: 'not-leader', leader: 'n1' });
  expect(tos()).toEqual(['n1', 'n2']);
  vi.advanceTimersByTime(25);
  expect(tos()).toEqual(['n1', 'n2', 'n1']);
});

test('news of a leader moves all that waits there, under the same ids; a stale read stays where it is', () => {
  const { asker, sent, tos } = anAsker();
  asker.onLeader('n1');
  void asker.write(write, 10_000).catch(() => {});
  void asker.read({ kind: 'get', key: 'a', mode: 'consistent' }, 10_000).catch(() => {});
  void asker.read({ kind: 'get', key: 'a', mode: 'stale' }, 10_000).catch(() => {});
  asker.onLeader('n2');
  expect(tos()).toEqual(['n1', 'n1', null, 'n2', 'n2']);
  expect(sent[3]?.request.id).toEqual(sent[0]?.request.id);
  asker.onLeader('n2');
  expect(sent).toHaveLength(5);
});

test('what was lost on the way is sent again, with the same id', () => {
  const { asker, sent, carrier } = anAsker();
  void asker.write(write, 10_000).catch(() => {});
  asker.onLost({});
  expect(sent).toHaveLength(1);
  asker.onLost(carrier);
  expect(sent.map(({ request }) => request.id.seq)).toEqual([1, 1]);
  expect(sent[1]?.request).toEqual(sent[0]?.request);
});

test('a request without an answer is sent again, ever more rarely', () => {
  const { asker, sent } = anAsker();
  void asker.write(write, 100_000).catch(() => {});
  vi.advanceTimersByTime(15_000);
  expect(sent).toHaveLength(4);
});

test('an unknown outcome is asked for again under the same id, and what is told then counts', async () => {
  const { asker, sent, answer } = anAsker();
  const writing = asker.write(write, 10_000);
  answer({ kind: 'unknown' });
  vi.advanceTimersByTime(25);
  answer(done);
  expect(await writing).toEqual(done);
  expect(sent[1]?.request.id).toEqual(sent[0]?.request.id);
});

test('a session that was forgotten is replaced where nothing can have been done', async () => {
  const { asker, sent, answer } = anAsker();
  const writing = asker.write(write, 10_000);
  answer({ kind: 'expired' });
  expect(sent[1]?.request.id.session).not.toBe(sent[0]?.request.id.session);
  answer(done);
  expect(await writing).toEqual(done);
});

test('a session that was forgotten after a try leaves the outcome unknown', async () => {
  const { asker, carrier, answer } = anAsker();
  const writing = asker.write(write, 10_000);
  asker.onLost(carrier);
  answer({ kind: 'expired' });
  await expect(writing).rejects.toThrow(OutcomeUnknown);
});

test.each<[string, (asked: ReturnType<typeof anAsker>) => void, typeof NotDone]>([
  ['that nobody answered', () => {}, OutcomeUnknown],
  [
    'that only those answered who do not lead',
    ({ answer }) => {
      for (let i = 0; i < 40; i++) {
        answer(lost);
        vi.advanceTimersByTime(25);
      }
      answer(lost);
    },
    NotDone,
  ],
  ['whose leader lost its office', ({ answer }) => answer({ kind: 'unknown' }), OutcomeUnknown],
])('a write %s claims neither too much nor too little', async (_what, happens, error) => {
  const asked = anAsker();
  const writing = asked.asker.write(write, 1_010);
  const outcome = expect(writing).rejects.toThrow(error);
  happens(asked);
  vi.advanceTimersByTime(1_100);
  await outcome;
});

test('a write that nobody could take is not done, and a read never claims to be unknown', async () => {
  const alone = anAsker(false).asker;
  const writing = expect(alone.write(write, 50)).rejects.toThrow(
    'Cannot do the put of "a": no leader has answered within 50 ms; nothing was done',
  );
  const reading = expect(anAsker().asker.read({ kind: 'list', prefix: 'a', mode: 'default' }, 50)).rejects.toThrow(
    NotDone,
  );
  vi.advanceTimersByTime(100);
  await Promise.all([writing, reading]);
});

test('an answer to an earlier write of the session is not taken for this one', async () => {
  const { asker, last, answer } = anAsker();
  const first = asker.write(write, 100);
  const { id } = last().request;
  answer(done);
  await first;
  let settled = false;
  void asker.write(write, 100).then(
    () => {
      settled = true;
    },
    () => {},
  );
  asker.onReply({ kind: 'Reply', id, answer: done });
  await Promise.resolve();
  expect(settled).toBe(false);
});
