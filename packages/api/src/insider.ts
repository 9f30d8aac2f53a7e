/** A client that lives inside its node: asks for those who speak HTTP, over the connections that the nodes have anyway. */
import { Asker } from '@weekend/client/gateway';
import { clientAddress, type Door } from '@weekend/process';
import type { Raft, Reply } from '@weekend/raft';

export class Insider {
  readonly asker: Asker;
  readonly address: string;
  readonly #unwatch: () => void;

  constructor(door: Door<Raft>, life: string) {
    this.address = clientAddress(door.id, `${life}/http`);
    this.asker = new Asker({
      send: (to, request) => {
        door.post(this.address, to ?? door.id, request);
        return door;
      },
    });
    let known: string | null = null;
    this.#unwatch = door.onChange(() => {
      const { leader } = door.description();
      if (leader === known) return;
      known = typeof leader === 'string' ? leader : null;
      this.asker.onLeader(known);
    });
  }

  deliver(text: string): void {
    this.asker.onReply(JSON.parse(text) as Reply);
  }

  close(): void {
    this.#unwatch();
    this.asker.close();
  }
}
