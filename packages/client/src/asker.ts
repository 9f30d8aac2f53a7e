/**
 * Asks until there is an answer: sends each request to whoever leads, sends it again when the leader is lost, and gives up
 * in time. A write keeps its id through all tries, so it is done once (§8); which of the nodes are reached how is not
 * known here.
 */
import type { Answer, Ask, Read, Reply, Request, Write } from '@weekend/raft';
import { NotDone, OutcomeUnknown } from './errors.ts';
import { Sessions } from './sessions.ts';

export interface Road {
  /** Sends towards node `to`, or, for null, to any. Answers what carries it, nothing if nobody can be reached now. */
  send(to: string | null, request: Request): object | undefined;
}

export type Written = Extract<Answer, { kind: 'written' }>;
export type Found = Extract<Answer, { kind: 'read' }>;

interface Pending {
  request: Request;
  settle(answer: Written | Found): void;
  fail(error: Error): void;
  deadline: number;
  timeout: number;
  /** Whether a try may have been carried out that we have no answer to. */
  perhapsDone: boolean;
  /** Where it was sent, what carried it, and until when an answer is waited for. It rests where that is missing. */
  under?: { to: string | null; carrier: object; until: number };
  /** How long the next try may take. */
  patience: number;
  /** Whether a node that does not lead has sent it on, since it last rested. */
  redirected: boolean;
}

/** How often those that rest are tried again and those that take too long are given up. Milliseconds. */
const sweepInterval = 25;
/** For an answer, before the request is sent again; doubled each time, lest a slow cluster gets more to do. */
const firstPatience = 2_000;

export class Asker {
  readonly #road: Road;
  readonly #sessions = new Sessions();
  /** Writes by their session, each of which has one at most; reads by their number. */
  readonly #pending = new Map<string | number, Pending>();
  #reads = 0;
  #leader: string | null = null;
  #sweeps: NodeJS.Timeout | undefined;

  constructor(road: Road) {
    this.#road = road;
  }

  /** Fails with `NotDone` or `OutcomeUnknown`, after so many milliseconds at the latest. */
  async write(write: Write, timeout: number): Promise<Written> {
    return (await this.#ask({ kind: 'Request', id: this.#sessions.take(), ask: write }, timeout)) as Written;
  }

  /** Fails with `NotDone`. */
  async read(read: Read, timeout: number): Promise<Found> {
    this.#reads += 1;
    return (await this.#ask({ kind: 'Request', id: { session: null, seq: this.#reads }, ask: read }, timeout)) as Found;
  }

  /** Who leads now, null if that is not known. What waits goes there. */
  onLeader(leader: string | null): void {
    this.#leader = leader;
    if (leader === null) return;
    for (const pending of this.#pending.values())
      if (pending.under?.to !== leader && !goesAnywhere(pending.request.ask)) this.#again(pending);
  }

  /** What had this carrier may have been lost on the way. */
  onLost(carrier: object): void {
    for (const pending of this.#pending.values()) if (pending.under?.carrier === carrier) this.#again(pending);
  }

  onReply({ id, answer }: Reply): undefined {
    const pending = this.#pending.get(id.session ?? id.seq);
    // An answer to an earlier try, perhaps.
    if (pending?.request.id.seq !== id.seq) return;
    switch (answer.kind) {
      case 'written':
      case 'read':
        this.#forget(pending);
        if (pending.request.id.session !== null) this.#sessions.giveBack(pending.request.id);
        pending.settle(answer);
        return;
      case 'not-leader':
        return this.#redirect(pending, answer.leader);
      case 'unknown':
        pending.perhapsDone = true;
        delete pending.under;
        return;
      case 'expired':
        return this.#renew(pending);
      default:
        answer satisfies never;
    }
  }

  /** Its way to the state machine ends before it begins: there is something wrong with it. */
  onRefused(id: Reply['id'], why: string): void {
    const pending = this.#pending.get(id.session ?? id.seq);
    if (pending?.request.id.seq !== id.seq) return;
    this.#forget(pending);
    pending.fail(new NotDone(`Cannot do the ${told(pending)}: ${why}`));
  }

  /** Fails all that wait. */
  close(): void {
    for (const pending of this.#pending.values()) this.#giveUp(pending, 'this client was closed');
    clearInterval(this.#sweeps);
  }

  #ask(request: Request, timeout: number): Promise<Written | Found> {
    return new Promise((settle, fail) => {
      const pending: Pending = {
        request,
        settle,
        fail,
        deadline: performance.now() + timeout,
        timeout,
        perhapsDone: false,
        patience: firstPatience,
        redirected: false,
      };
      this.#pending.set(request.id.session ?? request.id.seq, pending);
      this.#sweeps ??= setInterval(() => this.#sweep(), sweepInterval);
      this.#send(pending, this.#leader);
    });
  }

  #send(pending: Pending, leader: string | null): undefined {
    const to = goesAnywhere(pending.request.ask) ? null : leader;
    const carrier = this.#road.send(to, pending.request);
    if (carrier) pending.under = { to, carrier, until: performance.now() + pending.patience };
    else delete pending.under;
  }

  /** There is no answer to the last try, if there was one. */
  #again(pending: Pending): undefined {
    if (pending.under) pending.perhapsDone = true;
    pending.redirected = false;
    return this.#send(pending, this.#leader);
  }

  #redirect(pending: Pending, leader: string | null): undefined {
    const isNews = leader !== null && leader !== pending.under?.to && !pending.redirected;
    delete pending.under;
    if (!isNews) return;
    pending.redirected = true;
    this.#send(pending, leader);
  }

  /** A session that has rested for too long is forgotten; a new one does as well where nothing can have been done. */
  #renew(pending: Pending): undefined {
    this.#forget(pending);
    if (pending.perhapsDone) {
      pending.fail(new OutcomeUnknown(`Cannot tell whether the ${told(pending)} was done: its session has expired`));
      return;
    }
    pending.request = { ...pending.request, id: this.#sessions.open() };
    this.#pending.set(pending.request.id.session ?? pending.request.id.seq, pending);
    return this.#send(pending, this.#leader);
  }

  #sweep(): void {
    const now = performance.now();
    for (const pending of this.#pending.values()) {
      if (now >= pending.deadline) this.#giveUp(pending, `no leader has answered within ${pending.timeout} ms`);
      else if (!pending.under) this.#again(pending);
      else if (now >= pending.under.until) {
        pending.patience *= 2;
        this.#again(pending);
      }
    }
    if (this.#pending.size > 0) return;
    clearInterval(this.#sweeps);
    this.#sweeps = undefined;
  }

  /** Its session is not used again: nobody knows where it stands. */
  #giveUp(pending: Pending, why: string): void {
    this.#forget(pending);
    const isWrite = pending.request.id.session !== null;
    const perhapsDone = isWrite && (pending.perhapsDone || pending.under !== undefined);
    pending.fail(
      perhapsDone
        ? new OutcomeUnknown(`Cannot tell whether the ${told(pending)} was done: ${why}`)
        : new NotDone(`Cannot do the ${told(pending)}: ${why}; nothing was done`),
    );
  }

  #forget({ request: { id } }: Pending): void {
    this.#pending.delete(id.session ?? id.seq);
  }
}

/** Whoever is asked may answer. */
const goesAnywhere = (ask: Ask): boolean => 'mode' in ask && ask.mode === 'stale';

const told = ({ request: { ask } }: Pending): string => `${ask.kind} of "${'prefix' in ask ? ask.prefix : ask.key}"`;
