import { election } from '@solutions/03-election/election.ts';
import type { Election } from '@weekend/raft';
import { describe, expect, test } from 'vitest';
import { Session } from './session.ts';
import { evenLineup, evenSetup, type StageName } from './setup.ts';
import { modulesBy } from './testing.ts';

const reference = modulesBy('reference');

const three = (stage: StageName = 'kv-store') =>
  new Session(evenSetup(3, 7, evenLineup(stage, 'reference'), 'quick'), reference);

const leaderOf = (session: Session): string | undefined =>
  session.view().nodes.find(({ role }) => role === 'leader')?.address;

/** Everything that can be seen, to compare two moments. */
const seen = (session: Session): string =>
  JSON.stringify([session.index, session.view(), session.view().nodes.map(({ address }) => session.state(address))]);

describe('a session', () => {
  test('lets three nodes elect a leader, and tells of it', () => {
    const session = three();
    session.advance(1000);
    expect(session.now).toBe(1000);
    expect(leaderOf(session)).toBeDefined();
    const news = session.happenings.map(({ news: each }) => each);
    expect(news).toContainEqual({ kind: 'leads', node: leaderOf(session), term: 1 });
  });

  test('steps back to exactly what was, from anywhere', () => {
    const session = three();
    const moments: string[] = [seen(session)];
    while (session.index < 600 && session.step()) moments.push(seen(session));
    for (const index of [599, 300, 299, 0, 1, 450]) {
      session.seek(index);
      expect(seen(session)).toBe(moments[index]);
    }
    session.back();
    expect(seen(session)).toBe(moments[449]);
  });

  test('shows what an event has changed', () => {
    const session = three();
    session.act({ kind: 'fire', node: 'n2', timer: 'election' });
    const last = session.happenings.at(-1);
    expect(last?.changes).toContainEqual({ path: 'currentTerm', before: 0, after: 1 });
    expect(last).toMatchObject({
      byHand: { done: true },
      node: 'n2',
      news: { kind: 'stands', node: 'n2', term: 1 },
    });
  });

  test('goes to the next thing that is worth telling', () => {
    const session = three();
    session.advance(1000);
    const leader = leaderOf(session) ?? '';
    session.act({ kind: 'crash', node: leader });
    session.stepToNews();
    expect(session.happenings.at(-1)?.news).toMatchObject({ kind: 'stands', term: 2 });
  });

  test('serves a client', () => {
    const session = three();
    session.advance(1000);
    session.act({ kind: 'ask', node: leaderOf(session) ?? '', ask: { kind: 'put', key: 'x', value: '1', flags: 0 } });
    session.advance(1300);
    for (const { log, commitIndex, lastApplied } of session.view().nodes) {
      expect(log.entries.map(({ label }) => label)).toEqual(['·', 'x=1']);
      expect([commitIndex, lastApplied]).toEqual([2, 2]);
    }
  });
});

describe('acting in the past', () => {
  test('begins a branch and loses nothing: both futures can be seen again', () => {
    const session = three();
    session.advance(1000);
    const first = leaderOf(session) ?? '';
    const fork = session.index;
    session.act({ kind: 'crash', node: first });
    session.advance(2500);
    const original = [session.index, seen(session)] as const;
    expect(leaderOf(session)).not.toBe(first);

    session.seek(fork);
    expect(leaderOf(session)).toBe(first);
    session.act({ kind: 'cut', from: first, to: 'n1' });
    expect(session.branches.map(({ id, origin }) => [id, origin])).toEqual([
      [0, undefined],
      [1, { branch: 0, index: fork }],
    ]);
    session.advance(2500);
    const other = seen(session);

    session.switchTo(0);
    session.seek(original[0]);
    session.advance(2500);
    expect(seen(session)).toBe(original[1]);
    session.switchTo(1);
    session.advance(2500);
    expect(seen(session)).toBe(other);
  });

  test('at the tip begins none', () => {
    const session = three();
    session.advance(500);
    session.act({ kind: 'crash', node: 'n1' });
    session.act({ kind: 'crash', node: 'n2' });
    expect(session.branches).toHaveLength(1);
    expect(session.branch.actions.map(({ at, nth }) => [at, nth])).toEqual([
      [500, 0],
      [500, 1],
    ]);
  });

  test('is not needed to play what was done again', () => {
    const session = three();
    session.advance(500);
    session.act({ kind: 'crash', node: 'n1' });
    session.advance(900);
    session.seek(3);
    session.advance(900);
    expect(session.branches).toHaveLength(1);
    expect(session.view().nodes[0]?.condition).toBe('down');
  });
});

describe('an address', () => {
  test('leads another session to the same moment', () => {
    const session = three();
    session.advance(800);
    session.act({ kind: 'crash', node: leaderOf(session) ?? '' });
    session.advance(1234.567);
    session.act({ kind: 'heal' });
    const other = new Session(session.setup, reference, session.branch.actions);
    other.goTo(session.moment);
    expect(seen(other)).toBe(seen(session));
  });
});

describe('what stops a run', () => {
  const votesTwice: Election = {
    ...election,
    onRequestVote(state, from, message, world) {
      if (message.term === state.currentTerm) state.votedFor = null;
      election.onRequestVote(state, from, message, world);
    },
  };
  const alone = evenSetup(3, 1, evenLineup('election', 'mine'), 'quick');

  test('is an invariant, by its name, and nothing goes on behind it', () => {
    const session = new Session(alone, modulesBy('mine', { election: votesTwice }));
    session.act({ kind: 'fire', node: 'n1', timer: 'election' });
    session.act({ kind: 'fire', node: 'n2', timer: 'election' });
    session.advance(100);
    expect(session.broken).toMatch(/^Election Safety \(§5\.2\): n\d and n\d both lead term 1$/);
    expect([session.step(), session.act({ kind: 'heal' })]).toEqual([false, false]);
    session.back();
    expect(session.broken).toBeUndefined();
  });

  test('is not there any more when the code is mended: the same actions, to the same moment', () => {
    const session = new Session(alone, modulesBy('mine', { election: votesTwice }));
    session.act({ kind: 'fire', node: 'n1', timer: 'election' });
    session.act({ kind: 'fire', node: 'n2', timer: 'election' });
    session.advance(100);
    const { at } = session.moment;
    session.reload(modulesBy('mine'));
    expect(session.broken).toBeUndefined();
    expect(session.now).toBe(at);
    expect(session.branch.actions).toHaveLength(2);
  });

  test('does not forget where one stood: mended, the run is there again', () => {
    const session = new Session(alone, modulesBy('mine'));
    session.act({ kind: 'fire', node: 'n1', timer: 'election' });
    session.act({ kind: 'fire', node: 'n2', timer: 'election' });
    session.advance(100);
    session.reload(modulesBy('mine', { election: votesTwice }));
    expect(session.broken).toBeDefined();
    expect(session.now).toBeLessThan(100);
    session.reload(modulesBy('mine'));
    expect(session.now).toBe(100);
  });

  test('is a handler that throws: once, and told as its node’s', () => {
    const session = new Session(
      alone,
      modulesBy('mine', {
        election: {
          ...election,
          onElectionTimeout() {
            throw new Error('no idea');
          },
        },
      }),
    );
    session.advance(5000);
    expect(session.thrown).toMatchObject({ error: { message: 'no idea' } });
    expect(session.now).toBeLessThan(400);
    expect(session.happenings.at(-1)?.text).toMatch(/throws: no idea$/);
    session.advance(5000);
    expect(session.thrown).toBeDefined();
    session.advance(5000);
    session.advance(5000);
    expect(session.now).toBe(5000);
  });

  test('is told again when one goes back to it, and of new code wherever it threw', () => {
    const session = new Session(alone, modulesBy('mine'));
    session.advance(2000);
    const throwing: Election = {
      ...election,
      onElectionTimeout() {
        throw new Error('no idea');
      },
    };
    session.reload(modulesBy('mine', { election: throwing }));
    expect(session.thrown).toMatchObject({ error: { message: 'no idea' } });
    session.seek(1);
    expect(session.thrown).toMatchObject({ error: { message: 'no idea' } });
    session.seek(2);
    expect(session.thrown).toMatchObject({ error: { message: 'no idea' } });
    session.back();
    session.back();
    expect(session.thrown).toBeUndefined();
  });

  test('is a variable outside the state, since a replay would not be the same', () => {
    let calls = 0;
    const counting: Election = {
      ...election,
      onElectionTimeout(state, world) {
        election.onElectionTimeout(state, world);
        state.currentTerm += calls++;
      },
    };
    const session = new Session(alone, modulesBy('mine', { election: counting }));
    session.advance(1000);
    expect(String(session.thrown?.error)).toContain('not deterministic');
  });
});

describe('what can not be done', () => {
  test('is told, and is no event of the cluster', () => {
    const session = three();
    session.act({ kind: 'drop', id: 999 });
    expect(session.happenings.at(-1)?.text).toBe('By hand: drop message 999, which was not possible');
  });
});

describe('a message that is lost', () => {
  test('is told with the event that has lost it, and why', () => {
    const session = new Session(evenSetup(3, 7, evenLineup('kv-store', 'reference')), modulesBy('reference'));
    session.act({ kind: 'cut', from: 'n1', to: 'n2' });
    session.act({ kind: 'crash', node: 'n3' });
    session.act({ kind: 'fire', node: 'n1', timer: 'election' });
    const cut = session.happenings.at(-1)?.lost.map(({ from, to, kind, why }) => [from, to, kind, why]);
    expect(cut).toEqual([['n1', 'n2', 'RequestVote', 'cut']]);
    session.advance(100);
    const down = session.happenings.flatMap(({ lost }) => lost).filter(({ why }) => why === 'down');
    expect(down.map(({ from, to }) => [from, to])).toEqual([['n1', 'n3']]);
  });
});
