/** §5.3, §8: a write is answered once it is applied, with what came of it, to whoever asked. */
import type { Answer, KeyValue, Message } from '@weekend/raft';
import { insist } from '../refuted.ts';
import type { Milestone } from '../suite.ts';
import { cas, get, put, remove, removeTree, told } from './asks.ts';
import { type Asked, type Cluster, playScenes, type Scene, scene } from './cluster.ts';

export const answeredWhenApplied: Milestone<KeyValue> = {
  id: 'answered-when-applied',
  title: 'A write is answered once it is applied, with its own outcome, and by the leader alone',
  points: 10,
  rule: 'The leader returns the result of the execution to the client (§5.3)',
  hint: 'When you propose, you learn the index of the entry and nothing more. Who will know what came of it, when, and how does that moment find the client?',
  prove: (stage) =>
    playScenes(
      stage,
      ['onRequest', 'apply'],
      [
        ...[1, 2, 3, 5].map(isWritten),
        notBeforeCommit,
        eachItsOwn,
        decidedWhenApplied,
        followersRefuse,
        candidatesRefuse,
        asOftenAsAsked,
        nothingToDelete,
        notAnEarlierOne,
      ],
    ),
};

const isWritten = (size: number): Scene =>
  scene(size, (cluster) => {
    cluster.elects('n1');
    for (const value of ['a', 'b']) {
      const asked = cluster.puts('n1', put('x', value));
      const [answer] = asked.answers;
      const { log } = cluster.state('n1');
      const index = log.findLastIndex(({ command }) => command.kind === 'write') + 1;
      insist(
        answer?.kind === 'written' && answer.index === index,
        `put x=${value} stands at index ${index} of the log, and is answered with ${JSON.stringify(answer)}; wanted that index`,
      );
      cluster.reads(cluster.ask('n1', get('x', 'stale')), value);
    }
    cluster.written(cluster.ask('n1', remove('x')), true);
    cluster.reads(cluster.ask('n1', get('x', 'stale')), undefined);
  });

const isEntries = ({ message }: { message: Message }): boolean =>
  message.kind === 'AppendEntries' && message.entries.length > 0;

/** Only a cas can be refused. */
const nothingToDelete = scene(1, (cluster) => {
  cluster.elects('n1');
  for (const write of [remove('x'), removeTree('x'), removeTree('')]) cluster.puts('n1', write);
});

/** An entry of the leader before, whose client gave the same id, for it asked for no session. */
const notAnEarlierOne = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.passes(100);
  cluster.puts('n1', put('x', 'new'));
  cluster.crashes('n1');
  cluster.loses(() => true);
  cluster.elects('n2');
  cluster.holds(({ message }) => message.kind === 'AppendEntriesReply');
  const asked = cluster.ask('n2', cas('x', 'newer', 1_000));
  cluster.passes(20);
  cluster.heals();
  cluster.written(asked, false);
});

/** Until a majority has it, it may yet be lost. */
const notBeforeCommit = scene(5, (cluster) => {
  cluster.elects('n1');
  cluster.puts('n1', put('x', 'old'));
  cluster.holds((packet) => isEntries(packet) && packet.to !== 'n2');
  const asked = cluster.ask('n1', put('x', 'new'));
  // Not so long that those who hear nothing would stand for election.
  cluster.passes(80);
  const [early] = asked.answers;
  insist(
    early === undefined,
    `two of five nodes have the entry, and n1 has answered ${told(asked.ask)} with ${JSON.stringify(early)} already; wanted no answer before it is committed and applied`,
  );
  cluster.reads(cluster.ask('n1', get('x', 'stale')), 'old');
  cluster.holds(() => false);
  cluster.written(asked, true);
});

/** All wait at the same time, and not all come to the same. */
const eachItsOwn = scene(3, (cluster) => {
  cluster.elects('n1');
  const index = cluster.written(cluster.puts('n1', put('x', 'old')));
  cluster.holds(isEntries);
  const asked: [Asked, boolean][] = [
    [cluster.ask('n1', put('y', '1')), true],
    [cluster.ask('n1', cas('x', 'no', index + 9)), false],
    [cluster.ask('n1', cas('x', 'yes', index)), true],
    [cluster.ask('n1', cas('z', 'yes', 0)), true],
    [cluster.ask('n1', remove('x', index)), false],
    [cluster.ask('n1', remove('y')), true],
  ];
  cluster.passes(20);
  cluster.holds(() => false);
  const indexes = asked.map(([each, done]) => cluster.written(each, done));
  insist(
    indexes.every((each, i) => i === 0 || each > (indexes[i - 1] as number)),
    `six writes that were asked for one after another are answered with the indexes ${indexes.join(' ')}; wanted each one's own, in this order`,
  );
  for (const [{ client, answers }] of asked)
    insist(answers.length === 1, `${client} has asked once and has ${answers.length} answers; wanted one`);
});

/** Two were proposed before either was applied. The log says what was asked; what comes of it depends on what came before. */
const decidedWhenApplied = scene(3, (cluster) => {
  cluster.elects('n1');
  const index = cluster.written(cluster.puts('n1', put('x', 'old')));
  cluster.holds(isEntries);
  const first = cluster.ask('n1', cas('x', 'first', index));
  const second = cluster.ask('n1', cas('x', 'second', index));
  const gone = cluster.ask('n1', remove('x', index));
  const unset = cluster.ask('n1', cas('y', 'first', 0));
  const set = cluster.ask('n1', cas('y', 'second', 0));
  cluster.passes(5);
  cluster.holds(() => false);
  cluster.written(first, true);
  cluster.written(second, false);
  cluster.written(gone, false);
  cluster.written(unset, true);
  cluster.written(set, false);
  cluster.passes(100);
  for (const node of cluster.sim.nodes) {
    cluster.reads(cluster.ask(node, get('x', 'stale')), 'first');
    cluster.reads(cluster.ask(node, get('y', 'stale')), 'first');
  }
});

const followersRefuse = scene(3, (cluster) => {
  cluster.elects('n1');
  cluster.passes(10);
  const asked = cluster.ask('n2', put('x', 'a'));
  isRefused(cluster, asked, 'n1');
});

const candidatesRefuse = scene(3, (cluster) => {
  cluster.parts(['n1'], ['n2', 'n3']);
  cluster.within(400, () => cluster.state('n1').role.kind === 'candidate');
  isRefused(cluster, cluster.ask('n1', put('x', 'a')), undefined);
});

function isRefused(cluster: Cluster, asked: Asked, leader: string | undefined): void {
  const [answer] = asked.answers;
  const { me, role, log } = cluster.state(asked.node);
  const isRefusal = answer?.kind === 'not-leader' || answer?.kind === 'unknown';
  insist(
    isRefusal,
    `${me}, a ${role.kind}, was asked for ${told(asked.ask)}, and has answered ${answer ? JSON.stringify(answer) : 'nothing'}; wanted "not-leader" at once, so that the client can try another`,
  );
  const named = (answer as Extract<Answer, { kind: 'not-leader' }>).leader ?? null;
  insist(
    named === null || named === leader,
    `${me}, a ${role.kind}, names ${named} as the leader; wanted ${leader ? `${leader}, or null` : 'null, since it knows of none'}`,
  );
  insist(
    !log.some(({ command }) => command.kind === 'write'),
    `${me} is a ${role.kind} and has taken a write into its log; wanted only a leader to`,
  );
}

/** A client without a session wants no more than it asks for: each request is a write. */
const asOftenAsAsked = scene(3, (cluster) => {
  cluster.elects('n1');
  const first = cluster.written(cluster.puts('n1', put('x', 'a')));
  const second = cluster.written(cluster.puts('n1', put('x', 'b')));
  const third = cluster.written(cluster.puts('n1', put('x', 'a')));
  cluster.reads(cluster.ask('n1', get('x', 'stale')), 'a');
  insist(
    first < second && second < third,
    `three clients without a session have written under the same number, and were answered with the indexes ${first} ${second} ${third}; wanted each write to be applied`,
  );
});
