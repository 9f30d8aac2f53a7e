/** Two locks at a time: money moves between accounts, and nobody waits in a ring. */
import type { Concurrency } from '@weekend/concurrency';
import fc from 'fast-check';
import { insist } from '../refuted.ts';
import type { Bench, Broken, Dice, Milestone } from '../suite.ts';
import { Bank, balance, type Failing } from './bank.ts';
import { type Crossroads, everyInterleaving, manyInterleavings } from './interleavings.ts';
import { type Coroutine, inTurn, type Lab, Planned } from './lab.ts';
import { isList, shown } from './lists.ts';

export const twoLocks: Milestone<Concurrency> = {
  id: 'two-locks',
  title: 'Transfers that need two locks never wait for each other in a ring',
  points: 8,
  rule: 'Locks are taken in one order by everybody',
  hint: 'One takes x and wants y, the other has y and wants x. What could both look at, so that they agree on which of the two to take first?',
  prove: (stage, dice, bench) =>
    inTurn([
      () => everyInterleaving(bench, (crossroads) => transfers(crossroads, stage, oneWay)),
      () => everyInterleaving(bench, (crossroads) => transfers(crossroads, stage, allOfIt)),
      () => everyInterleaving(bench, (crossroads) => transfers(crossroads, stage, bothWays)),
      () => everyInterleaving(bench, (crossroads) => transfers(crossroads, stage, toItself)),
      ...[balance + 1, 5 * balance].map(
        (amount) => () => everyInterleaving(bench, (crossroads) => tooLittle(crossroads, stage, amount)),
      ),
      ...[1, 2].flatMap((id) =>
        (['read', 'written'] as const).map(
          (what) => () => everyInterleaving(bench, (crossroads) => anAccountFails(crossroads, stage, id, what)),
        ),
      ),
      () => inAnyOrder(bench, stage, dice),
    ]),
};

type Transfer = readonly [from: number, to: number, amount: number];

const oneWay: Transfer[] = [[1, 2, 30]];
const allOfIt: Transfer[] = [[1, 2, balance]];
const bothWays: Transfer[] = [
  [1, 2, 30],
  [2, 1, 50],
];
const toItself: Transfer[] = [
  [1, 1, 40],
  [1, 2, 10],
];

const any = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 9 }));
/** Numbers of accounts, in which the order of texts is another than that of numbers. */
const ids = [9, 10, 2, 111];

const inAnyOrder = (bench: Bench, stage: Concurrency, dice: Dice): Promise<Broken | undefined> =>
  manyInterleavings(dice, bench, fc.array(any, { minLength: 2, maxLength: 6 }), (crossroads, drawn) =>
    transfers(
      crossroads,
      stage,
      drawn.map(([from, to, amount]) => [ids[from] as number, ids[to] as number, amount]),
    ),
  );

/** All at once. */
async function transfers(crossroads: Crossroads, stage: Concurrency, all: readonly Transfer[]): Promise<void> {
  const { lab, toTheEnd } = crossroads;
  const bank = new Bank(crossroads);
  const accounts = accountsOf(all);
  for (const id of accounts) bank.account(id);
  const coroutines = all.map((transfer) => start(lab, stage, bank, transfer));
  await toTheEnd();
  finished(coroutines, bank);
  for (const id of accounts) {
    const wanted = all.reduce(
      (sum, [from, to, amount]) => sum + (to === id ? amount : 0) - (from === id ? amount : 0),
      balance,
    );
    insist(
      bank.balance(id) === wanted,
      `account ${id} had ${balance}, and has ${bank.balance(id)} after ${all.map(told).join(' and ')}; wanted ${wanted}`,
    );
  }
}

const accountsOf = (all: readonly Transfer[]): Set<number> => new Set(all.flatMap((each) => each.slice(0, 2)));

const told = ([from, to, amount]: Transfer): string => `${amount} from ${from} to ${to}`;

const start = (lab: Lab, stage: Concurrency, bank: Bank, transfer: Transfer): Coroutine<void> => {
  const [from, to, amount] = transfer;
  return lab.start(`the transfer of ${told(transfer)}`, () =>
    stage.transfer(bank.account(from), bank.account(to), amount),
  );
};

function finished(coroutines: readonly Coroutine<void>[], bank: Bank): void {
  const waiting = coroutines.filter(({ running }) => running).map(({ name }) => name);
  insist(
    waiting.length === 0,
    `${waiting.join(' and ')} ${waiting.length > 1 ? 'wait' : 'waits'} for ever: the locks of ${bank.held.join(' and ')} are held, and nobody who holds one can go on`,
  );
  for (const coroutine of coroutines) coroutine.value();
  freed(bank);
}

const freed = (bank: Bank): void =>
  insist(
    bank.held.length === 0,
    `the lock of account ${bank.held.join(', ')} was not given back; wanted it given back in any case`,
  );

async function tooLittle({ lab, toTheEnd, ...rest }: Crossroads, stage: Concurrency, amount: number): Promise<void> {
  const bank = new Bank({ lab, toTheEnd, ...rest });
  const transfer = start(lab, stage, bank, [1, 2, amount]);
  await toTheEnd();
  insist(
    transfer.ending.kind === 'failed',
    `${transfer.name} ${transfer.running ? 'waits for ever' : 'went well'} although account 1 has ${balance}; wanted it to fail`,
  );
  const { error } = transfer.ending;
  insist(error instanceof Error, `${transfer.name} failed with ${shown(error)}; wanted an Error that says why`);
  const balances = [bank.balance(1), bank.balance(2)];
  insist(
    isList(balances, [balance, balance]),
    `a transfer failed, and the accounts have ${balances.join(' and ')}; wanted nothing moved`,
  );
  freed(bank);
}

async function anAccountFails(
  { lab, toTheEnd, ...rest }: Crossroads,
  stage: Concurrency,
  id: number,
  what: Failing['what'],
): Promise<void> {
  const error = new Planned(`account ${id} can not be ${what}`);
  const bank = new Bank({ lab, toTheEnd, ...rest }, { id, what, error });
  const transfer = start(lab, stage, bank, [1, 2, 10]);
  await toTheEnd();
  transfer.failedWith(error);
  freed(bank);
}
