/** Sessions for exactly-once writes (§8): each has one write under way at most, so there are as many as writes at once. */
import { randomBytes } from 'node:crypto';

export interface SessionId {
  session: string;
  seq: number;
}

export class Sessions {
  readonly #client = randomBytes(9).toString('base64url');
  readonly #idle: SessionId[] = [];
  #opened = 0;

  /** The id of the next write, on a session that nobody uses now. The one that was used last, so that few are in use. */
  take(): SessionId {
    const last = this.#idle.pop();
    return last ? { session: last.session, seq: last.seq + 1 } : this.open();
  }

  /** The first write of a new session. */
  open(): SessionId {
    this.#opened += 1;
    return { session: `${this.#client}.${this.#opened}`, seq: 1 };
  }

  /** The outcome of this write is known. */
  giveBack(id: { session: string | null; seq: number }): void {
    if (id.session !== null) this.#idle.push({ session: id.session, seq: id.seq });
  }
}
